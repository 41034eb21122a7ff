import { stepsOf } from '../stages/registry.ts';
import { openVisitOf, stageOf } from '../state.ts';
import { deadlineNamed, withShift } from '../timers/term.ts';
import type { Transaction } from '../transaction.ts';
import { advanceVisit } from './advance-visit.ts';
import { closeVisit } from './close-visit.ts';
import { findSlots } from './find-slots.ts';
import { raiseIncident } from './incidents.ts';
import { keptDecision, waitIsKept } from './keep.ts';

/**
 * Opens the next visit of a stage the machine has entered: finds its performers, keeps what stands, asks the rest. A
 * visit with nobody left to ask closes at once.
 */
export function openVisit(tx: Transaction, stageId: string): void {
  const stage = stageOf(tx.context.regulation, stageId);
  const mayKeep = tx.returnedTo !== stageId && !tx.passedAsKept.has(stageId);
  const waitKept = mayKeep && stage.kind === 'wait' && waitIsKept(tx.state, stageId, stage);
  if (stage.kind === 'task' && stage.settings.rework === true && !tx.noted && tx.state.noted !== undefined) {
    tx.record({ type: 'returnNoted', policy: null, stage: stageId });
  }

  const visit = `${stageId}#${(tx.state.stages[stageId]?.visits ?? 0) + 1}`;
  const found = findSlots(tx, visit, stepsOf(stage));
  const block = stage.parent === undefined ? undefined : openVisitOf(tx.state, stage.parent.block)?.id;
  tx.record({
    type: 'visitOpened',
    visit,
    stage: stageId,
    kind: stage.kind,
    slots: found.map(({ slot }) => slot),
    ...(block === undefined ? {} : { block }),
  });
  if (stage.kind === 'parallel') return;
  if (stage.kind === 'wait') {
    if (waitKept) closeVisit(tx, visit, 'elapsed', 'kept');
    else setElapse(tx, visit, stage.settings.deadline);
    return;
  }
  for (const { slot, vacant } of found) {
    const decision = mayKeep ? keptDecision(tx.state, tx.context.regulation, stageId, stage, slot) : null;
    if (decision !== null) tx.record({ type: 'slotKept', slot: slot.id, decision: decision.id });
    else if (vacant !== undefined) raiseIncident(tx, slot.id, vacant);
  }
  advanceVisit(tx, visit);
}

/** The timer of a wait, by the organisation's calendar, counted from the opening of its visit. */
export function setElapse(tx: Transaction, visitId: string, deadlineId: string): void {
  const visit = tx.state.visits[visitId];
  if (visit === undefined) return;
  const calendar = tx.context.directory.organisationCalendar(tx.state.organisation);
  const dueAtMs = calendar.due(visit.openedAtMs, withShift(deadlineNamed(tx, deadlineId))).atMs;
  const id = `${tx.state.id}/${visitId}/elapse`;
  if (tx.state.timers[id]?.dueAtMs === dueAtMs) return;
  tx.record({ type: 'timerSet', timer: { id, visit: visitId, action: 'elapse', index: 0, dueAtMs } });
}
