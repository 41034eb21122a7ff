import type { SheetData, VisaRow } from '@reglament/api';
import { expect, test } from 'vitest';
import { groupsOf, remarksWith, stateOf } from './sheetRows.ts';

const text = (ru: string) => ({ ru, en: ru });
const person = (name: string) => ({ name, post: '', unit: '' });
const visa = (id: string, stage: string, round: number) =>
  ({ id, stageTitle: text(stage), round, person: person(id), atMs: 1 }) as VisaRow;
const totals = (rounds: number): SheetData['totals'] => ({
  workingMinutes: 0,
  rounds,
  automatic: 0,
  late: 0,
});

test('decisions of one stage and round stand together; a stage asked again in round 2 stands apart', () => {
  const groups = groupsOf({
    visas: [visa('a', 'Виза', 1), visa('b', 'Право', 1), visa('c', 'Право', 1), visa('d', 'Право', 2)],
    waiting: [{ person: person('e'), stageTitle: text('Право'), sinceMs: 0, dueAtMs: 1 }],
    totals: totals(2),
  });
  expect(
    groups.map(({ title, round, visas, waiting }) => [title.ru, round, visas.length, waiting.length]),
  ).toEqual([
    ['Виза', 1, 1, 0],
    ['Право', 1, 2, 0],
    ['Право', 2, 1, 1],
  ]);
});

test('who is awaited at a stage that nobody decided yet stands in a group of its own', () => {
  const groups = groupsOf({
    visas: [visa('a', 'Виза', 1)],
    waiting: [{ person: person('e'), stageTitle: text('Финансы'), sinceMs: 0, dueAtMs: 1 }],
    totals: totals(1),
  });
  expect(groups.map(({ title }) => title.ru)).toEqual(['Виза', 'Финансы']);
});

test('a remark stands at the decision that brought it, not at another of the same person', () => {
  const remark = { by: person('a'), atMs: 2, stage: text('Право') } as SheetData['remarks'][number];
  expect(remarksWith({ ...visa('a', 'Право', 1), atMs: 2 }, [remark])).toEqual([remark]);
  expect(remarksWith(visa('a', 'Право', 1), [remark])).toEqual([]);
});

test('the sheet of a registered document that is still being read no longer says that it is in approval', () => {
  const waiting = [{ person: person('e'), stageTitle: text('Ознакомление'), sinceMs: 0, dueAtMs: 1 }];
  const registration = { number: 'Д-1/26', date: '2026-11-30' };
  expect(stateOf({ waiting, registration: null })).toBe('stateWaiting');
  expect(stateOf({ waiting, registration })).toBe('stateRegistered');
  expect(stateOf({ waiting: [], registration })).toBe('stateEnded');
});
