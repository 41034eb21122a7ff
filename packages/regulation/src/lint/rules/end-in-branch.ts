import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** An end of the regulation lies outside every branch: one branch cannot end the others. */
export const endInBranch: LintRule = function* (regulation) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    if (stage.kind === 'end' && stage.parent !== undefined) {
      yield problem('end-in-branch', 'error', ['stages', id, 'parent'], { stage: id });
    }
  }
};
