import type { Command } from '../model/command.ts';
import { type Problem, problem } from '../stages/stage-reducer.ts';
import type { Transaction } from '../transaction.ts';
import { advanceVisit } from '../visits/advance-visit.ts';
import { isHeld, moveTask } from './hand-over.ts';
import { personOf } from './people.ts';

type Assign = Extract<Command, { type: 'assign' }>;

/**
 * Repairs an incident by naming a post: a vacant slot is asked of it, a task whose post fell vacant moves to it, an
 * escalation that found no superior reaches it.
 */
export function assign(tx: Transaction, { incident: id, to, by, reason }: Assign): Problem | null {
  const incident = Object.hasOwn(tx.state.incidents, id) ? tx.state.incidents[id] : undefined;
  if (incident === undefined) return problem('incident-closed');
  if (!isHeld(tx, to)) return problem('position-unknown', { position: to });
  if (reason.trim() === '') return problem('text-required');
  const words = tx.text(reason);
  const person = personOf(tx.context, by);
  const slot = incident.slot === undefined ? undefined : tx.state.slots[incident.slot];
  tx.record({ type: 'incidentCleared', incident: id, how: 'assigned', to, by, person, reason: words });
  if (slot === undefined) return null;
  if (slot.status === 'vacant') {
    tx.record({ type: 'slotResolved', slot: slot.id, positions: [to] });
    advanceVisit(tx, slot.visit);
  } else if (incident.reason === 'vacant-participant' && slot.task !== undefined) {
    moveTask(tx, slot.task, to, by, words);
  }
  return null;
}
