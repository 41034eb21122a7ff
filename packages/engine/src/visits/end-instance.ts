import type { EventBody } from '../model/event.ts';
import type { Visit } from '../model/instance.ts';
import { inOrder } from '../state.ts';
import type { Transaction } from '../transaction.ts';
import { endVisit } from './close-visit.ts';

type Ending = Omit<Extract<EventBody, { type: 'ended' }>, 'type'>;

/** Ends the instance: every visit, task, timer and incident closes in the same step, blocks after what they hold. */
export function endInstance(tx: Transaction, ending: Ending): void {
  const why = ending.as === 'completed' ? 'visitEnded' : ending.as;
  const open = inOrder(tx.state.visits).filter((visit) => visit.status === 'open');
  const depth = ({ stage }: Visit) => depthOf(tx, stage);
  for (const visit of open.toSorted((one, other) => depth(other) - depth(one))) {
    endVisit(tx, visit.id, why, 'cancelled', why);
  }
  tx.record({ type: 'ended', ...ending });
}

function depthOf(tx: Transaction, stageId: string): number {
  const block = tx.context.regulation.regulation.stages[stageId]?.parent?.block;
  return block === undefined ? 0 : 1 + depthOf(tx, block);
}
