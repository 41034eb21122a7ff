import type { RuleConditions, RuleNode, RuleOperator } from '@reglament/regulation';
import { Engine, Operator, type TopLevelCondition } from 'json-rules-engine';
import { readPath } from './compile-rules.ts';

type Evaluate = (fact: never, value: never) => boolean;

const present = (fact: unknown) => fact !== undefined && fact !== null;
const isNumber = (fact: unknown) => typeof fact === 'number' && Number.isFinite(fact);
const isDate = (fact: unknown) => typeof fact === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(fact);
const isMoney = (fact: unknown) => present(fact) && Number.isFinite((fact as { amount?: unknown }).amount);

interface Amount {
  readonly amount: number;
  readonly currency: string;
}

/**
 * json-rules-engine's own operators are loose: `"10" > 5` holds, `in` looks inside a text. These take their places;
 * they are written apart from the compiled ones, so that a mistake in one of them shows.
 */
const operators: readonly [RuleOperator, Evaluate, (fact: unknown) => boolean][] = [
  ['equal', (a: unknown, b: unknown) => a === b, present],
  ['notEqual', (a: unknown, b: unknown) => a !== b, present],
  ['in', (a: unknown, b: unknown) => Array.isArray(b) && b.indexOf(a) > -1, present],
  ['notIn', (a: unknown, b: unknown) => Array.isArray(b) && b.indexOf(a) === -1, present],
  ['contains', (a: unknown[], b: unknown) => a.indexOf(b) > -1, Array.isArray],
  ['doesNotContain', (a: unknown[], b: unknown) => a.indexOf(b) === -1, Array.isArray],
  ['lessThan', (a: number, b: number) => isNumber(b) && a < b, isNumber],
  ['lessThanInclusive', (a: number, b: number) => isNumber(b) && a <= b, isNumber],
  ['greaterThan', (a: number, b: number) => isNumber(b) && a > b, isNumber],
  ['greaterThanInclusive', (a: number, b: number) => isNumber(b) && a >= b, isNumber],
  ['moneyLessThan', (a: Amount, b: Amount) => a.currency === b.currency && a.amount < b.amount, isMoney],
  [
    'moneyLessThanInclusive',
    (a: Amount, b: Amount) => a.currency === b.currency && a.amount <= b.amount,
    isMoney,
  ],
  ['moneyGreaterThan', (a: Amount, b: Amount) => a.currency === b.currency && a.amount > b.amount, isMoney],
  [
    'moneyGreaterThanInclusive',
    (a: Amount, b: Amount) => a.currency === b.currency && a.amount >= b.amount,
    isMoney,
  ],
  ['dateBefore', (a: string, b: string) => isDate(b) && Date.parse(a) < Date.parse(b), isDate],
  ['dateOnOrBefore', (a: string, b: string) => isDate(b) && Date.parse(a) <= Date.parse(b), isDate],
  ['dateAfter', (a: string, b: string) => isDate(b) && Date.parse(a) > Date.parse(b), isDate],
  ['dateOnOrAfter', (a: string, b: string) => isDate(b) && Date.parse(a) >= Date.parse(b), isDate],
  ['isEmpty', (a: unknown, b: unknown) => !present(a) === b, () => true],
  ['isNotEmpty', (a: unknown, b: unknown) => present(a) === b, () => true],
];

/** Every fact is read by a path into one root, with our resolver in place of JSONPath: dotted names, own keys. */
function underRoot(node: RuleNode): object {
  if ('all' in node) return { all: node.all.map(underRoot) };
  if ('any' in node) return { any: node.any.map(underRoot) };
  if ('not' in node) return { not: underRoot(node.not) };
  return { fact: 'root', path: node.fact, operator: node.operator, value: node.value };
}

/**
 * The same rules by json-rules-engine itself: the oracle of the compiled ones. A new engine for each run, because two
 * runs of one engine disturb each other.
 *
 * @param facts - nested data: `{ card: { price: … } }`
 * @returns the ids of the rules that hold
 */
export async function runRulesEngine(
  rules: Readonly<Record<string, RuleConditions>>,
  facts: object,
): Promise<ReadonlySet<string>> {
  const engine = new Engine([], { pathResolver: readPath });
  for (const [name, evaluate, validate] of operators) {
    engine.addOperator(new Operator(name, evaluate as (fact: unknown, value: unknown) => boolean, validate));
  }
  for (const [id, conditions] of Object.entries(rules)) {
    // The rebuilt tree has the shape of json-rules-engine's own type, which is recursive and loose.
    engine.addRule({ conditions: underRoot(conditions) as TopLevelCondition, event: { type: id } });
  }
  const { events } = await engine.run({ root: facts });
  return new Set(events.map(({ type }) => type));
}

export async function evaluateWithRulesEngine(conditions: RuleConditions, facts: object): Promise<boolean> {
  return (await runRulesEngine({ it: conditions }, facts)).has('it');
}
