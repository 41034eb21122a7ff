import { expect, test } from 'vitest';
import type { LibraryRow } from './libraryPage.tsx';
import { filterRows } from './rows.ts';

const row = (id: string, ru: string, more: Partial<LibraryRow> = {}): LibraryRow => ({
  id,
  title: { ru, en: ru },
  state: 'inForce',
  versions: 1,
  stages: [],
  running: 0,
  gaps: 0,
  lost: [],
  ...more,
});
const rows = [
  row('contract', 'Муниципальный контракт'),
  row('memo', 'Служебная записка', {
    state: 'workingCopy',
    versions: 0,
    workingCopy: { revision: 1, base: null, savedAtMs: 0, savedBy: 'Рябова', lock: null },
  }),
  row('letter', 'Приём писем', { state: 'retired' }),
  row('act', 'Постановление', { gaps: 2 }),
];
const ids = (filter: Parameters<typeof filterRows>[1], words = '') =>
  filterRows(rows, filter, words, ({ ru }) => ru).map(({ id }) => id);

test('each filter shows its own', () => {
  expect(ids('all')).toHaveLength(4);
  expect(ids('inForce')).toEqual(['contract', 'act']);
  expect(ids('copies')).toEqual(['memo']);
  expect(ids('retired')).toEqual(['letter']);
  expect(ids('gaps')).toEqual(['act']);
});

test('words narrow a filter by the beginnings of the title', () => {
  expect(ids('all', 'контр')).toEqual(['contract']);
  expect(ids('all', 'прием')).toEqual(['letter']);
  expect(ids('inForce', 'служ')).toEqual([]);
});
