import { parseFact, testsOf } from '../../graph/facts.ts';
import type { RuleTest } from '../../model/rule.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/**
 * A field that a rule reads is required at sending, or the rule tests emptiness. A flag asked for `true` needs neither: a
 * flag that nobody set is not set.
 */
export const ruleReadsOptional: LintRule = function* (regulation) {
  for (const [id, rule] of Object.entries(regulation.rules)) {
    const tests = testsOf(rule.when);
    const tested = new Set(tests.filter(({ test }) => testsPresence(test)).map(({ test }) => test.fact));
    const reported = new Set<string>();
    for (const { test, at } of tests) {
      const fact = parseFact(test.fact);
      if (fact?.of !== 'card' || tested.has(test.fact) || reported.has(test.fact)) continue;
      const field = Object.hasOwn(regulation.fields, fact.field) ? regulation.fields[fact.field] : undefined;
      if (field === undefined || field.required === true) continue;
      if (field.type === 'flag' && test.operator === 'equal' && test.value === true) continue;
      reported.add(test.fact);
      const place = ['rules', id, 'when', ...at, 'fact'];
      yield problem('rule-reads-optional', 'error', place, { rule: id, field: fact.field });
    }
  }
};

function testsPresence({ operator }: RuleTest): boolean {
  return operator === 'isEmpty' || operator === 'isNotEmpty';
}
