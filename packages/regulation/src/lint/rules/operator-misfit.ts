import { membershipOperators, operatorsFor, presenceOperators, typeOfFact } from '../../graph/fact-types.ts';
import { parseFact, testsOf } from '../../graph/facts.ts';
import type { FieldType } from '../../model/field.ts';
import type { Regulation } from '../../model/regulation.ts';
import { isPlainDate, type RuleTest } from '../../model/rule.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Operators are typed: each fits the type of its fact, and its value fits both. */
export const operatorMisfit: LintRule = function* (regulation) {
  for (const [id, rule] of Object.entries(regulation.rules)) {
    for (const { test, at } of testsOf(rule.when)) {
      const type = typeOfFact(regulation, test.fact);
      if (type === undefined) continue;
      const { fact, operator } = test;
      const place = ['rules', id, 'when', ...at];
      if (!operatorsFor[type].includes(operator)) {
        yield problem('operator-misfit', 'error', [...place, 'operator'], { fact, operator, type });
        continue;
      }
      const expected = expectedValue(regulation, type, test);
      if (expected !== undefined) {
        yield problem('operand-misfit', 'error', [...place, 'value'], { fact, operator, expected });
      }
    }
  }
};

/** What the value should have been, or undefined when it fits. */
function expectedValue(regulation: Regulation, type: FieldType, test: RuleTest): string | undefined {
  const { operator, value } = test;
  if (presenceOperators.includes(operator)) return value === true ? undefined : 'true';
  const options = optionsOf(regulation, test.fact);
  const fits = (each: unknown): boolean => {
    switch (type) {
      case 'number':
        return typeof each === 'number';
      case 'flag':
        return typeof each === 'boolean';
      case 'money':
        return typeof each === 'object' && each !== null && !Array.isArray(each);
      case 'date':
        return typeof each === 'string' && isPlainDate(each);
      case 'choice':
        return typeof each === 'string' && (options === undefined || options.includes(each));
      default:
        return typeof each === 'string';
    }
  };
  const name = options?.join(' | ') ?? valueNames[type];
  if (membershipOperators.includes(operator)) {
    return Array.isArray(value) && value.length > 0 && value.every(fits) ? undefined : `[${name}]`;
  }
  return fits(value) ? undefined : name;
}

function optionsOf(regulation: Regulation, name: string): readonly string[] | undefined {
  const fact = parseFact(name);
  return fact?.of === 'card' ? regulation.fields[fact.field]?.optionOrder : undefined;
}

const valueNames: Readonly<Record<FieldType, string>> = {
  text: '"…"',
  longText: '"…"',
  link: '"…"',
  choice: '"…"',
  party: '"…"',
  posts: '"…"',
  number: '0',
  flag: 'true | false',
  money: '{"amount": 0, "currency": "RUB"}',
  date: '"YYYY-MM-DD"',
};
