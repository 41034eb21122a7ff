import type { Command } from '../model/command.ts';
import type { Timer } from '../model/instance.ts';
import { type Problem, problem } from '../stages/stage-reducer.ts';
import { deadlineNamed } from '../timers/term.ts';
import type { Transaction } from '../transaction.ts';
import { closeVisit } from '../visits/close-visit.ts';
import { raiseIncident } from '../visits/incidents.ts';
import { decideBySilence } from './decide.ts';

type Fire = Extract<Command, { type: 'timer' }>;

/**
 * A timer row that came due. One that is gone (fired, or cancelled by a person who was first) does nothing; one that
 * fires late keeps both moments.
 */
export function fireTimer(tx: Transaction, { timer: id }: Fire): Problem | null {
  const timer = Object.hasOwn(tx.state.timers, id) ? tx.state.timers[id] : undefined;
  if (timer === undefined) return null;
  if (tx.context.nowMs < timer.dueAtMs) return problem('timer-not-due', { dueAtMs: timer.dueAtMs });
  const told = toldBy(tx, timer);
  tx.record({
    type: 'timerFired',
    timer: id,
    action: timer.action,
    dueAtMs: timer.dueAtMs,
    ...(timer.task === undefined ? {} : { task: timer.task }),
    ...(timer.slot === undefined ? {} : { slot: timer.slot }),
    told,
  });
  const task = timer.task === undefined ? undefined : tx.state.tasks[timer.task];
  if (timer.action === 'elapse') closeVisit(tx, timer.visit, 'elapsed', 'closed');
  else if (timer.action === 'autoVisa' && task !== undefined) decideBySilence(tx, task);
  else if (timer.action === 'escalate' && told.length === 0 && timer.slot !== undefined) {
    raiseIncident(tx, timer.slot, 'no-superior');
  }
  return null;
}

/** Posts that hear of it. */
function toldBy(tx: Transaction, timer: Timer): readonly string[] {
  const task = timer.task === undefined ? undefined : tx.state.tasks[timer.task];
  if (task === undefined) return [];
  const superiors = () => [
    ...new Set(task.positions.flatMap((position) => tx.context.directory.superiorOf(position) ?? [])),
  ];
  switch (timer.action) {
    case 'remind': {
      const action = deadlineNamed(tx, task.term.deadline).onLapse[timer.index];
      const to = action?.do === 'remind' ? (action.to ?? ['performer']) : [];
      return [
        ...new Set([
          ...(to.includes('performer') ? task.positions : []),
          ...(to.includes('superior') ? superiors() : []),
        ]),
      ];
    }
    case 'mark':
      return task.positions;
    case 'escalate':
      return superiors();
    case 'autoVisa':
    case 'elapse':
      return [];
  }
}
