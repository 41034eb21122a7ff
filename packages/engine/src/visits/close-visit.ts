import { outcomesOf } from '@reglament/regulation';
import { EngineError } from '../errors.ts';
import type { EventBody } from '../model/event.ts';
import { moveOn } from '../route/move.ts';
import { inOrder, slotsOf, stageOf, visitOf } from '../state.ts';
import type { Transaction } from '../transaction.ts';
import { clearIncidents } from './incidents.ts';

type TaskClosing = Extract<EventBody, { type: 'taskClosed' }>['why'];

/** Closes a visit with its outcome, whatever is still open in it, and leaves the stage by that outcome. */
export function closeVisit(tx: Transaction, visitId: string, outcome: string, how: 'closed' | 'kept'): void {
  const visit = visitOf(tx.state, visitId);
  const stage = stageOf(tx.context.regulation, visit.stage);
  const tone = outcomesOf(stage).find((one) => one.id === outcome)?.tone;
  if (tone === undefined)
    throw new EngineError('ENG_TRANSITION_MISSING', { event: `${visit.stage}.${outcome}` });
  endVisit(tx, visitId, outcome, how, 'visitEnded');
  if (how === 'kept') tx.passedAsKept.add(visit.stage);
  moveOn(tx, visit.stage, outcome, tone);
}

/** Records the end of a visit: its tasks and incidents first, then itself with the visas that it stands on. */
export function endVisit(
  tx: Transaction,
  visitId: string,
  outcome: string,
  how: 'closed' | 'kept' | 'cancelled',
  why: TaskClosing,
): void {
  for (const task of inOrder(tx.state.tasks)) {
    if (task.visit === visitId) tx.record({ type: 'taskClosed', task: task.id, why });
  }
  clearIncidents(tx, (incident) => incident.visit === visitId, 'visitEnded');
  tx.record({ type: 'visitClosed', visit: visitId, outcome, how, standsOn: standsOn(tx, visitId) });
}

/** Decisions of earlier visits that a visit's kept slots stand on; of a block, those of the visits it holds. */
function standsOn(tx: Transaction, visitId: string): readonly string[] {
  const own = slotsOf(tx.state, visitOf(tx.state, visitId)).flatMap(({ status, decision }) =>
    status === 'kept' && decision !== undefined ? [decision] : [],
  );
  const held = inOrder(tx.state.visits).filter((visit) => visit.block === visitId);
  return [...own, ...held.flatMap(({ id }) => standsOn(tx, id))];
}
