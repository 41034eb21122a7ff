import type { Slot } from '../model/instance.ts';
import { progressOf } from '../stages/registry.ts';
import { decisionOf, slotsOf, stageOf, visitOf } from '../state.ts';
import type { Transaction } from '../transaction.ts';
import { closeVisit } from './close-visit.ts';
import { openTask } from './open-task.ts';

/** Lets a visit do what follows from its slots: ask, reach the next step, close, or wait. */
export function advanceVisit(tx: Transaction, visitId: string): void {
  for (;;) {
    const visit = visitOf(tx.state, visitId);
    const stage = stageOf(tx.context.regulation, visit.stage);
    const slots = slotsOf(tx.state, visit).map((slot) => ({ slot, decision: decisionOf(tx.state, slot) }));
    const progress = progressOf(stage, slots, visit.step);
    switch (progress.do) {
      case 'wait':
        return;
      case 'ask':
        for (const slot of progress.slots) openTask(tx, slot);
        return;
      case 'reachStep':
        tx.record({ type: 'stepReached', visit: visitId, step: progress.step });
        break;
      case 'close':
        closeVisit(tx, visitId, progress.outcome, slots.every(isKept) ? 'kept' : 'closed');
        return;
    }
  }
}

function isKept({ slot }: { readonly slot: Slot }): boolean {
  return slot.status === 'kept';
}
