import type { VisaRow } from '@reglament/api';
import { formatExact, formatMoment, formatWorkTime, shortName } from '@reglament/i18n';
import { Chip, type Status, StatusIcon, useI18n } from '@reglament/ui';
import { useWhen } from '../app/clock.ts';
import { useSay } from './text.ts';
import './shared.css';

const MINUTE_MS = 60_000;

/** The status under which a visa is drawn. */
export function visaStatus(visa: Pick<VisaRow, 'automatic' | 'tone' | 'withRemarks'>): Status {
  if (visa.automatic) return 'autoVisa';
  if (visa.tone !== 'forward') return 'rejected';
  return visa.withRemarks ? 'remarks' : 'approved';
}

/** Who has decided and how, in sentences; a visa on another version and an auto-visa are always marked. */
export function Visas({ visas }: { visas: readonly VisaRow[] }) {
  const i18n = useI18n();
  const say = useSay();
  const when = useWhen();
  return (
    <ul className="visas">
      {visas.map((visa) => (
        <li key={visa.id} data-replaced={visa.replaced || undefined}>
          <StatusIcon status={visaStatus(visa)} />
          <span>
            <b>{shortName(visa.person.name)}</b>, <span className="post">{visa.person.post}</span>
            {visa.onBehalfOf && (
              <span className="post">{i18n.t('desk.onBehalf', { name: shortName(visa.onBehalfOf) })}</span>
            )}
            {!visa.automatic && (
              <>
                {': '}
                {say(visa.outcomeTitle)}
                {visa.withRemarks && visa.outcome !== 'approvedWithRemarks' && i18n.t('desk.withRemarksTail')}
                {visa.workingMinutes === 0
                  ? i18n.t('desk.inNoTime')
                  : i18n.t('desk.inTime', { time: formatWorkTime(visa.workingMinutes * MINUTE_MS, i18n) })}
              </>
            )}
          </span>
          <time title={formatExact(visa.atMs, when.zone, i18n.locale)}>
            {formatMoment(visa.atMs, when, i18n)}
          </time>
          {visa.automatic && (
            <Chip status="autoVisa">
              {i18n.t('desk.autoVisa', { deadline: say(visa.automatic.deadline) })}
            </Chip>
          )}
          {visa.text && <p className="said">{visa.text}</p>}
          {visa.otherVersion && <p className="note">{i18n.t('desk.onVersion', { version: visa.version })}</p>}
          {visa.replaced && <p className="note">{i18n.t('desk.replaced')}</p>}
        </li>
      ))}
    </ul>
  );
}
