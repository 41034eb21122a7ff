import { reach } from '../../graph/dominators.ts';
import { flowOf } from '../../graph/flow.ts';
import { stageOf } from '../../graph/route.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** A way leads from the start to every stage. */
export const stageUnreachable: LintRule = function* (regulation, route) {
  if (stageOf(regulation, regulation.start) === undefined) return;
  const reached = reach([regulation.start], flowOf(route).next);
  for (const stage of regulation.stageOrder) {
    if (!reached.has(stage)) yield problem('stage-unreachable', 'error', ['stages', stage], { stage });
  }
};
