import { type RuleConditions, type RuleNode, type RuleValue, ruleOperators } from '@reglament/regulation';
import fc from 'fast-check';

const scalar = fc.constantFrom<(string | number)[]>('a', 'b', '10', '2026-01-01', '2026-12-31', 0, 1, 10, -1);
const money = fc.record({ amount: fc.integer({ min: 0, max: 3 }), currency: fc.constant('RUB' as const) });
const value: fc.Arbitrary<RuleValue> = fc.oneof(
  scalar,
  fc.boolean(),
  money,
  fc.array(scalar, { maxLength: 3 }),
);
const date = fc.constantFrom('2026-01-01', '2026-06-15', '2026-12-31');
const factName = fc.constantFrom(
  ...['card.money', 'card.date', 'card.number', 'card.any', 'card.constructor', 'card.any.b'],
  ...['stage.s-1.outcome', 'stage.s-1.visits', 'remarks.open'],
);
/** A test that fits its fact by type, so that the answer hangs on the values; and one of anything with anything. */
const typed = (prefix: string, fact: string, of: fc.Arbitrary<RuleValue>): fc.Arbitrary<RuleNode> =>
  fc.record({
    fact: fc.constant(fact),
    operator: fc.constantFrom(...ruleOperators.filter((operator) => operator.startsWith(prefix))),
    value: of,
  });
const leaf: fc.Arbitrary<RuleNode> = fc.oneof(
  typed('money', 'card.money', money),
  typed('date', 'card.date', date),
  typed('less', 'card.number', fc.integer({ min: 0, max: 2 })),
  typed('greater', 'card.number', fc.integer({ min: 0, max: 2 })),
  fc.record({ fact: factName, operator: fc.constantFrom(...ruleOperators), value }),
);
/** Conditions of any shape over facts that `randomFacts` may have. */
export const { tree: randomConditions } = fc.letrec<{ tree: RuleConditions; node: RuleNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie('tree')),
  tree: fc.oneof(
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie('node') }),
  ),
}));
const factValue = fc.oneof(value, fc.constant(null));
/** Nested facts, each of them perhaps absent or of a wrong type. */
export const randomFacts = fc.record(
  {
    card: fc.record(
      { money, date, number: fc.integer({ min: 0, max: 2 }), any: factValue },
      { requiredKeys: [] },
    ),
    stage: fc.record(
      { 's-1': fc.record({ outcome: factValue, visits: factValue }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    ),
    remarks: fc.record({ open: factValue }),
  },
  { requiredKeys: [] },
);
