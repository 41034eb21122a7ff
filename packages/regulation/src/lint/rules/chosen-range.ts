import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** The least number of chosen posts is not above the most. */
export const chosenRange: LintRule = function* (regulation) {
  for (const [id, participant] of Object.entries(regulation.participants)) {
    if (participant.type === 'chosen' && participant.min > participant.max) {
      const { min, max } = participant;
      yield problem('chosen-range', 'error', ['participants', id, 'min'], { min, max });
    }
  }
};
