import { parseFact, testsOf } from '../../graph/facts.ts';
import { stageOf } from '../../graph/route.ts';
import { outcomesOf } from '../../stages/registry.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Transitions start from outcomes that their stages have, and rules compare with such outcomes. */
export const outcomeUnknown: LintRule = function* (regulation) {
  const has = (stageId: string, outcome: unknown): boolean => {
    const stage = stageOf(regulation, stageId);
    return stage === undefined || outcomesOf(stage).some((each) => each.id === outcome);
  };
  for (const [id, rule] of Object.entries(regulation.rules)) {
    for (const { test, at } of testsOf(rule.when)) {
      const fact = parseFact(test.fact);
      if (fact?.of !== 'outcome') continue;
      const { value } = test;
      const named = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
      for (const outcome of named) {
        if (has(fact.stage, outcome)) continue;
        const params = { stage: fact.stage, outcome: String(outcome) };
        yield problem('outcome-unknown', 'error', ['rules', id, 'when', ...at, 'value'], params);
      }
    }
  }
  for (const [id, { from, outcome }] of Object.entries(regulation.transitions)) {
    if (!has(from, outcome)) {
      yield problem('outcome-unknown', 'error', ['transitions', id, 'outcome'], { stage: from, outcome });
    }
  }
};
