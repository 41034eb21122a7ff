import { expect, test } from 'vitest';
import { togglePick } from './selection.ts';

const rows = ['a', 'b', 'c', 'd'];

test('a press picks and the next one unpicks', () => {
  const picked = togglePick(new Set(), rows, 'b', null, false);
  expect([...picked]).toEqual(['b']);
  expect([...togglePick(picked, rows, 'b', 'b', false)]).toEqual([]);
});

test('with shift everything between the last and this one is picked, in both directions', () => {
  expect([...togglePick(new Set(['d']), rows, 'b', 'd', true)].sort()).toEqual(['b', 'c', 'd']);
});
