import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, sampleRegulation, way } from '../testing/sample-regulation.ts';
import { cycles, immediateDominators, reach } from './dominators.ts';
import { factsOf, parseFact } from './facts.ts';
import { isReturn, opensRound, stagesBefore } from './route.ts';

type Graph = readonly (readonly number[])[];

const graphs = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), {
    minLength: size,
    maxLength: size,
  }),
);

const nextIn = (graph: Graph) => (node: string) => (graph[Number(node)] ?? []).map(String);

describe('immediateDominators', () => {
  // By definition: d dominates n when without d nothing reaches n. Seen to fail when `meet` stopped at the first common rank.
  it('agrees with the definition on random graphs', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const next = nextIn(graph);
        const found = immediateDominators('0', next);
        const reached = reach(['0'], next);
        expect(new Set(found.keys())).toEqual(reached);
        for (const node of reached) {
          const byDefinition = [...reached].filter(
            (each) =>
              each === node ||
              each === '0' ||
              !reach(['0'], (at) => next(at).filter((target) => target !== each)).has(node),
          );
          const chain: string[] = [];
          for (let at: string | undefined = node; at !== undefined; at = found.get(at)) chain.push(at);
          expect(new Set(chain)).toEqual(new Set(byDefinition));
        }
      }),
    );
  });
});

describe('cycles', () => {
  // Seen to fail when a node that leads to itself was not counted.
  it('puts two nodes together exactly when each reaches the other', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const next = nextIn(graph);
        const nodes = graph.map((_, index) => String(index));
        const after = (node: string) => reach(next(node), next);
        const found = cycles(nodes, next);
        for (const node of nodes) {
          const together = nodes.filter((other) => after(node).has(other) && after(other).has(node));
          expect(found.filter((part) => part.includes(node))).toEqual(together.length > 0 ? [together] : []);
        }
      }),
    );
  });
});

describe('opensRound', () => {
  it('is true of a refusal, a return and a way to rework, and of no other way', () => {
    expect(opensRound(sampleRegulation, 'rework-sent', 'a1')).toBe(true);
    expect(opensRound(sampleRegulation, 'head-refused', 'a1')).toBe(true);
    expect(opensRound(sampleRegulation, 'head-approved', 'a1')).toBe(false);
    expect(opensRound(sampleRegulation, 'sign-annulled', 'a1')).toBe(false);
    expect(opensRound(sampleRegulation, 'nowhere', 'a1')).toBe(false);
  });
});

describe('isReturn', () => {
  it('[W1] is a way to a stage that every path to its source has passed', () => {
    expect(isReturn(sampleRegulation, 'rework-sent', 'a1')).toBe(true);
    expect(isReturn(sampleRegulation, 'head-refused', 'a1')).toBe(false);
    expect(isReturn(sampleRegulation, 'head-approved', 'a1')).toBe(false);
    expect(isReturn(sampleRegulation, 'sign-annulled', 'a1')).toBe(false);
    expect(isReturn(sampleRegulation, 'nowhere', 'a1')).toBe(false);
  });

  it('[W1] is not a way to a stage that a choice may have passed by', () => {
    const regulation = edited((draft) => {
      draft.transitions['sign-returned'] = { ...way('sign', 'returned', 'curator'), order: ['a1'] };
    });
    expect(isReturn(regulation, 'sign-returned', 'a1')).toBe(false);
  });
});

describe('stagesBefore', () => {
  it('[W2] lists what every path has passed, in order, the block of a branch too', () => {
    expect(stagesBefore(sampleRegulation, 'sign')).toEqual(['head', 'block', 'by-price']);
    expect(stagesBefore(sampleRegulation, 'exposed')).toEqual(['head', 'block', 'publish']);
    expect(stagesBefore(sampleRegulation, 'rework')).toEqual(['head']);
    expect(stagesBefore(sampleRegulation, 'head')).toEqual([]);
    expect(stagesBefore(sampleRegulation, 'nowhere')).toEqual([]);
  });
});

describe('facts', () => {
  it('[F1] are a closed list', () => {
    expect(parseFact('card.price')).toEqual({ of: 'card', field: 'price' });
    expect(parseFact('stage.head.visits')).toEqual({ of: 'visits', stage: 'head' });
    expect(parseFact('remarks.open')).toEqual({ of: 'count', name: 'remarks.open' });
    for (const name of [
      'card',
      'card.',
      'card.a.b',
      'stage.head',
      'stage.head.opened',
      'initiator.name',
      '',
    ]) {
      expect(parseFact(name)).toBeUndefined();
    }
  });

  it('of a rule are listed once each, through all nesting', () => {
    const price = { fact: 'card.price', operator: 'isEmpty', value: true } as const;
    const visits = { fact: 'stage.head.visits', operator: 'greaterThan', value: 1 } as const;
    expect(factsOf({ when: { any: [price, { not: { all: [visits, price] } }] } })).toEqual([
      'card.price',
      'stage.head.visits',
    ]);
  });
});
