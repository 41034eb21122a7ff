import type { DocumentRow } from '@reglament/api';
import { formatDue, formatMoment, shortName } from '@reglament/i18n';
import { Chip, useI18n } from '@reglament/ui';
import { Link } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { useSay } from '../../shared/text.ts';

/** A document in a list: its title, what it is and whose, where it stands and with whom since when. */
export function DocumentLine({ row, mine }: { row: DocumentRow; mine: boolean }) {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  const [first, ...others] = row.with;
  return (
    <li>
      <div>
        <Link href={links.document(row.id)}>{row.title}</Link>
        <p className="meta">
          {[
            t('task.subtitle', { kind: say(row.kindTitle), number: row.number }),
            !mine && shortName(row.author.name),
            row.counterparty,
            row.state === 'running' && row.round > 1 && t('documents.round', { round: row.round }),
            t('documents.sentAt', { when: formatMoment(row.sentAtMs, when, i18n) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="stand">
        {row.state === 'running' ? (
          <p>{row.stageTitles.map(say).join(', ')}</p>
        ) : (
          <p>{t(`documents.state.${row.state}`)}</p>
        )}
        {first ? (
          <p>
            {t('documents.with', {
              name: [
                first.person.name ? shortName(first.person.name) : first.person.post,
                ...(others.length > 0 ? [t('documents.andOthers', { count: others.length })] : []),
              ].join(' '),
              since: formatMoment(first.sinceMs, when, i18n),
            })}
          </p>
        ) : (
          row.endedAtMs !== undefined && <p>{formatMoment(row.endedAtMs, when, i18n)}</p>
        )}
        {first?.overdue && (
          <Chip status="overdue">{t('document.wasDue', { due: formatDue(first.dueAtMs, when, i18n) })}</Chip>
        )}
      </div>
    </li>
  );
}
