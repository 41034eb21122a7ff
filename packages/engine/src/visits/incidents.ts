import type { Incident } from '../model/instance.ts';
import { inOrder } from '../state.ts';
import type { Transaction } from '../transaction.ts';

/** An incident of a slot; the same one is not raised twice while it is open. */
export function raiseIncident(tx: Transaction, slotId: string, reason: Incident['reason']): void {
  const slot = tx.state.slots[slotId];
  const visit = slot === undefined ? undefined : tx.state.visits[slot.visit];
  if (slot === undefined || visit === undefined || incidentOf(tx, slotId, reason) !== undefined) return;
  tx.record({
    type: 'incidentRaised',
    incident: {
      id: tx.context.newId(),
      reason,
      visit: visit.id,
      slot: slotId,
      stage: visit.stage,
      participant: slot.participant,
      raisedAtMs: tx.context.nowMs,
    },
  });
}

export function incidentOf(
  tx: Transaction,
  slotId: string,
  reason?: Incident['reason'],
): Incident | undefined {
  return inOrder(tx.state.incidents).find(
    (one) => one.slot === slotId && (reason === undefined || one.reason === reason),
  );
}

/** Clears what no longer needs repair. */
export function clearIncidents(
  tx: Transaction,
  concerns: (incident: Incident) => boolean,
  how: 'resolved' | 'visitEnded',
): void {
  for (const incident of inOrder(tx.state.incidents)) {
    if (concerns(incident)) tx.record({ type: 'incidentCleared', incident: incident.id, how });
  }
}
