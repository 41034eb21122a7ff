import { reach } from '../../graph/dominators.ts';
import { isReturnWay, stageOf } from '../../graph/route.ts';
import { branchEnd } from '../../model/transition.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** A refusal leads, through choices at most, to rework, back, to the end of its branch or to an end. */
export const refusalLeadsForward: LintRule = function* (regulation, route) {
  for (const way of route.ways) {
    if (way.tone !== 'return' || way.to === branchEnd || isReturnWay(route, way)) continue;
    const isChoice = (stage: string) => stageOf(regulation, stage)?.kind === 'choice';
    const passed = reach([way.to], (stage) => (isChoice(stage) ? route.nextInScope(stage) : []));
    const returned = [...passed].some((id) => {
      const stage = stageOf(regulation, id);
      if (stage === undefined || stage.kind === 'end') return true;
      if (stage.kind === 'task' && stage.settings.rework === true) return true;
      return id !== way.to && route.dominatorsOf(way.from).includes(id);
    });
    if (returned) continue;
    const at = ['transitions', way.transition, 'alternatives', way.alternativeId];
    yield problem('refusal-leads-forward', 'warning', at, { stage: way.from, to: way.to });
  }
};
