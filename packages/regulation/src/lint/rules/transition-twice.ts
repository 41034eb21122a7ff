import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** An outcome has one transition; its alternatives are inside it. */
export const transitionTwice: LintRule = function* (regulation) {
  const seen = new Set<string>();
  for (const id of Object.keys(regulation.transitions).sort()) {
    const transition = regulation.transitions[id];
    if (transition === undefined) continue;
    const { from, outcome } = transition;
    const key = `${from}.${outcome}`;
    if (seen.has(key)) {
      yield problem('transition-twice', 'error', ['transitions', id], { stage: from, outcome });
    }
    seen.add(key);
  }
};
