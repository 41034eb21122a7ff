import { parseFact, testsOf } from '../../graph/facts.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Rules read the closed list of facts only. */
export const factUnknown: LintRule = function* (regulation) {
  for (const [id, rule] of Object.entries(regulation.rules)) {
    for (const { test, at } of testsOf(rule.when)) {
      if (parseFact(test.fact) === undefined) {
        yield problem('fact-unknown', 'error', ['rules', id, 'when', ...at, 'fact'], { fact: test.fact });
      }
    }
  }
};
