import type { Money, RuleOperator, RuleValue } from '@reglament/regulation';

type Predicate = (fact: unknown) => boolean;

/** Looks at the value once and gives the test of a present fact. What has a wrong type never passes. */
type Operator = (value: RuleValue) => Predicate;

const never: Predicate = () => false;

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null) return false;
  const { amount, currency }: { amount?: unknown; currency?: unknown } = value;
  return isNumber(amount) && typeof currency === 'string';
}

const plainDate = /^\d{4}-\d{2}-\d{2}$/;

function isDate(value: unknown): value is string {
  return typeof value === 'string' && plainDate.test(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function numeric(test: (fact: number, value: number) => boolean): Operator {
  return (value) => (isNumber(value) ? (fact) => isNumber(fact) && test(fact, value) : never);
}

function monetary(test: (fact: number, value: number) => boolean): Operator {
  return (value) => {
    if (!isMoney(value)) return never;
    const { amount, currency } = value;
    return (fact) => isMoney(fact) && fact.currency === currency && test(fact.amount, amount);
  };
}

/** Plain dates are ordered as their texts are. */
function dated(test: (fact: string, value: string) => boolean): Operator {
  return (value) => (isDate(value) ? (fact) => isDate(fact) && test(fact, value) : never);
}

function within(expected: boolean): Operator {
  return (value) => {
    if (!isList(value)) return never;
    const list: readonly unknown[] = value;
    return (fact) => list.includes(fact) === expected;
  };
}

function containing(expected: boolean): Operator {
  return (value) => (fact) => isList(fact) && fact.includes(value) === expected;
}

/** The operators that look at a present fact; `isEmpty` and `isNotEmpty` ask about presence and are not here. */
export const operators: Readonly<Record<Exclude<RuleOperator, 'isEmpty' | 'isNotEmpty'>, Operator>> = {
  equal: (value) => (fact) => fact === value,
  notEqual: (value) => (fact) => fact !== value,
  lessThan: numeric((fact, value) => fact < value),
  lessThanInclusive: numeric((fact, value) => fact <= value),
  greaterThan: numeric((fact, value) => fact > value),
  greaterThanInclusive: numeric((fact, value) => fact >= value),
  in: within(true),
  notIn: within(false),
  contains: containing(true),
  doesNotContain: containing(false),
  moneyLessThan: monetary((fact, value) => fact < value),
  moneyLessThanInclusive: monetary((fact, value) => fact <= value),
  moneyGreaterThan: monetary((fact, value) => fact > value),
  moneyGreaterThanInclusive: monetary((fact, value) => fact >= value),
  dateBefore: dated((fact, value) => fact < value),
  dateOnOrBefore: dated((fact, value) => fact <= value),
  dateAfter: dated((fact, value) => fact > value),
  dateOnOrAfter: dated((fact, value) => fact >= value),
};
