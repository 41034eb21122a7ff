import type { TaskRow } from '@reglament/api';
import { formatExact, formatMoment, formatMoney, shortName } from '@reglament/i18n';
import { Chip, StageIcon, StatusIcon, useI18n } from '@reglament/ui';
import { IconCircleDashedCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { leftWords, thenWords } from '../../decision/words.ts';
import { useSay } from '../../shared/text.ts';
import { QuickActs } from './quickActs.tsx';

/** A row of the list: what is asked and the document; number and people; what is left of the term and what comes then. */
export function TaskLine({
  row,
  current,
  picked,
  fresh,
  pane,
  select,
  pick,
  take,
  ask,
}: {
  row: TaskRow;
  current: boolean;
  picked: boolean;
  fresh: boolean;
  /** a press shows it in the reading pane instead of opening the page */
  pane: boolean;
  select: () => void;
  /** undefined where nothing can be picked */
  pick: ((more: boolean) => void) | undefined;
  take: (row: TaskRow) => void;
  /** decides in the reading pane; undefined where there is none */
  ask: ((choice: string) => void) | undefined;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  const open = row.state === 'open';
  const then = open ? thenWords(row.silence, when, i18n) : '';
  return (
    <li
      className="trow"
      data-current={current || undefined}
      data-picked={picked || undefined}
      data-fresh={fresh || undefined}
      data-state={row.state}
      data-id={row.id}
    >
      {pick ? (
        <label className="pick-cell">
          <StageIcon kind={row.kind} />
          <input
            type="checkbox"
            tabIndex={-1}
            checked={picked}
            aria-label={t('tasks.pick', { title: row.title })}
            onClick={(event) => pick(event.shiftKey)}
            onChange={() => undefined}
          />
        </label>
      ) : (
        <span className="pick-cell">
          <StageIcon kind={row.kind} />
        </span>
      )}
      <Link
        className="what"
        href={links.task(row.id)}
        tabIndex={current ? 0 : -1}
        aria-current={current || undefined}
        onFocus={select}
        onClick={(event) => {
          if (!pane || event.ctrlKey || event.metaKey || event.shiftKey || event.detail === 0) return;
          event.preventDefault();
          select();
        }}
      >
        <span className="verb">{say(row.ask)}</span> {row.title}
      </Link>
      <span className="meta">
        {fresh && <span className="fresh">{t('tasks.justCame')} · </span>}
        {row.onBehalfOf && <b>{t('tasks.behalf', { name: shortName(row.onBehalfOf) })} · </b>}
        {row.shared && <b>{sharedWords(row.shared, t)} · </b>}
        {row.urgent && <b>{t('tasks.urgent')} · </b>}
        {[
          t('tasks.number', { number: row.number }),
          shortName(row.author.name),
          row.counterparty ?? row.author.unit,
          row.price && formatMoney({ minor: row.price.amount, currency: row.price.currency }, i18n.locale),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {open && (current || row.abilities.take) && (
        <QuickActs row={row} active={current} take={take} ask={ask} />
      )}
      {row.decided ? (
        <span className="left" title={formatExact(row.decided.atMs, when.zone, i18n.locale)}>
          <StatusIcon
            status={
              row.decided.automatic ? 'autoVisa' : row.decided.tone === 'forward' ? 'approved' : 'rejected'
            }
          />{' '}
          {say(row.decided.title)}
        </span>
      ) : open ? (
        <span className="left" title={formatExact(row.dueAtMs, when.zone, i18n.locale)}>
          {row.overdue ? <Chip status="overdue">{leftWords(row, i18n)}</Chip> : leftWords(row, i18n)}
        </span>
      ) : (
        <span className="left">{t('tasks.closed')}</span>
      )}
      {row.decided ? (
        <span className="then">{formatMoment(row.decided.atMs, when, i18n)}</span>
      ) : (
        then && (
          <span className={row.silence.kind === 'autoVisa' ? 'then then--auto' : 'then'}>
            {row.silence.kind === 'autoVisa' && <IconCircleDashedCheck className="ic" aria-hidden="true" />}
            {then}
          </span>
        )
      )}
    </li>
  );
}

function sharedWords(shared: NonNullable<TaskRow['shared']>, t: ReturnType<typeof useI18n>['t']): string {
  if (shared.takenByMe) return t('tasks.takenByMe');
  if (shared.takenBy) return t('tasks.takenBy', { name: shortName(shared.takenBy) });
  const names = shared.others.map(shortName).join(', ');
  return names ? t('tasks.sharedWith', { names }) : t('tasks.shared');
}
