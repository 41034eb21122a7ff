import { branchesOf } from '../../graph/route.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Every rule that a transition, a branch or the urgency names is declared. */
export const ruleUnknown: LintRule = function* (regulation) {
  const check = (rule: string | undefined, at: readonly (string | number)[]) =>
    rule === undefined || Object.hasOwn(regulation.rules, rule)
      ? []
      : [problem('rule-unknown', 'error', at, { rule })];

  yield* check(regulation.urgency?.rule, ['urgency', 'rule']);
  for (const [id, stage] of Object.entries(regulation.stages)) {
    for (const [branch, { when }] of branchesOf(stage)) {
      yield* check(when, ['stages', id, 'settings', 'branches', branch, 'when']);
    }
  }
  for (const [id, transition] of Object.entries(regulation.transitions)) {
    for (const [alternative, { rule }] of Object.entries(transition.alternatives)) {
      yield* check(rule, ['transitions', id, 'alternatives', alternative, 'rule']);
    }
  }
};
