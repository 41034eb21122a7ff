import { expect, test } from 'vitest';
import { findOptions } from './list.tsx';

const options = [
  { id: 'a', label: 'Правовая экспертиза', group: 'Решения' },
  { id: 'b', label: 'Финансовая экспертиза', group: 'Решения' },
  { id: 'c', label: 'Приём и учёт', group: 'Учёт' },
];
const ids = (words: string) => findOptions(options, words).map(({ id }) => id);

test('options are found by the beginnings of their words, ё as е', () => {
  expect(ids('эксп')).toEqual(['a', 'b']);
  expect(ids('прием')).toEqual(['c']);
  expect(ids('фин эксп')).toEqual(['b']);
  expect(ids('спертиза')).toEqual([]);
});

test('what begins with the words comes first; without words the order stays', () => {
  expect(ids('учет')).toEqual(['c']);
  expect(ids('')).toEqual(['a', 'b', 'c']);
});
