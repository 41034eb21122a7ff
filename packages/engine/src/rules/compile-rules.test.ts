import { type RuleOperator, type RuleValue, ruleOperators } from '@reglament/regulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomConditions, randomFacts } from '../testing/random-rules.ts';
import { compileConditions, compileRules, readPath } from './compile-rules.ts';
import { evaluateWithRulesEngine } from './rules-engine.ts';

const rub = (amount: number) => ({ amount, currency: 'RUB' }) as const;

const facts = {
  card: {
    price: rub(60_000_000),
    kind: 'supply',
    count: 10,
    normative: false,
    until: '2026-12-31',
    posts: ['p1', 'p2'],
    digits: '10',
    nothing: null,
  },
  stage: { legal: { outcome: 'approved', visits: 2 } },
  document: { round: 1 },
};

function holds(fact: string, operator: RuleOperator, value: RuleValue): boolean {
  return compileConditions({ all: [{ fact, operator, value }] }).test((name) => readPath(facts, name));
}

describe('an operator', () => {
  it.each<[string, RuleOperator, RuleValue, boolean]>([
    ['card.kind', 'equal', 'supply', true],
    ['card.kind', 'equal', 'works', false],
    ['card.normative', 'equal', false, true],
    ['card.digits', 'equal', 10, false],
    ['card.kind', 'notEqual', 'works', true],
    ['card.kind', 'notEqual', 'supply', false],
    ['card.count', 'lessThan', 10, false],
    ['card.count', 'lessThanInclusive', 10, true],
    ['card.count', 'greaterThan', 9, true],
    ['card.count', 'greaterThanInclusive', 11, false],
    ['card.digits', 'greaterThan', 5, false],
    ['card.count', 'greaterThan', '5', false],
    ['card.kind', 'in', ['supply', 'works'], true],
    ['card.kind', 'in', 'supply and works', false],
    ['card.kind', 'notIn', ['works'], true],
    ['card.kind', 'notIn', ['supply'], false],
    ['card.posts', 'contains', 'p2', true],
    ['card.posts', 'contains', 'p3', false],
    ['card.kind', 'contains', 'sup', false],
    ['card.posts', 'doesNotContain', 'p3', true],
    ['card.kind', 'doesNotContain', 'zzz', false],
    ['card.price', 'moneyLessThan', rub(60_000_000), false],
    ['card.price', 'moneyLessThanInclusive', rub(60_000_000), true],
    ['card.price', 'moneyGreaterThan', rub(59_999_999), true],
    ['card.price', 'moneyGreaterThanInclusive', rub(60_000_001), false],
    ['card.count', 'moneyGreaterThan', rub(1), false],
    ['card.price', 'moneyGreaterThan', 1, false],
    ['card.until', 'dateBefore', '2027-01-01', true],
    ['card.until', 'dateOnOrBefore', '2026-12-31', true],
    ['card.until', 'dateAfter', '2026-12-31', false],
    ['card.until', 'dateOnOrAfter', '2026-12-31', true],
    ['card.kind', 'dateAfter', '2026-12-31', false],
    ['card.until', 'isEmpty', true, false],
    ['card.until', 'isNotEmpty', true, true],
    ['card.none', 'isEmpty', true, true],
    ['card.nothing', 'isEmpty', true, true],
    ['card.none', 'isNotEmpty', true, false],
    ['stage.legal.visits', 'greaterThanInclusive', 2, true],
  ])('%s %s %o: %s', (fact, operator, value, expected) => {
    expect(holds(fact, operator, value)).toBe(expected);
  });

  const valueFor = (operator: RuleOperator): RuleValue =>
    operator.startsWith('money')
      ? rub(1)
      : operator.startsWith('date')
        ? '2026-01-01'
        : operator === 'in' || operator === 'notIn'
          ? ['x']
          : operator.endsWith('Empty') || 1;

  it.each(ruleOperators.filter((operator) => operator !== 'isEmpty'))(
    '%s is false on an absent fact',
    (operator) => {
      for (const name of [
        'card.none',
        'card.constructor',
        'card.__proto__',
        'card.kind.length',
        'toString',
        'card..kind',
        '',
      ]) {
        expect(holds(name, operator, valueFor(operator)), name).toBe(false);
      }
    },
  );
});

it('a rule names the facts it reads, each once', () => {
  const rules = compileRules({
    rules: {
      big: {
        title: { ru: 'Крупный', en: 'Big' },
        when: {
          any: [
            { fact: 'card.price', operator: 'moneyGreaterThan', value: rub(1) },
            {
              not: {
                all: [
                  { fact: 'card.price', operator: 'isEmpty', value: true },
                  { fact: 'card.kind', operator: 'equal', value: 'x' },
                ],
              },
            },
          ],
        },
      },
    },
  });
  expect(Object.keys(rules)).toEqual(['big']);
  expect(rules['big']?.facts).toEqual(['card.price', 'card.kind']);
});

// Seen to catch: `notEqual` true on an absent fact; `any` that answers as `all`; `dateOnOrBefore` without the day itself.
it('compiled rules and json-rules-engine agree on random conditions and facts', async () => {
  await fc.assert(
    fc.asyncProperty(randomConditions, randomFacts, async (conditions, data) => {
      const compiled = compileConditions(conditions).test((name) => readPath(data, name));
      expect(compiled).toBe(await evaluateWithRulesEngine(conditions, data));
    }),
    { numRuns: 4_000 },
  );
});
