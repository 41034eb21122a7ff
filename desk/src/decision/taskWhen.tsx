import type { TaskDetail } from '@reglament/api';
import { formatDue, formatExact, shortName } from '@reglament/i18n';
import { Chip, useI18n } from '@reglament/ui';
import { useWhen } from '../app/clock.ts';
import { useSay } from '../shared/text.ts';
import { leftWords, silenceSentence } from './words.ts';

/** Until when: the biggest words of the panel. */
export function Deadline({ detail }: { detail: TaskDetail }) {
  const i18n = useI18n();
  const when = useWhen();
  const { row } = detail;
  return (
    <p className="deadline" title={formatExact(row.dueAtMs, when.zone, i18n.locale)}>
      <b className="upper">{formatDue(row.dueAtMs, when, i18n)}</b>
      {row.overdue ? (
        <Chip status="overdue">{leftWords(row, i18n)}</Chip>
      ) : (
        <span>{leftWords(row, i18n)}</span>
      )}
    </p>
  );
}

/** On whose behalf, with whom, what comes by silence, on what basis. */
export function TaskWhen({ detail, children }: { detail: TaskDetail; children?: React.ReactNode }) {
  const i18n = useI18n();
  const say = useSay();
  const when = useWhen();
  const { row, basis } = detail;
  return (
    <dl className="when">
      {children}
      {row.onBehalfOf && (
        <>
          <dt>{i18n.t('task.onBehalf')}</dt>
          <dd>{shortName(row.onBehalfOf)}</dd>
        </>
      )}
      {row.shared && (
        <>
          <dt>{i18n.t('task.shared')}</dt>
          <dd>{sharedWords(row.shared, i18n.t)}</dd>
        </>
      )}
      <dt>{i18n.t('task.ifSilent')}</dt>
      <dd>
        {row.silence.kind === 'autoVisa' && <Chip status="autoVisa">{i18n.t('task.autoVisa')}</Chip>}{' '}
        {silenceSentence(row.silence, when, i18n)}
      </dd>
      {row.provisional && (
        <>
          <dt>{i18n.t('task.calendar')}</dt>
          <dd>{i18n.t('task.provisional')}</dd>
        </>
      )}
      {basis?.basis && (
        <>
          <dt>{i18n.t('task.basis')}</dt>
          <dd>
            <span>{say(basis.basis)}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

function sharedWords(
  shared: NonNullable<TaskDetail['row']['shared']>,
  t: ReturnType<typeof useI18n>['t'],
): string {
  const others = shared.others.map(shortName).join(', ');
  if (shared.takenByMe) return others ? t('task.takenByMe', { others }) : t('task.takenByMeAlone');
  if (shared.takenBy) return t('task.takenBy', { name: shortName(shared.takenBy) });
  return others ? t('task.sharedWith', { others }) : t('task.sharedFree');
}
