/**
 * Conditions in json-rules-engine's format over the closed list of facts. One of `all`, `any`, `not` at the root.
 * Facts: `card.<field>`, `stage.<id>.outcome`, `stage.<id>.visits`, `remarks.open`, `initiator.unit`, `initiator.post`,
 * `document.version`, `document.round`.
 */
export type RuleConditions =
  | { readonly all: readonly RuleNode[] }
  | { readonly any: readonly RuleNode[] }
  | { readonly not: RuleNode };

export type RuleNode = RuleConditions | RuleTest;

export interface RuleTest {
  readonly fact: string;
  readonly operator: RuleOperator;
  readonly value: RuleValue;
}

export type RuleValue =
  | string
  | number
  | boolean
  | { readonly amount: number; readonly currency: 'RUB' }
  | readonly (string | number)[];

/**
 * The closed list of operators. Untyped ones are json-rules-engine's own; `money*` compare kopecks of one currency,
 * `date*` compare plain dates, `isEmpty` / `isNotEmpty` take `true` as value and test presence. On an absent fact every
 * operator but those two is false.
 */
export const ruleOperators = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'moneyLessThan',
  'moneyLessThanInclusive',
  'moneyGreaterThan',
  'moneyGreaterThanInclusive',
  'dateBefore',
  'dateOnOrBefore',
  'dateAfter',
  'dateOnOrAfter',
  'isEmpty',
  'isNotEmpty',
] as const;

export type RuleOperator = (typeof ruleOperators)[number];
