import type { TaskDetail } from '@reglament/api';
import { formatMoment, shortName } from '@reglament/i18n';
import { useI18n } from '@reglament/ui';
import { PageProblem, useApiQuery } from '@reglament/web';
import { useState } from 'react';
import { useWhen } from '../app/clock.ts';
import { PageSkeleton } from '../app/skeleton.tsx';
import { Changes } from '../shared/changes.tsx';
import { FileList } from '../shared/fileView.tsx';
import { useSay } from '../shared/text.ts';

/** Every version of the document: who made it and when, its files, what differs from the one before. */
export function VersionsView({ detail }: { detail: TaskDetail }) {
  const i18n = useI18n();
  const say = useSay();
  const when = useWhen();
  const answer = useApiQuery('documents.show', { params: { id: detail.row.document } });
  if (answer.error) return <PageProblem error={answer.error} retry={() => void answer.refetch()} />;
  if (!answer.data) return <PageSkeleton />;
  const versions = [...answer.data.versions].sort((a, b) => b.no - a.no);
  return (
    <ul className="versions">
      {versions.map((version) => (
        <li key={version.no} className="card">
          <h3>
            {i18n.t('task.version', { no: version.no })}
            <span>
              {shortName(version.madeBy.name)}
              {version.stageTitle && `, ${say(version.stageTitle)}`},{' '}
              {formatMoment(version.madeAtMs, when, i18n)}
            </span>
          </h3>
          <FileList owner={{ kind: 'document', id: detail.row.document }} files={version.files} />
          {version.no > 1 && <Compare detail={detail} to={version.no} />}
        </li>
      ))}
    </ul>
  );
}

function Compare({ detail, to }: { detail: TaskDetail; to: number }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const answer = useApiQuery(
    'documents.compare',
    { params: { id: detail.row.document }, query: { from: String(to - 1), to: String(to) } },
    { enabled: open },
  );
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('task.compare', { from: to - 1, to })}</summary>
      {answer.error ? (
        <PageProblem error={answer.error} retry={() => void answer.refetch()} />
      ) : (
        answer.data && <Changes changes={answer.data} fields={detail.fields} posts={detail.posts} />
      )}
    </details>
  );
}
