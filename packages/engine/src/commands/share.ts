import type { Command } from '../model/command.ts';
import { type Problem, problem } from '../stages/stage-reducer.ts';
import type { Transaction } from '../transaction.ts';
import { personOf } from './people.ts';

type Take = Extract<Command, { type: 'take' }>;
type Release = Extract<Command, { type: 'release' }>;

/** Takes a common task. From another only when he is absent now; taking what one has already taken changes nothing. */
export function take(tx: Transaction, { task: id, by }: Take): Problem | null {
  const task = Object.hasOwn(tx.state.tasks, id) ? tx.state.tasks[id] : undefined;
  if (task === undefined) return problem('task-closed');
  if (!task.positions.includes(by.position)) return problem('not-your-task');
  const holder = task.takenBy;
  if (task.positions.length < 2 || holder?.employee === by.employee) return null;
  if (holder !== undefined && !isAway(tx, holder)) return problem('task-taken');
  tx.record({ type: 'taskTaken', task: id, by, person: personOf(tx.context, by) });
  return null;
}

/** Puts a taken task back for the others. */
export function release(tx: Transaction, { task: id, by }: Release): Problem | null {
  const task = Object.hasOwn(tx.state.tasks, id) ? tx.state.tasks[id] : undefined;
  if (task === undefined) return problem('task-closed');
  if (!task.positions.includes(by.position)) return problem('not-your-task');
  if (task.takenBy === undefined) return problem('task-not-taken');
  if (task.takenBy.employee !== by.employee) return problem('task-taken');
  tx.record({ type: 'taskReleased', task: id, by, person: personOf(tx.context, by) });
  return null;
}

/** Absent today, or no longer at the post: somebody else acts for it, or nobody does. */
function isAway(tx: Transaction, holder: { readonly employee: string; readonly position: string }): boolean {
  const { directory, nowMs } = tx.context;
  if (directory.acting(holder.position, nowMs)?.employee !== holder.employee) return true;
  const today = directory.calendarOf([holder.position]).dayOf(nowMs);
  return directory.daysUncovered(holder.position).some(({ from, to }) => from <= today && today <= to);
}
