import { Skeleton, useI18n, VisuallyHidden } from '@reglament/ui';
import { PageProblem } from '@reglament/web';
import { Suspense } from 'react';
import { useParams } from 'wouter';
import { AfterAWhile } from '../../app/skeleton.tsx';
import { useTaskViews } from '../../app/taskViews.ts';
import { useTask } from '../../decision/useTask.ts';
import { UsualTask } from './usualTask.tsx';
import '../../decision/task.css';

/** The task page: the view that fits what is asked, over the version that was shown to the reader. */
export default function TaskPage() {
  const { id } = useParams<{ id: string }>();
  const task = useTask(id);
  const views = useTaskViews();
  const { detail } = task;
  if (task.error && !detail)
    return (
      <div className="page">
        <PageProblem error={task.error} retry={() => void task.retry()} />
      </div>
    );
  if (!detail) return <TaskSkeleton />;
  const View = views.find(({ fits }) => fits(detail))?.view ?? UsualTask;
  return (
    <Suspense fallback={<TaskSkeleton />}>
      <View key={detail.row.id} task={{ ...task, detail }} />
    </Suspense>
  );
}

function TaskSkeleton() {
  const { t } = useI18n();
  return (
    <AfterAWhile>
      <div className="task-page" role="status">
        <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
        <div className="task-head stack">
          <Skeleton width={90} />
          <Skeleton width="60%" height={26} />
          <Skeleton width="44%" />
        </div>
        <div className="doc">
          <Skeleton height={640} />
        </div>
        <div className="panel">
          <section className="stack">
            <Skeleton width="50%" />
            <Skeleton width="70%" height={34} />
            <Skeleton height={44} />
            <Skeleton height={44} />
          </section>
        </div>
      </div>
    </AfterAWhile>
  );
}
