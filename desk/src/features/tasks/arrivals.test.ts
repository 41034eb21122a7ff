import { expect, test } from 'vitest';
import { buildRow } from '../../decision/testing.ts';
import { nothingShown, settle } from './arrivals.ts';

const rows = (...ids: string[]) => ids.map((id) => buildRow({ id }));
const ids = (shown: ReturnType<typeof settle>) => shown.rows.map(({ id }) => id);
const how = { held: false, first: false, more: false, gone: () => false };
const first = settle(nothingShown, rows('a', 'b'), { ...how, first: true });

test('the first list stands at once and nothing in it is new', () => {
  expect(ids(first)).toEqual(['a', 'b']);
  expect(first.fresh.size).toBe(0);
});

// Seen red with the latest rows put in at once: the row under the pointer moved while it was being pressed.
test('while the list is held new rows wait and nothing moves', () => {
  const held = settle(first, rows('n', 'a', 'b'), { ...how, held: true });
  expect(ids(held)).toEqual(['a', 'b']);
  expect(held.waiting).toEqual(['n']);
});

test('when it is free the waiting rows come in, tinted', () => {
  const held = settle(first, rows('n', 'a', 'b'), { ...how, held: true });
  const free = settle(held, rows('n', 'a', 'b'), how);
  expect(ids(free)).toEqual(['n', 'a', 'b']);
  expect([...free.fresh]).toEqual(['n']);
  expect(free.waiting).toEqual([]);
});

test('a row decided here leaves at once even while the list is held', () => {
  expect(ids(settle(first, rows('b'), { ...how, held: true, gone: (id) => id === 'a' }))).toEqual(['b']);
});

test('a row that somebody else closed keeps its place and says so', () => {
  const held = settle(first, rows('b'), { ...how, held: true });
  expect(held.rows.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'closed'],
    ['b', 'open'],
  ]);
});

test('the words of a held row are renewed in place', () => {
  const [a] = settle(first, [buildRow({ id: 'a', overdue: true }), ...rows('b')], {
    ...how,
    held: true,
  }).rows;
  expect(a?.overdue).toBe(true);
});

test('the next page is no arrival', () => {
  const held = settle(first, rows('a', 'b', 'c'), { ...how, held: true, more: true });
  expect(ids(held)).toEqual(['a', 'b', 'c']);
  expect(held.waiting).toEqual([]);
});
