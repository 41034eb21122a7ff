import { expect, test } from 'vitest';
import { buildRow } from '../../decision/testing.ts';
import { byPerson, byTerm } from './groups.ts';

const desk = (name: string) => ({ name, post: '', unit: '' });
const rows = [
  buildRow({ id: 'a', desk: desk('Орлова'), overdue: false }),
  buildRow({ id: 'b', desk: desk('Орлова'), overdue: false }),
  buildRow({ id: 'c', desk: desk('Белова'), overdue: true }),
  buildRow({ id: 'd', overdue: false }),
];
const ids = (groups: ReturnType<typeof byPerson>) =>
  groups.map(({ title, rows: all }) => [title, ...all.map(({ id }) => id)]);

test('what is overdue stands first', () => {
  const groups = byTerm(rows, ((key: string) => key) as Parameters<typeof byTerm>[1]);
  expect(ids(groups)).toEqual([
    ['control.overdue', 'c'],
    ['control.open', 'a', 'b', 'd'],
  ]);
});

test('who is late stands before who has more work; a common task stands under its own words', () => {
  expect(ids(byPerson(rows, 'общие'))).toEqual([
    ['Белова', 'c'],
    ['Орлова', 'a', 'b'],
    ['общие', 'd'],
  ]);
});
