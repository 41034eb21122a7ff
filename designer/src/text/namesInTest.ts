import type { I18n } from '@reglament/i18n';
import {
  membershipOperators,
  operatorsFor,
  presenceOperators,
  type Regulation,
  type RuleOperator,
  ruleOperators,
  type Text,
  typeOfFact,
} from '@reglament/regulation';
import { factsOffered, optionsOf } from '../document/facts.ts';
import type { TextPath } from './textMap.ts';

/** What may stand at a place of a text: the JSON that is put there, how it is listed, and what it means. */
export interface Named {
  readonly json: string;
  readonly label: string;
  readonly words: string | null;
}

/** A place inside one test of a rule. */
export interface TestPlace {
  readonly key: 'fact' | 'operator' | 'value';
  /** Keys and indexes before the test's own keys. */
  readonly depth: number;
  /** Whether it is one of several values. */
  readonly inList: boolean;
}

/** Which part of a test of a rule lies at a path of the document; null where it is none. Pure. */
export function testAt(path: TextPath): TestPlace | null {
  if (path[0] !== 'rules' || path[2] !== 'when') return null;
  const inList = typeof path.at(-1) === 'number' && path.at(-2) === 'value';
  const depth = path.length - (inList ? 2 : 1);
  const key = path[depth];
  if (key !== 'fact' && key !== 'operator' && key !== 'value') return null;
  return depth > 2 ? { key, depth, inList } : null;
}

/**
 * What fits there, by the closed list of facts: facts, the operators that the fact takes, the values that it may have. Null
 * where anything of its type may stand. Pure.
 *
 * @param test - the fact and operator as they are written; null while they are not
 */
export function namesInTest(
  { key, inList }: TestPlace,
  test: { readonly fact: string | null; readonly operator: string | null },
  regulation: Regulation,
  i18n: I18n,
  say: (text: Text) => string,
): readonly Named[] | null {
  const named = (value: string | boolean, words: string | null): Named => ({
    json: JSON.stringify(value),
    label: String(value),
    words,
  });
  if (key === 'fact')
    return factsOffered(regulation, i18n, say).map(({ value, label }) => named(value, label));
  const type = test.fact === null ? undefined : typeOfFact(regulation, test.fact);
  if (key === 'operator')
    return (type === undefined ? ruleOperators : operatorsFor[type]).map((operator) =>
      named(operator, i18n.t(`designer.op.${operator}`)),
    );
  if (test.fact === null || type === undefined) return null;
  const operator = test.operator as RuleOperator;
  if (presenceOperators.includes(operator)) return [named(true, i18n.t('designer.yes'))];
  const options = optionsOf(regulation, test.fact, i18n, say)?.map(({ value, label }) => named(value, label));
  if (membershipOperators.includes(operator) && !inList)
    return (options ?? []).map((one) => ({ ...one, json: `[${one.json}]`, label: `[${one.label}]` }));
  if (options) return options;
  if (type === 'flag') return [named(true, i18n.t('designer.yes')), named(false, i18n.t('designer.no'))];
  if (type === 'money')
    return [
      { json: '{"amount": 0, "currency": "RUB"}', label: 'amount', words: i18n.t('designer.text.kopecks') },
    ];
  return null;
}
