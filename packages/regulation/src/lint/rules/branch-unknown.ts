import { stageOf } from '../../graph/route.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** The block and branch that hold a stage exist. */
export const branchUnknown: LintRule = function* (regulation) {
  for (const [id, { parent }] of Object.entries(regulation.stages)) {
    if (parent === undefined) continue;
    const block = stageOf(regulation, parent.block);
    if (block?.kind !== 'parallel' || !Object.hasOwn(block.settings.branches, parent.branch)) {
      yield problem('branch-unknown', 'error', ['stages', id, 'parent'], {
        block: parent.block,
        branch: parent.branch,
      });
    }
  }
};
