import type { TaskDetail } from '@reglament/api';
import { Button, useHotkeys, useI18n, useToast } from '@reglament/ui';
import { ProblemLine, refresh, useCommand } from '@reglament/web';
import { useState } from 'react';
import { HandOver } from './handOver.tsx';

/** Taking a common task, putting it back, handing a task over: what the reader's abilities allow. */
export function SharedActs({
  detail,
  keys = true,
}: {
  detail: TaskDetail;
  /** false where the list around it has the key */
  keys?: boolean;
}) {
  const { t } = useI18n();
  const toast = useToast();
  const take = useCommand('tasks.take');
  const release = useCommand('tasks.release');
  const [handing, setHanding] = useState(false);
  const { row } = detail;
  const { abilities } = row;
  const run = async (command: typeof take | typeof release, words: 'tasks.taken' | 'tasks.released') => {
    const answer = await command.send({ params: { id: row.id }, body: { revision: row.revision } });
    await refresh('tasks.show', 'tasks.list', 'tasks.counts');
    if (answer) toast({ text: t(words, { title: row.title }) });
  };
  const act = () => {
    if (abilities.take) void run(take, 'tasks.taken');
    else if (abilities.release) void run(release, 'tasks.released');
  };
  useHotkeys({ KeyT: act }, keys && (abilities.take || abilities.release));
  // What can be decided at once is decided by the first button; taking only tells the others.
  const first = abilities.decide.length === 0;
  if (!abilities.take && !abilities.release && !abilities.handOver) return null;
  return (
    <div className="acts shared-acts">
      {abilities.take && (
        <Button
          {...(first ? { variant: 'primary' } : { size: 'small' })}
          keys="t"
          busy={take.busy}
          onClick={act}
        >
          {t('tasks.take')}
        </Button>
      )}
      {abilities.release && (
        <Button size="small" keys="t" busy={release.busy} onClick={act}>
          {t('task.putBack')}
        </Button>
      )}
      {abilities.handOver && (
        <Button size="small" variant="quiet" onClick={() => setHanding(true)}>
          {t('task.handOver')}
        </Button>
      )}
      <ProblemLine error={take.error ?? release.error} />
      {handing && <HandOver row={row} close={() => setHanding(false)} />}
    </div>
  );
}
