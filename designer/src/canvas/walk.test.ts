import { place } from '@reglament/drawing';
import type { Regulation } from '@reglament/regulation';
import { expect, test } from 'vitest';
import { allKeys } from '../document/keys.ts';
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

test('a note lies on the way of the arrows, and from a drawing of notes only they begin at the first', () => {
  const note = (x: number, y: number) => ({ text: { ru: 'Так', en: 'So' }, position: { x, y } });
  const drawn = {
    ...at({ procurement: { x: 0, y: 0 }, legal: { x: 0, y: 400 } }),
    notes: { why: note(0, 160), who: note(300, 160) },
  };
  const placement = place(drawn);
  expect(stepFrom(drawn, placement, 'procurement', 'down')).toBe('$note.why');
  expect(stepFrom(drawn, placement, '$note.why', 'right')).toBe('$note.who');
  expect(stepFrom(drawn, placement, '$note.why', 'down')).toBe('legal');
  const bare = { ...drawn, stages: {}, stageOrder: [], transitions: {} };
  expect(stepFrom(bare, place(bare), null, 'right')).toBe('$note.why');
});

// Notes stand between stages, and must bar the way to none.
test('every stage and every note is reached where notes lie all over', () => {
  const regulation = shipped('municipal-act');
  const notes = Object.fromEntries(
    [...place(regulation).boxes].map(([id, { x, y, height }]) => [
      id,
      { text: { ru: 'Так', en: 'So' }, position: { x: x - 20, y: y + height + 4 } },
    ]),
  );
  const drawn = { ...regulation, notes };
  const placement = place(drawn);
  const seen = new Set<string>();
  const wait: string[] = [drawn.start];
  while (wait.length > 0) {
    const now = wait.pop()!;
    if (seen.has(now)) continue;
    seen.add(now);
    for (const way of ['left', 'right', 'up', 'down'] as const) {
      const next = stepFrom(drawn, placement, now, way);
      if (next !== null) wait.push(next);
    }
  }
  expect([...seen].sort()).toEqual([...allKeys(drawn)].sort());
});
