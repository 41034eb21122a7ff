import type { DocumentDetail } from '@reglament/api';
import { formatDue, formatMoment, formatShortDate, shortName } from '@reglament/i18n';
import { Chip, useI18n } from '@reglament/ui';
import { IconCircleDashedCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useWhen } from '../../app/clock.ts';

const MOST = 6;

/** With whom the document is, since when and until when; a long list folds to those first in term. */
export function Holders({ holders }: { holders: DocumentDetail['now'] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const when = useWhen();
  const [whole, setWhole] = useState(false);
  if (holders.length === 0) return null;
  const shown = whole ? holders : holders.slice(0, MOST);
  return (
    <section className="holders" aria-label={t('document.holders')}>
      <h2>{t('document.nowWith')}</h2>
      <ul>
        {shown.map((holder) => (
          <li key={`${holder.person.position} ${holder.stageTitle.ru}`}>
            <b>{holder.person.name ? shortName(holder.person.name) : holder.person.post}</b>{' '}
            <span className="post">
              {holder.standsInFor
                ? t('document.standsIn', { name: shortName(holder.standsInFor) })
                : holder.absentUntil
                  ? t('common.personAbsentUntil', {
                      date: formatShortDate(Date.parse(`${holder.absentUntil}T12:00:00Z`), when, i18n.locale),
                    })
                  : holder.person.name && holder.person.post}
            </span>
            <span className="since">
              {t('document.since', { at: formatMoment(holder.sinceMs, when, i18n) })}
            </span>
            <span className="till">
              {holder.overdue ? (
                <Chip status="overdue">
                  {t('document.wasDue', { due: formatDue(holder.dueAtMs, when, i18n) })}
                </Chip>
              ) : (
                <>
                  {t('document.due')} <strong>{formatDue(holder.dueAtMs, when, i18n)}</strong>
                  {holder.autoVisa && (
                    <span className="then">
                      {', '}
                      <IconCircleDashedCheck className="ic" aria-hidden="true" />
                      {t('tasks.thenAuto')}
                    </span>
                  )}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!whole && holders.length > MOST && (
        <button type="button" className="linkish" onClick={() => setWhole(true)}>
          {t('document.moreHolders', { count: holders.length - MOST })}
        </button>
      )}
    </section>
  );
}
