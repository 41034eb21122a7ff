import { stageOf } from '../../graph/route.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Blocks nest, but none lies inside itself. */
export const blockInItself: LintRule = function* (regulation) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    if (stage.kind !== 'parallel') continue;
    const seen = new Set<string>();
    let at = stage.parent?.block;
    while (at !== undefined && at !== id && !seen.has(at)) {
      seen.add(at);
      at = stageOf(regulation, at)?.parent?.block;
    }
    if (at === id) yield problem('block-in-itself', 'error', ['stages', id, 'parent'], { stage: id });
  }
};
