import { resolveParticipant } from '../directory/resolve-participant.ts';
import type { PositionId } from '../model/directory.ts';
import type { Incident, Slot } from '../model/instance.ts';
import type { VisitStep } from '../stages/stage-reducer.ts';
import { currentVersion } from '../state.ts';
import type { Transaction } from '../transaction.ts';

export interface FoundSlot {
  readonly slot: Slot;
  /** Why it is vacant. */
  readonly vacant?: Incident['reason'];
}

type Places = readonly (readonly PositionId[])[];

/** Posts of a participant now, or why there are none. Pure. */
export function findParticipant(
  tx: Transaction,
  participantId: string,
): { readonly places: Places } | { readonly vacant: Incident['reason'] } {
  const { state } = tx;
  const participant = tx.context.regulation.regulation.participants[participantId];
  if (participant === undefined) return { vacant: 'vacant-participant' };
  const found = resolveParticipant(participant, {
    directory: tx.context.directory,
    initiator: state.initiator,
    organisation: state.organisation,
    chosen: state.chosen,
    card: currentVersion(state).card,
    participantId,
    lastPerformer: (stage) =>
      state.decisions.findLast((one) => one.stage === stage && one.replacedBy === undefined)?.position ??
      null,
  });
  return 'vacant' in found ? found : { places: found.slots };
}

/**
 * The slots of a new visit, in the order of its steps and participants. Somebody found twice is asked once, where he
 * was found first. A visit that found nobody at all has one vacant slot: it never passes in silence.
 */
export function findSlots(tx: Transaction, visit: string, steps: readonly VisitStep[]): readonly FoundSlot[] {
  const alone = new Set<PositionId>();
  const shared = new Set<string>();
  const slots: FoundSlot[] = [];
  for (const step of steps) {
    let place = 0;
    const add = (participant: string, positions: readonly PositionId[], vacant?: Incident['reason']) => {
      place += 1;
      const slot: Slot = {
        id: `${visit}/${step.id}/${place}`,
        visit,
        ...(step.id === '-' ? {} : { step: step.id }),
        participant,
        positions,
        found: positions,
        status: vacant === undefined ? 'waiting' : 'vacant',
      };
      slots.push(vacant === undefined ? { slot } : { slot, vacant });
    };
    for (const participant of step.participants) {
      const found = findParticipant(tx, participant);
      if ('vacant' in found) {
        add(participant, [], found.vacant);
        continue;
      }
      for (const positions of found.places) {
        if (positions.length === 0) {
          add(participant, [], 'vacant-participant');
          continue;
        }
        const left = positions.filter((position) => !alone.has(position));
        const key = left.join(' ');
        if (left.length === 0 || shared.has(key)) continue;
        if (left.length === 1) alone.add(left[0]!);
        else shared.add(key);
        add(participant, left);
      }
    }
  }
  if (slots.length > 0) return slots;
  const first = steps.find((step) => step.participants.length > 0);
  const participant = first?.participants[0];
  if (first === undefined || participant === undefined) return [];
  const slot: Slot = {
    id: `${visit}/${first.id}/1`,
    visit,
    ...(first.id === '-' ? {} : { step: first.id }),
    participant,
    positions: [],
    found: [],
    status: 'vacant',
  };
  return [{ slot, vacant: 'vacant-participant' }];
}
