import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** A choice has something to choose from: with one unconditional alternative it only looks like a decision. */
export const choiceOfOne: LintRule = function* (regulation) {
  for (const { from, order, alternatives } of Object.values(regulation.transitions)) {
    const [first] = order;
    if (regulation.stages[from]?.kind !== 'choice' || order.length !== 1 || first === undefined) continue;
    if (alternatives[first]?.rule !== undefined) continue;
    yield problem('choice-of-one', 'warning', ['stages', from], { stage: from });
  }
};
