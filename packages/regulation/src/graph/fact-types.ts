import type { FieldType } from '../model/field.ts';
import type { Regulation } from '../model/regulation.ts';
import type { RuleOperator } from '../model/rule.ts';
import { parseFact } from './facts.ts';

export const presenceOperators: readonly RuleOperator[] = ['isEmpty', 'isNotEmpty'];
const equality: readonly RuleOperator[] = ['equal', 'notEqual'];
export const membershipOperators: readonly RuleOperator[] = ['in', 'notIn'];
const sizes: readonly RuleOperator[] = [
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
];
const scalar = [...presenceOperators, ...equality, ...membershipOperators];

/** The operators that each type of fact takes. Facts that are no card fields are texts or numbers. */
export const operatorsFor: Readonly<Record<FieldType, readonly RuleOperator[]>> = {
  text: scalar,
  longText: scalar,
  link: scalar,
  choice: scalar,
  number: [...scalar, ...sizes],
  flag: [...presenceOperators, ...equality],
  money: [
    ...presenceOperators,
    'moneyLessThan',
    'moneyLessThanInclusive',
    'moneyGreaterThan',
    'moneyGreaterThanInclusive',
  ],
  date: [...presenceOperators, ...equality, 'dateBefore', 'dateOnOrBefore', 'dateAfter', 'dateOnOrAfter'],
  party: presenceOperators,
  posts: [...presenceOperators, 'contains', 'doesNotContain'],
};

/** The type of a fact; undefined for a fact, field or stage that is unknown, which other rules report. */
export function typeOfFact(regulation: Regulation, name: string): FieldType | undefined {
  const fact = parseFact(name);
  if (fact === undefined) return undefined;
  if (fact.of === 'card') {
    return Object.hasOwn(regulation.fields, fact.field) ? regulation.fields[fact.field]?.type : undefined;
  }
  return fact.of === 'outcome' || fact.of === 'code' ? 'text' : 'number';
}
