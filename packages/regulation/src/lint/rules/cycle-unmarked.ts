import { cycles } from '../../graph/dominators.ts';
import { isReturnWay, type Way } from '../../graph/route.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/**
 * A way back is a return (to a stage that every path has passed) or marked `cycle`. Without returns and marked ways no
 * cycle is left; of a cycle that is left, the ways that lead back in the order of the stages are reported.
 */
export const cycleUnmarked: LintRule = function* (regulation, route) {
  const forward = new Map<string, Way[]>();
  for (const way of route.ways) {
    if (way.alternative.cycle === true || isReturnWay(route, way)) continue;
    // Without a beginning there is no telling what every path has passed.
    if (route.scopeOf(way.from).first === undefined) continue;
    if (!route.nextInScope(way.from).includes(way.to)) continue;
    const list = forward.get(way.from);
    if (list === undefined) forward.set(way.from, [way]);
    else list.push(way);
  }
  const rank = new Map(regulation.stageOrder.map((stage, index) => [stage, index]));
  const found = cycles(regulation.stageOrder, (stage) => (forward.get(stage) ?? []).map((way) => way.to));
  for (const cycle of found) {
    const members = new Set(cycle);
    for (const way of cycle.flatMap((stage) => forward.get(stage) ?? [])) {
      if (!members.has(way.to) || (rank.get(way.to) ?? 0) > (rank.get(way.from) ?? 0)) continue;
      const at = ['transitions', way.transition, 'alternatives', way.alternativeId];
      yield problem('cycle-unmarked', 'error', at, { stage: way.to });
    }
  }
};
