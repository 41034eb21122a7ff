import type { Task, Timer } from '../model/instance.ts';
import { inOrder, slotsOf, stageOf } from '../state.ts';
import { taskTimers } from '../timers/task-timers.ts';
import { runTerm } from '../timers/term.ts';
import type { Transaction } from '../transaction.ts';
import { advanceVisit } from '../visits/advance-visit.ts';
import { findParticipant } from '../visits/find-slots.ts';
import { clearIncidents, raiseIncident } from '../visits/incidents.ts';
import { setElapse } from '../visits/open-visit.ts';

/**
 * After a change of directory or calendar: vacant slots are tried again, posts that fell vacant raise an incident, and
 * open terms are counted again from their start. What has not changed gives no event.
 */
export function refresh(tx: Transaction): null {
  for (const visit of inOrder(tx.state.visits)) {
    if (visit.status !== 'open') continue;
    const vacant = slotsOf(tx.state, visit).filter((slot) => slot.status === 'vacant');
    const found = vacant.filter((slot) => tryAgain(tx, slot.id));
    if (found.length > 0) advanceVisit(tx, visit.id);
    const stage = stageOf(tx.context.regulation, visit.stage);
    if (stage.kind === 'wait') setElapse(tx, visit.id, stage.settings.deadline);
  }
  for (const task of inOrder(tx.state.tasks)) {
    checkPosts(tx, task);
    recompute(tx, task);
  }
  return null;
}

/** Whether a vacant slot has somebody now who has no other place in the visit. */
function tryAgain(tx: Transaction, slotId: string): boolean {
  const slot = tx.state.slots[slotId];
  const visit = slot === undefined ? undefined : tx.state.visits[slot.visit];
  if (slot === undefined || visit === undefined) return false;
  const found = findParticipant(tx, slot.participant);
  if ('vacant' in found) return false;
  const taken = new Set(slotsOf(tx.state, visit).flatMap((one) => one.positions));
  const positions = found.places.find((place) => place.length > 0 && place.every((post) => !taken.has(post)));
  if (positions === undefined) return false;
  tx.record({ type: 'slotResolved', slot: slotId, positions });
  clearIncidents(tx, (one) => one.slot === slotId, 'resolved');
  return true;
}

function checkPosts(tx: Transaction, task: Task): void {
  const { directory, nowMs } = tx.context;
  if (task.positions.every((post) => directory.acting(post, nowMs) === null)) {
    raiseIncident(tx, task.slot, 'vacant-participant');
  } else {
    clearIncidents(tx, (one) => one.slot === task.slot && one.reason === 'vacant-participant', 'resolved');
  }
}

/** Counts a term again; timers that have fired come again only where their new moment is still ahead. */
function recompute(tx: Transaction, task: Task): void {
  if (task.lapsed) return;
  const { dueAtMs, term, calendar } = runTerm(tx, task.term, task.term.startedAtMs, task.positions);
  if (dueAtMs === task.dueAtMs && term.provisional === task.term.provisional) return;
  const timed = { ...task, deadline: term.deadline, startedAtMs: term.startedAtMs, dueAtMs };
  const isAhead = (timer: Timer) =>
    Object.hasOwn(tx.state.timers, timer.id) || timer.dueAtMs > tx.context.nowMs;
  const timers = taskTimers(tx, stageOf(tx.context.regulation, task.stage), timed, calendar).filter(isAhead);
  const why = term.revision === task.term.revision ? 'absence' : 'calendar';
  tx.record({ type: 'termRecomputed', task: task.id, dueAtMs, term, timers, why });
}
