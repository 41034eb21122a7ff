import { opensRoundWay } from '../../graph/route.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Whom the next round asks is said only where a round can begin: on a refusal, a return, or a way to rework. */
export const policyWithoutReturn: LintRule = function* (_regulation, route) {
  for (const way of route.ways) {
    if (way.alternative.policy === undefined || opensRoundWay(route, way)) continue;
    const at = ['transitions', way.transition, 'alternatives', way.alternativeId, 'policy'];
    yield problem('policy-without-return', 'error', at);
  }
};
