import { isReturnWay, type Route, stageOf, type Way } from '../../graph/route.ts';
import { branchEnd } from '../../model/transition.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Whom the next round asks is said only where a round can begin: on a refusal, a return, or a way to rework. */
export const policyWithoutReturn: LintRule = function* (_regulation, route) {
  for (const way of route.ways) {
    if (way.alternative.policy === undefined || opensRound(route, way)) continue;
    const at = ['transitions', way.transition, 'alternatives', way.alternativeId, 'policy'];
    yield problem('policy-without-return', 'error', at);
  }
};

function opensRound(route: Route, way: Way): boolean {
  // A refusal inside a branch ends the branch; the block's own refusal opens the round.
  if (way.to === branchEnd) return false;
  const target = stageOf(route.regulation, way.to);
  return way.tone === 'return' || isReturnWay(route, way) || isRework(target);
}

function isRework(stage: ReturnType<typeof stageOf>): boolean {
  return stage?.kind === 'task' && stage.settings.rework === true;
}
