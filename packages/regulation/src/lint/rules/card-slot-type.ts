import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** A participant that comes from the card comes from a field of posts. */
export const cardSlotType: LintRule = function* (regulation) {
  for (const [id, participant] of Object.entries(regulation.participants)) {
    if (participant.type !== 'card' || !Object.hasOwn(regulation.fields, participant.field)) continue;
    if (regulation.fields[participant.field]?.type !== 'posts') {
      const params = { participant: id, field: participant.field };
      yield problem('card-slot-type', 'error', ['participants', id, 'field'], params);
    }
  }
};
