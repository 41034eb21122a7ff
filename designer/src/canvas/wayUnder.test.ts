import { place, route } from '@reglament/drawing';
import { createI18n } from '@reglament/i18n';
import { expect, test } from 'vitest';
import { shipped } from '../testing/shipped.ts';
import { isFree } from './gestures.ts';
import { wayUnder } from './wayUnder.ts';

const contract = shipped('municipal-contract');
const edges = route(contract, place(contract), { i18n: createI18n('ru') });

// Seen failing with the distance to the ends of a line in place of that to the line, and with the first line taken.
test('of two lines the nearer is meant, wherever on it', () => {
  const line = (transition: string, from: number, to: number, y: number) => ({
    transition,
    alternative: 'on',
    points: [
      { x: from, y },
      { x: to, y },
    ],
  });
  const lines = [line('short', 480, 520, 0), line('long', 0, 1000, 40)] as unknown as typeof edges;
  expect(wayUnder(lines, { x: 500, y: 28 })?.transition).toBe('long');
  expect(wayUnder(lines, { x: 500, y: 8 })?.transition).toBe('short');
});

test('what is held over the middle of a line means its way, and nothing is meant away from every line', () => {
  const edge = edges.find(({ stub, transition }) => !stub && transition === 'procurement-done');
  const [a, b] = [edge?.points[0], edge?.points[1]];
  if (!a || !b) throw new Error('The line is not drawn');
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  expect(wayUnder(edges, middle, { width: 8, height: 8 })).toEqual({
    transition: 'procurement-done',
    alternative: edge?.alternative,
  });
  expect(wayUnder(edges, { x: -900, y: -900 })).toBeUndefined();
});

test('only a stage that no transition joins, that begins nothing and leads on, can be put between two', () => {
  const { start } = contract;
  expect(isFree(contract, 'legal')).toBe(false);
  expect(isFree(contract, start)).toBe(false);
  const task = { ...contract.stages['procurement'], parent: undefined } as (typeof contract.stages)[string];
  const alone = { ...contract, stages: { ...contract.stages, alone: task } };
  expect(isFree(alone, 'alone')).toBe(true);
  const end = {
    ...contract.stages[contract.stageOrder.find((id) => contract.stages[id]?.kind === 'end') ?? ''],
  };
  expect(isFree({ ...contract, stages: { ...contract.stages, alone: end as typeof task } }, 'alone')).toBe(
    false,
  );
});
