import type { RemarkRow } from '@reglament/api';
import { formatMoment, shortName } from '@reglament/i18n';
import { useI18n } from '@reglament/ui';
import { useWhen } from '../app/clock.ts';
import './shared.css';

/** Remarks with what the author answered. */
export function Remarks({
  remarks,
  version,
  states = false,
}: {
  remarks: readonly RemarkRow[];
  version: number;
  /** answered and open ones stand together: an open one says that it is */
  states?: boolean;
}) {
  const i18n = useI18n();
  const when = useWhen();
  return (
    <ul className="remark-list">
      {remarks.map((remark) => (
        <li key={remark.id} className="remark-block" data-status={remark.status}>
          <p>
            {remark.place && <b>{remark.place}: </b>}
            {remark.text}
          </p>
          <p className="by">
            {shortName(remark.by.name)}, {remark.by.post}, {formatMoment(remark.atMs, when, i18n)}
            {remark.version !== version && `. ${i18n.t('desk.onVersion', { version: remark.version })}`}
          </p>
          {states && !remark.answer && <p className="by">{i18n.t('desk.remarkOpen')}</p>}
          {remark.answer && (
            <p className="answer">
              <b>{i18n.t(`desk.disposition.${remark.answer.disposition}`)}</b>
              {remark.answer.text && `: ${remark.answer.text}`}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
