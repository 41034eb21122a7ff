import { useI18n } from '@reglament/ui';
import { PageProblem, ProblemLine } from '@reglament/web';
import { useState } from 'react';
import { PageSkeleton } from '../../app/skeleton.tsx';
import { useDoneWords } from '../../decision/choiceWords.ts';
import { CopyEditor, CopyState } from '../../decision/copyEditor.tsx';
import { documentTabs } from '../../decision/documentTabs.tsx';
import { type Task, TaskFrame, useGoOn } from '../../decision/taskFrame.tsx';
import { useDecision } from '../../decision/useDecision.ts';
import { useWorkingCopy, useWorkingCopyQuery, type WorkingCopyRow } from '../../decision/useWorkingCopy.ts';
import { Changes, hasChanges } from '../../shared/changes.tsx';

/** A task that may change the document: the editor's changes become the next version when he decides. */
export default function EditingTask({ task }: { task: Task }) {
  const copy = useWorkingCopyQuery(task.detail.row.id);
  if (copy.error && !copy.data)
    return (
      <div className="page">
        <PageProblem error={copy.error} retry={() => void copy.refetch()} />
      </div>
    );
  if (!copy.data) return <PageSkeleton />;
  return <Editing task={task} row={copy.data} />;
}

function Editing({ task, row }: { task: Task; row: WorkingCopyRow }) {
  const i18n = useI18n();
  const { t } = i18n;
  const done = useDoneWords();
  const { detail } = task;
  const copy = useWorkingCopy(detail.row.id, row);
  const goOn = useGoOn(detail.row.id);
  const [unsaved, setUnsaved] = useState(false);
  const decision = useDecision(
    detail,
    (decided, choice) => goOn(done(choice, decided, detail.documentTitle)),
    async (choice) => {
      if (choice.outcome.tone !== 'forward') return {};
      const revision = await copy.flush();
      setUnsaved(revision === null);
      return revision === null ? null : { workingCopy: revision };
    },
  );
  const changed = hasChanges(row.changes);
  return (
    <TaskFrame
      task={task}
      decision={decision}
      tabs={[
        {
          id: 'edit',
          title: t('task.edit'),
          view: () => (
            <>
              <p className="since">
                <span>{t('task.editWhy', { version: detail.version + 1 })}</span> <CopyState copy={copy} />
              </p>
              <div className="card facts-card">
                <CopyEditor detail={detail} copy={copy} />
              </div>
              {changed && (
                <>
                  <h2>{t('task.willChange', { version: detail.version + 1 })}</h2>
                  <div className="card facts-card">
                    <Changes changes={row.changes} fields={detail.fields} posts={detail.posts} />
                  </div>
                </>
              )}
            </>
          ),
        },
        // Files stand in the tab where they are edited.
        ...documentTabs(detail, i18n).filter(({ id }) => id !== 'files' || !detail.edits?.files),
      ]}
      beside={
        unsaved ? (
          <section>
            <ProblemLine error={copy.error ?? new Error('unsaved')} />
          </section>
        ) : null
      }
    />
  );
}
