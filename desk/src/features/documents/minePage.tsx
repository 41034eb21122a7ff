import { EmptyState, useI18n } from '@reglament/ui';
import { PageProblem, useApiPages } from '@reglament/web';
import { IconFiles } from '@tabler/icons-react';
import { Link } from 'wouter';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { useSession } from '../../app/session.tsx';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { More } from '../../shared/more.tsx';
import { DocumentLine } from './documentLine.tsx';
import '../../shared/lines.css';

/** Documents that the reader sent, the newest first: where each is and with whom. */
export default function MinePage() {
  const { t } = useI18n();
  const { abilities } = useSession();
  const list = useApiPages('documents.list', { query: { view: 'mine', limit: '50' } });
  usePageTitle(t('documents.mine'));
  if (list.loading) return <PageSkeleton />;
  return (
    <div className="page">
      <div className="lines-head">
        <h1>{t('documents.mine')}</h1>
      </div>
      {list.error && list.rows.length === 0 ? (
        <PageProblem error={list.error} retry={list.retry} />
      ) : list.rows.length === 0 ? (
        <EmptyState
          icon={IconFiles}
          title={t('documents.none')}
          actions={
            abilities.createDocuments && (
              <Link className="btn btn--primary" href={links.newDocument}>
                {t('draft.create')}
              </Link>
            )
          }
        >
          {t('documents.noneWhy')}
        </EmptyState>
      ) : (
        <ul className="lines">
          {list.rows.map((row) => (
            <DocumentLine key={row.id} row={row} mine />
          ))}
        </ul>
      )}
      <More list={list} />
    </div>
  );
}
