import { formatPlainDate } from '@reglament/i18n';
import { EmptyState, useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { IconRoute } from '@tabler/icons-react';
import { Link } from 'wouter';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { useSession } from '../../app/session.tsx';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { useSay } from '../../shared/text.ts';
import '../../shared/lines.css';

/** Published regulations: which version is in force and how many documents run by each. */
export default function RegulationsPage() {
  const { t, locale } = useI18n();
  const say = useSay();
  const session = useSession();
  const list = useApiQuery('regulations.list', {});
  usePageTitle(t('methodologist.section'));
  if (list.error && !list.data)
    return (
      <div className="page">
        <PageProblem error={list.error} retry={() => void list.refetch()} />
      </div>
    );
  if (!list.data) return <PageSkeleton />;
  return (
    <div className="page">
      <div className="lines-head">
        <h1>{t('methodologist.section')}</h1>
        {session.abilities.drawRegulations && (
          <a className="btn btn--primary" href={links.designer()}>
            {t('methodologist.openDesigner')}
          </a>
        )}
      </div>
      {list.data.rows.length === 0 ? (
        <EmptyState icon={IconRoute} title={t('methodologist.none')}>
          {t('methodologist.noneWhy')} <code>npm run regulation -- publish</code>
        </EmptyState>
      ) : (
        <ul className="lines">
          {list.data.rows.map((row) => (
            <li key={row.id}>
              <div>
                <Link href={links.regulation(row.id, row.version)}>{say(row.title)}</Link>
                <p className="meta">{say(row.kindTitle)}</p>
              </div>
              <div className="stand">
                <p>
                  {t('methodologist.inForce', {
                    version: row.version,
                    date: formatPlainDate(row.inForceFrom, locale),
                  })}
                </p>
                <p>{t('methodologist.running', { count: row.running })}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
