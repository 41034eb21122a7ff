import { z } from 'zod';
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

/** The most conditions side by side in one `all` or `any`. */
const conditionLimit = 100;

/** A plain date `YYYY-MM-DD` that exists in the calendar. */
export function isPlainDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return year > 0 && days !== undefined && day >= 1 && day <= days;
}

const scalarSchema = z.union([z.string().max(1000), z.number()]);

export const ruleValueSchema: z.ZodType<RuleValue> = z.union([
  z.string().max(1000),
  z.number(),
  z.boolean(),
  z.strictObject({ amount: z.int().min(0), currency: z.literal('RUB') }),
  z.array(scalarSchema).max(conditionLimit),
]);

export const ruleTestSchema: z.ZodType<RuleTest> = z.strictObject({
  fact: z.string().max(200),
  operator: z.enum(ruleOperators),
  value: ruleValueSchema,
});

/** Exactly one of `all`, `any`, `not`; a list has at least one condition. */
export const ruleConditionsSchema: z.ZodType<RuleConditions> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(ruleNodeSchema).min(1).max(conditionLimit) }),
    z.strictObject({ any: z.array(ruleNodeSchema).min(1).max(conditionLimit) }),
    z.strictObject({ not: ruleNodeSchema }),
  ]),
);

export const ruleNodeSchema: z.ZodType<RuleNode> = z.lazy(() =>
  z.union([
    ruleTestSchema,
    z.strictObject({ all: z.array(ruleNodeSchema).min(1).max(conditionLimit) }),
    z.strictObject({ any: z.array(ruleNodeSchema).min(1).max(conditionLimit) }),
    z.strictObject({ not: ruleNodeSchema }),
  ]),
);
