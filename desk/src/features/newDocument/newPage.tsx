import { formatMoment } from '@reglament/i18n';
import { EmptyState, IconButton, useI18n } from '@reglament/ui';
import { PageProblem, ProblemLine, refresh, useApiQuery, useCommand } from '@reglament/web';
import { IconFilePlus, IconFiles, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useWhen } from '../../app/clock.ts';
import { links } from '../../app/links.ts';
import { usePageTitle } from '../../app/pageTitle.ts';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { useSay } from '../../shared/text.ts';
import { DeleteDraft } from './deleteDraft.tsx';
import './newDocument.css';

/** What to create, and the drafts that were begun. */
export default function NewPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const say = useSay();
  const when = useWhen();
  const [, navigate] = useLocation();
  const kinds = useApiQuery('documentKinds.list', {});
  const drafts = useApiQuery('drafts.list', { query: { limit: '50' } });
  const create = useCommand('drafts.create');
  const [deleting, setDeleting] = useState<string | null>(null);
  usePageTitle(t('draft.what'));

  const begin = async (regulation: string) => {
    const made = await create.send({ body: { regulation } });
    if (!made) return;
    void refresh('drafts.list');
    navigate(links.draft(made.id));
  };

  const error = kinds.error ?? drafts.error;
  if (error && !(kinds.data && drafts.data))
    return (
      <div className="page">
        <PageProblem error={error} retry={() => void Promise.all([kinds.refetch(), drafts.refetch()])} />
      </div>
    );
  if (!kinds.data || !drafts.data) return <PageSkeleton />;
  return (
    <div className="page page--narrow new-page">
      <h1>{t('draft.what')}</h1>
      {kinds.data.kinds.length === 0 ? (
        <EmptyState icon={IconFiles} title={t('draft.noKinds')}>
          {t('draft.noKindsWhy')}
        </EmptyState>
      ) : (
        <ul className="kinds">
          {kinds.data.kinds.map(({ regulation, version, title, kindTitle }) => (
            <li key={regulation}>
              <button
                type="button"
                className="kind card"
                aria-busy={create.busy || undefined}
                onClick={() => void begin(regulation)}
              >
                <IconFilePlus className="ic" aria-hidden="true" />
                <span>
                  <b>{say(kindTitle)}</b>
                  <small>{t('draft.by', { title: say(title), version })}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProblemLine error={create.error} />
      <h2>{t('draft.drafts')}</h2>
      {drafts.data.rows.length === 0 ? (
        <p className="soft">{t('draft.noDrafts')}</p>
      ) : (
        <ul className="drafts card">
          {drafts.data.rows.map(({ id, title, kindTitle, savedAtMs }) => (
            <li key={id}>
              <span>
                <Link href={links.draft(id)}>{title || t('draft.untitled')}</Link>
                <small>
                  {say(kindTitle)}, {t('draft.savedAt', { when: formatMoment(savedAtMs, when, i18n) })}
                </small>
              </span>
              <IconButton
                icon={IconTrash}
                label={`${t('draft.delete')}: ${title || t('draft.untitled')}`}
                variant="quiet"
                size="small"
                onClick={() => setDeleting(id)}
              />
            </li>
          ))}
        </ul>
      )}
      {deleting && (
        <DeleteDraft id={deleting} close={() => setDeleting(null)} done={() => setDeleting(null)} />
      )}
    </div>
  );
}
