import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** The last alternative has no rule, so that there is always somewhere to go. */
export const elseMissing: LintRule = function* (regulation) {
  for (const [id, { order, alternatives }] of Object.entries(regulation.transitions)) {
    const last = order.at(-1);
    if (last !== undefined && alternatives[last]?.rule !== undefined) {
      yield problem('else-missing', 'error', ['transitions', id, 'alternatives', last]);
    }
  }
};
