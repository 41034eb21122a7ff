import { reach } from '../../graph/dominators.ts';
import { stageOf } from '../../graph/route.ts';
import { branchEnd } from '../../model/transition.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** From every stage a way leads to an end; inside a branch, to the end of the branch. */
export const noWayToEnd: LintRule = function* (regulation, route) {
  for (const scope of route.scopes.values()) {
    const back = new Map<string, string[]>();
    for (const stage of scope.stages) {
      for (const next of route.nextInScope(stage)) back.set(next, [...(back.get(next) ?? []), stage]);
    }
    const ends = scope.stages.filter((stage) =>
      scope.parent === undefined
        ? stageOf(regulation, stage)?.kind === 'end'
        : route.waysFrom(stage).some((way) => way.to === branchEnd),
    );
    const arriving = reach(ends, (stage) => back.get(stage) ?? []);
    for (const stage of scope.stages) {
      // An end inside a branch is a problem of its own.
      if (arriving.has(stage) || stageOf(regulation, stage)?.kind === 'end') continue;
      yield problem('no-way-to-end', 'error', ['stages', stage], { stage });
    }
  }
};
