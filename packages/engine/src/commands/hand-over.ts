import type { Command } from '../model/command.ts';
import type { PositionId } from '../model/directory.ts';
import type { Actor, TextRef } from '../model/instance.ts';
import { type Problem, problem } from '../stages/stage-reducer.ts';
import { stageOf } from '../state.ts';
import { taskTimers } from '../timers/task-timers.ts';
import { runTerm } from '../timers/term.ts';
import type { Transaction } from '../transaction.ts';
import { clearIncidents } from '../visits/incidents.ts';
import { personOf } from './people.ts';

type HandOver = Extract<Command, { type: 'handOver' }>;

/** Moves an open task to another post, with a reason. */
export function handOver(tx: Transaction, { task, to, by, reason }: HandOver): Problem | null {
  if (!Object.hasOwn(tx.state.tasks, task)) return problem('task-closed');
  if (!isHeld(tx, to)) return problem('position-unknown', { position: to });
  if (reason.trim() === '') return problem('text-required');
  moveTask(tx, task, to, by, tx.text(reason));
  return null;
}

export function isHeld(tx: Transaction, position: PositionId): boolean {
  return tx.context.directory.acting(position, tx.context.nowMs) !== null;
}

/** The task reaches a new desk, so its clock starts again there. */
export function moveTask(tx: Transaction, taskId: string, to: PositionId, by: Actor, reason: TextRef): void {
  const { directory, nowMs, regulation } = tx.context;
  tx.record({
    type: 'taskHandedOver',
    task: taskId,
    to,
    person: directory.person(to, nowMs),
    by,
    byPerson: personOf(tx.context, by),
    reason,
  });
  const task = tx.state.tasks[taskId];
  if (task === undefined) return;
  clearIncidents(tx, (one) => one.slot === task.slot && one.reason === 'vacant-participant', 'resolved');
  if (task.lapsed) return;
  const { dueAtMs, term, calendar } = runTerm(tx, task.term, nowMs, [to]);
  const timed = { ...task, deadline: term.deadline, startedAtMs: nowMs, dueAtMs };
  const timers = taskTimers(tx, stageOf(regulation, task.stage), timed, calendar);
  tx.record({ type: 'termRecomputed', task: taskId, dueAtMs, term, timers, why: 'handedOver' });
}
