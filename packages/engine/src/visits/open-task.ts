import { deadlineOf } from '@reglament/regulation';
import type { Slot } from '../model/instance.ts';
import { stageOf, visitOf } from '../state.ts';
import { taskTimers } from '../timers/task-timers.ts';
import { startTerm } from '../timers/term.ts';
import type { Transaction } from '../transaction.ts';
import { raiseIncident } from './incidents.ts';

/**
 * Asks a slot: its clock starts now, for the post reaches it now. A post that nobody holds any more is an incident; the
 * task is opened all the same, so that whoever comes finds it.
 */
export function openTask(tx: Transaction, slot: Slot): void {
  const visit = visitOf(tx.state, slot.visit);
  const stage = stageOf(tx.context.regulation, visit.stage);
  const deadline = deadlineOf(stage);
  if (deadline === undefined) throw new Error(`stage ${visit.stage} has no deadline`);
  const { directory, nowMs } = tx.context;
  const running = startTerm(tx, deadline, slot.positions);
  const id = tx.context.newId();
  const timed = {
    id,
    visit: visit.id,
    slot: slot.id,
    deadline,
    startedAtMs: nowMs,
    dueAtMs: running.dueAtMs,
  };
  tx.record({
    type: 'taskOpened',
    task: {
      id,
      slot: slot.id,
      visit: visit.id,
      stage: visit.stage,
      kind: visit.kind,
      positions: slot.positions,
      openedAtMs: nowMs,
      dueAtMs: running.dueAtMs,
      term: running.term,
      overdue: false,
      lapsed: false,
    },
    people: slot.positions.map((position) => directory.person(position, nowMs)),
    timers: taskTimers(tx, stage, timed, running.calendar),
  });
  if (slot.positions.every((position) => directory.acting(position, nowMs) === null)) {
    raiseIncident(tx, slot.id, 'vacant-participant');
  }
}
