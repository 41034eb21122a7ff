import type { TaskDetail } from '@reglament/api';
import type { I18n } from '@reglament/i18n';
import type { ReactNode } from 'react';
import { CardFacts } from '../shared/cardFacts.tsx';
import { Changes } from '../shared/changes.tsx';
import { FileList, FileView } from '../shared/fileView.tsx';
import type { TaskTab } from './taskFrame.tsx';
import { VersionsView } from './versionsView.tsx';

/** The document in its parts: the file itself, card, attachments, versions with what changed since the reader's visa. */
export function documentTabs(detail: TaskDetail, i18n: I18n, above: ReactNode = null): TaskTab[] {
  const { t } = i18n;
  const owner = { kind: 'document' as const, id: detail.row.document };
  const [main, ...attached] = detail.files;
  return [
    {
      id: 'document',
      title: t('task.document'),
      view: () => (
        <>
          {above}
          {main ? (
            <FileView key={main.digest} owner={owner} file={main} />
          ) : (
            <CardFacts fields={detail.fields} card={detail.card} posts={detail.posts} />
          )}
        </>
      ),
    },
    {
      id: 'card',
      title: t('task.card'),
      view: () => (
        <div className="card facts-card">
          <CardFacts fields={detail.fields} card={detail.card} posts={detail.posts} all />
        </div>
      ),
    },
    {
      id: 'files',
      title: t('task.attachments'),
      count: attached.length,
      view: () => <FileList owner={owner} files={detail.files} />,
    },
    {
      id: 'versions',
      title: t('task.versions'),
      count: detail.version,
      view: () => (
        <>
          {detail.changedSinceMyVisa && (
            <>
              <h2>
                {t('task.changedSince', { version: detail.changedSinceMyVisa.fromVersion })}{' '}
                <span>
                  {t('task.fromTo', {
                    from: detail.changedSinceMyVisa.fromVersion,
                    to: detail.changedSinceMyVisa.toVersion,
                  })}
                </span>
              </h2>
              <div className="card facts-card">
                <Changes changes={detail.changedSinceMyVisa} fields={detail.fields} posts={detail.posts} />
              </div>
            </>
          )}
          <VersionsView detail={detail} />
        </>
      ),
    },
  ];
}
