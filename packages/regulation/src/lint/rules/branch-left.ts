import { branchesOf, stageOf } from '../../graph/route.ts';
import { branchEnd } from '../../model/transition.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** A branch is entered through its first stage, which lies in it, and left through its own end. */
export const branchLeft: LintRule = function* (regulation, route) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    for (const [branch, { first }] of branchesOf(stage)) {
      const parent = stageOf(regulation, first)?.parent;
      if (stageOf(regulation, first) === undefined || (parent?.block === id && parent.branch === branch))
        continue;
      const at = ['stages', id, 'settings', 'branches', branch, 'first'];
      yield problem('branch-first-outside', 'error', at, { stage: first, block: id, branch });
    }
  }
  for (const way of route.ways) {
    const source = stageOf(regulation, way.from);
    if (source === undefined) continue;
    const at = ['transitions', way.transition, 'alternatives', way.alternativeId, 'to'];
    if (way.to === branchEnd) {
      if (source.parent === undefined) yield problem('branch-end-outside', 'error', at);
      continue;
    }
    const target = stageOf(regulation, way.to);
    if (target === undefined || route.scopeOf(way.to) === route.scopeOf(way.from)) continue;
    if (source.parent !== undefined) yield problem('branch-left', 'error', at, { ...source.parent });
    if (target.parent !== undefined) yield problem('branch-entered', 'error', at, { ...target.parent });
  }
};
