import type { NoticeRow } from '@reglament/api';
import { dayKey, formatDay, formatTime } from '@reglament/i18n';
import { Button, EmptyState, useI18n } from '@reglament/ui';
import { PageProblem, refresh, useApiPages, useCommand } from '@reglament/web';
import {
  IconAlertTriangle,
  IconBell,
  IconClock,
  IconClockExclamation,
  IconFlag,
  IconUserCheck,
  IconUserExclamation,
  IconUserShare,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { More } from '../../shared/more.tsx';
import { useSay } from '../../shared/text.ts';
import { noticeWords } from './noticeWords.ts';

const SHAPE = {
  reminder: IconClock,
  escalation: IconUserExclamation,
  overdue: IconClockExclamation,
  incident: IconAlertTriangle,
  decided: IconUserCheck,
  ended: IconFlag,
  handedOver: IconUserShare,
};

/** Notices by days, the newest first. Opening one marks it as read; so does the button for all that are shown. */
export function Notices({ title, level }: { title: string; level: 1 | 2 }) {
  const i18n = useI18n();
  const { t } = i18n;
  const when = useWhen();
  const list = useApiPages('notices.list', { query: { limit: '50' } });
  const read = useCommand('notices.read');
  const fresh = list.rows.filter((row) => !row.read).map(({ id }) => id);
  const mark = async (ids: string[]) => {
    if (ids.length === 0) return;
    if (await read.send({ body: { ids: ids.slice(0, 200) } })) void refresh('notices.list', 'tasks.counts');
  };
  const days = new Map<string, NoticeRow[]>();
  for (const row of list.rows) {
    const day = dayKey(row.atMs, when.zone);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  const Title = level === 1 ? 'h1' : 'h2';
  const Day = level === 1 ? 'h2' : 'h3';
  return (
    <>
      <div className="head">
        <Title id="notices-title">{title}</Title>
        <Button
          variant="quiet"
          size="small"
          disabled={fresh.length === 0}
          busy={read.busy}
          onClick={() => void mark(fresh)}
        >
          {t('bell.readAll')}
        </Button>
      </div>
      <div className="scroll">
        {list.loading ? (
          <PageSkeleton />
        ) : list.error && list.rows.length === 0 ? (
          <PageProblem error={list.error} retry={list.retry} />
        ) : list.rows.length === 0 ? (
          <EmptyState icon={IconBell} title={t('bell.none')}>
            {t('bell.noneWhy')}
          </EmptyState>
        ) : (
          [...days.values()].map((rows) => (
            <section key={rows[0]?.id}>
              <Day className="upper">{formatDay(rows[0]?.atMs ?? 0, when, i18n)}</Day>
              <ul>
                {rows.map((row) => (
                  <Notice key={row.id} row={row} open={() => void (row.read || mark([row.id]))} />
                ))}
              </ul>
            </section>
          ))
        )}
        <More list={list} />
      </div>
    </>
  );
}

function Notice({ row, open }: { row: NoticeRow; open: () => void }) {
  const i18n = useI18n();
  const say = useSay();
  const when = useWhen();
  const { head, more } = noticeWords(row, say, when, i18n);
  const Shape = SHAPE[row.kind];
  const late = row.kind === 'overdue' || row.kind === 'escalation' || row.kind === 'incident';
  return (
    <li className={late ? 'ntc ntc--late' : 'ntc'} data-new={!row.read || undefined}>
      <Shape className="ic" aria-hidden="true" />
      <div>
        <p>
          <Link
            href={
              row.task && (row.kind === 'reminder' || row.kind === 'overdue' || row.kind === 'handedOver')
                ? links.task(row.task)
                : links.document(row.document)
            }
            onClick={open}
          >
            {head}
            {!row.read && <span className="visually-hidden">, {i18n.t('bell.new')}</span>}
          </Link>
        </p>
        <p className="more">{more}</p>
      </div>
      <time>{formatTime(row.atMs, when.zone, i18n.locale)}</time>
    </li>
  );
}
