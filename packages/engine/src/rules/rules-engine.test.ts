import type { RuleConditions, RuleOperator, RuleValue } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { compileConditions, readPath } from './compile-rules.ts';
import { evaluateWithRulesEngine, runRulesEngine } from './rules-engine.ts';

/** The traps of json-rules-engine that `reference/xstate-and-rules.md` lists: none of them reaches a rule. */

const one = (fact: string, operator: RuleOperator, value: RuleValue): RuleConditions => ({
  all: [{ fact, operator, value }],
});

async function both(conditions: RuleConditions, facts: object) {
  const compiled = compileConditions(conditions).test((name) => readPath(facts, name));
  return [compiled, await evaluateWithRulesEngine(conditions, facts)];
}

describe('json-rules-engine behind our operators', () => {
  it('runs side by side without one run ending another', async () => {
    const rules = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`r${index}`, one('n', 'greaterThan', index - 1)]),
    );
    const runs = await Promise.all(Array.from({ length: 20 }, (_, n) => runRulesEngine(rules, { n })));
    expect(runs.map((held) => held.size)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it.each<[string, RuleConditions, object]>([
    ['a text is no number', one('x', 'greaterThan', 5), { x: '10' }],
    ['a number is no text', one('x', 'equal', '5'), { x: 5 }],
    ['a list value is not searched as a text', one('x', 'in', 'abc'), { x: 'a' }],
    ['a text fact is not searched as a list', one('x', 'contains', 'a'), { x: 'abc' }],
    ['a Date object is no date', one('x', 'dateAfter', '2026-01-01'), { x: new Date(0) }],
    ['an ISO date-time is no date', one('x', 'dateAfter', '2026-01-01'), { x: '2026-02-01T00:00:00Z' }],
    ['an absent fact is unequal to nothing', one('x.y', 'notEqual', 1), {}],
    ['an absent fact is not outside a list', one('x', 'notIn', [1]), { x: null }],
    ['a path is not JSONPath', one('$..x', 'equal', 1), { x: 1 }],
    ['a filter is not evaluated', one('a[?(@.b)]', 'isNotEmpty', true), { a: [{ b: 1 }] }],
    ['a prototype is not read', one('x.constructor.name', 'equal', 'Object'), { x: {} }],
    ['a length is not read through a text', one('x.length', 'greaterThan', 0), { x: 'abc' }],
  ])('%s', async (_title, conditions, facts) => {
    expect(await both(conditions, facts)).toEqual([false, false]);
  });
});
