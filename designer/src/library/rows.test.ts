import type { LibraryRow } from '@reglament/api';
import { expect, test } from 'vitest';
import { filterRows, ownerless, ownersOf, type Wanted } from './rows.ts';

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
const owner = (id: string, title: string) => ({ id, title, atMs: 0, by: 'Рябова' });
const rows = [
  row('contract', 'Муниципальный контракт'),
  row('memo', 'Служебная записка', {
    state: 'workingCopy',
    versions: 0,
    workingCopy: { revision: 1, base: null, savedAtMs: 0, savedBy: 'Рябова', lock: null },
  }),
  row('letter', 'Приём писем', { state: 'retired', owner: owner('general', 'Общий отдел') }),
  row('act', 'Постановление', { gaps: 2, owner: owner('law', 'Юридический отдел') }),
];
const ids = (filter: Wanted['filter'], words = '', whose = '') =>
  filterRows(rows, { filter, words, owner: whose }, ({ ru }) => ru).map(({ id }) => id);

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

test('an owner narrows a filter, and is found by words as well', () => {
  expect(ids('all', '', 'general')).toEqual(['letter']);
  expect(ids('inForce', '', 'general')).toEqual([]);
  expect(ids('all', '', ownerless)).toEqual(['contract', 'memo']);
  expect(ids('all', 'юрид')).toEqual(['act']);
});

test('the owners are each named once, by their titles', () => {
  const twice = [...rows, row('order', 'Распоряжение', { owner: owner('law', 'Юридический отдел') })];
  const order = new Intl.Collator('ru').compare;
  expect(ownersOf(twice, order).map(({ title }) => title)).toEqual(['Общий отдел', 'Юридический отдел']);
});
