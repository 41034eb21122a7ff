import type { RuleConditions } from '@reglament/regulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomConditions, randomFacts } from '../testing/random-rules.ts';
import { compileConditions, readPath } from './compile-rules.ts';
import { type Explained, explainConditions } from './explain.ts';
import { takeAlternative } from './take-alternative.ts';

const rub = (amount: number) => ({ amount, currency: 'RUB' }) as const;
const big = { fact: 'card.price', operator: 'moneyGreaterThan', value: rub(100) } as const;
const supply = { fact: 'card.kind', operator: 'equal', value: 'supply' } as const;

const explain = (conditions: RuleConditions, facts: object) =>
  explainConditions(conditions, (name) => readPath(facts, name));

/** The answers of all parts, the whole first, in the order of the text. */
const answers = (part: Explained): readonly boolean[] =>
  'parts' in part ? [part.holds, ...part.parts.flatMap(answers)] : [part.holds];

describe('a rule that is explained', () => {
  it('gives each test with its answer and the value that it met', () => {
    expect(explain({ all: [big, supply] }, { card: { price: rub(120), kind: 'works' } })).toEqual({
      joint: 'all',
      holds: false,
      parts: [
        { test: big, holds: true, found: rub(120) },
        { test: supply, holds: false, found: 'works' },
      ],
    });
  });

  it('answers also the parts that decide nothing any more', () => {
    expect(answers(explain({ any: [supply, big] }, { card: { kind: 'supply', price: rub(1) } }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('says both the answer of what is denied and that of the denial', () => {
    expect(answers(explain({ not: { all: [big] } }, { card: { price: rub(1) } }))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('knows an absent fact from every value, and an empty one counts as absent', () => {
    for (const facts of [{}, { card: { price: null } }])
      expect(explain({ all: [big] }, facts)).toMatchObject({ parts: [{ holds: false, found: undefined }] });
  });

  // Seen to catch: `any` explained by its first part alone; a denial that answers as what it denies.
  it('never contradicts the rule itself, nor its own parts', () => {
    fc.assert(
      fc.property(randomConditions, randomFacts, (conditions, facts) => {
        const explained = explain(conditions, facts);
        expect(explained.holds).toBe(compileConditions(conditions).test((name) => readPath(facts, name)));
        const check = (part: Explained): void => {
          if (!('parts' in part)) return;
          const parts = part.parts.map(({ holds }) => holds);
          expect(part.holds).toBe(
            part.joint === 'all'
              ? parts.every(Boolean)
              : part.joint === 'any'
                ? parts.some(Boolean)
                : !parts[0],
          );
          part.parts.forEach(check);
        };
        check(explained);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the alternative that is taken', () => {
  const transition = {
    order: ['small', 'big', 'else'],
    alternatives: {
      else: { to: 'c' },
      big: { to: 'b', rule: 'big' },
      small: { to: 'a', rule: 'small' },
    },
  };
  const taken = (...held: readonly string[]) => takeAlternative(transition, (rule) => held.includes(rule));

  // Seen failing with the alternatives read in the order of the map.
  it('is the first in the order whose rule holds, else the one without a rule', () => {
    expect(taken('small', 'big')).toBe('small');
    expect(taken('big')).toBe('big');
    expect(taken()).toBe('else');
  });

  it('is none where no rule holds and none goes without', () => {
    expect(takeAlternative({ ...transition, order: ['big', 'gone'] }, () => false)).toBeUndefined();
  });
});
