import { stageOf } from '../../graph/route.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** A regulation starts outside every branch. */
export const startInBranch: LintRule = function* (regulation) {
  const { start } = regulation;
  if (stageOf(regulation, start)?.parent !== undefined) {
    yield problem('start-in-branch', 'error', ['start'], { stage: start });
  }
};
