import type { HistoryEntry } from '@reglament/api';
import { dayKey, formatDay, formatExact, formatTime, shortName } from '@reglament/i18n';
import { Button, useI18n } from '@reglament/ui';
import { api, keyOf, PageProblem } from '@reglament/web';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashedCheck,
  IconMessage2,
  IconPointFilled,
  IconX,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useWhen } from '../../app/clock.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { useSay } from '../../shared/text.ts';
import { type HistoryLook, historyLook, historyWords } from './historyWords.ts';

const MARK = {
  plain: IconPointFilled,
  approved: IconCheck,
  remarks: IconMessage2,
  rejected: IconX,
  auto: IconCircleDashedCheck,
  trouble: IconAlertTriangle,
} satisfies Record<HistoryLook, unknown>;

/** What happened, newest first, in sentences by days; its chain of digests is told at the end. */
export function History({ id }: { id: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const when = useWhen();
  const history = useInfiniteQuery({
    queryKey: keyOf('documents.history', { params: { id }, query: {} }),
    queryFn: ({ pageParam, signal }) =>
      api.call('documents.history', {
        params: { id },
        query: { limit: '50', ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (history.error) return <PageProblem error={history.error} retry={() => void history.refetch()} />;
  if (!history.data) return <PageSkeleton />;
  const entries = history.data.pages.flatMap(({ rows }) => rows);
  const chain = history.data.pages[0]?.chain;
  return (
    <div className="log">
      {byDays(entries, when.zone).map(([day, rows]) => (
        <section key={day}>
          <h2>{formatDay(rows[0]?.atMs ?? 0, when, i18n)}</h2>
          <ol>
            {rows.map((entry) => (
              <Line key={entry.seq} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {history.hasNextPage && (
        <Button
          variant="quiet"
          className="btn btn--quiet more-btn"
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('document.earlier')}
        </Button>
      )}
      {chain && (
        <p className="chain">
          {t('document.chain', { count: chain.length })} <code>{chain.head.slice(0, 16)}</code>
        </p>
      )}
    </div>
  );
}

function Line({ entry }: { entry: HistoryEntry }) {
  const i18n = useI18n();
  const say = useSay();
  const when = useWhen();
  const words = historyWords(entry, say, when, i18n);
  if (words === null) return null;
  const look = historyLook(entry);
  const Mark = MARK[look];
  const { person } = entry;
  return (
    <li className={`ev ev--${look}`}>
      <time
        dateTime={new Date(entry.atMs).toISOString()}
        title={formatExact(entry.atMs, when.zone, i18n.locale)}
      >
        {formatTime(entry.atMs, when.zone, i18n.locale)}
      </time>
      <span className="mark" aria-hidden="true">
        <Mark className="ic" />
      </span>
      <div>
        <p>
          {person && (
            <>
              <b>{person.name ? shortName(person.name) : person.post}</b>
              {person.name && person.post && `, ${person.post}`}
              {': '}
            </>
          )}
          {words}
        </p>
        {entry.text && (
          <blockquote>
            <p>{entry.text}</p>
          </blockquote>
        )}
      </div>
    </li>
  );
}

function byDays(entries: readonly HistoryEntry[], zone: string): [string, HistoryEntry[]][] {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const day = dayKey(entry.atMs, zone);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
