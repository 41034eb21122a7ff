import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Nothing stands behind an alternative without a rule. */
export const alternativeUnreachable: LintRule = function* (regulation) {
  for (const [id, { order, alternatives }] of Object.entries(regulation.transitions)) {
    const first = order.findIndex((alternative) => alternatives[alternative]?.rule === undefined);
    if (first === -1) continue;
    for (const alternative of order.slice(first + 1)) {
      yield problem('alternative-unreachable', 'error', ['transitions', id, 'alternatives', alternative]);
    }
  }
};
