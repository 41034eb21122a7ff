import { useI18n } from '@reglament/ui';
import { IconGitCompare } from '@tabler/icons-react';
import { useDoneWords } from '../../decision/choiceWords.ts';
import { documentTabs } from '../../decision/documentTabs.tsx';
import { type Task, TaskFrame, useGoOn } from '../../decision/taskFrame.tsx';
import { useDecision } from '../../decision/useDecision.ts';
import { hasChanges } from '../../shared/changes.tsx';
import { useSay } from '../../shared/text.ts';

/** A task that only decides: approval, signing, a task with outcomes, acquaintance. */
export function UsualTask({ task }: { task: Task }) {
  const i18n = useI18n();
  const say = useSay();
  const done = useDoneWords();
  const { detail } = task;
  const goOn = useGoOn(detail.row.id);
  const decision = useDecision(detail, (decided, choice) =>
    goOn(done(choice, decided, detail.documentTitle)),
  );
  const since = detail.changedSinceMyVisa;
  return (
    <TaskFrame
      task={task}
      decision={decision}
      tabs={documentTabs(
        detail,
        i18n,
        since && hasChanges(since) ? (
          <p className="since">
            <IconGitCompare className="ic" aria-hidden="true" />
            <span>
              {i18n.t('task.changedSince', { version: since.fromVersion })}:{' '}
              {[...since.fields.map(({ title }) => say(title)), ...since.files.map(({ name }) => name)].join(
                ', ',
              )}
            </span>
            <a className="btn btn--small btn--quiet" href="?tab=versions">
              {i18n.t('task.showChanges')}
            </a>
          </p>
        ) : null,
      )}
    />
  );
}
