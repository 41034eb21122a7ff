import { place } from '@reglament/drawing';
import type { Regulation } from '@reglament/regulation';
import { expect, test } from 'vitest';
import { shipped } from '../testing/shipped.ts';
import { stepFrom } from './walk.ts';

const contract = shipped('municipal-contract');
const at = (positions: Record<string, { x: number; y: number }>): Regulation => ({
  ...contract,
  stages: Object.fromEntries(
    Object.entries(contract.stages).map(([id, stage], index) => [
      id,
      { ...stage, position: positions[id] ?? { x: 4000 + index * 400, y: 4000 } },
    ]),
  ) as Regulation['stages'],
});

test('from nowhere an arrow leads to the first stage', () => {
  expect(stepFrom(contract, place(contract), null, 'right')).toBe('procurement');
});

test('an arrow follows a transition that goes its way, past a nearer stage that is no neighbour', () => {
  const drawn = at({
    procurement: { x: 0, y: 0 },
    legal: { x: 260, y: 60 },
    'unit-head': { x: 320, y: 0 },
  });
  expect(stepFrom(drawn, place(drawn), 'procurement', 'right')).toBe('unit-head');
});

test('where nothing lies that way it stays', () => {
  const drawn = at({ procurement: { x: 0, y: 0 } });
  expect(stepFrom(drawn, place(drawn), 'procurement', 'left')).toBeNull();
});

// The keyboard alone must be able to come everywhere.
test.each(['municipal-contract', 'municipal-act'] as const)(
  'every stage of %s is reached by arrows',
  (id) => {
    const regulation = shipped(id);
    const placement = place(regulation);
    const seen = new Set<string>();
    const wait = [regulation.start];
    while (wait.length > 0) {
      const now = wait.pop()!;
      if (seen.has(now)) continue;
      seen.add(now);
      for (const way of ['left', 'right', 'up', 'down'] as const) {
        const next = stepFrom(regulation, placement, now, way);
        if (next !== null) wait.push(next);
      }
    }
    expect([...seen].sort()).toEqual([...regulation.stageOrder].sort());
  },
);
