import { createI18n } from '@reglament/i18n';
import { expect, test } from 'vitest';
import { at, person, planOf, stage } from './fixture.test-data.ts';
import { wordPlan } from './words.ts';

const i18n = createI18n('ru');
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

test('a branch counts its decisions, a waiting person knows what comes on silence', () => {
  const block = wordPlan(planOf(), i18n).stages.find(({ rows }) => rows);
  expect(block?.rows?.map(({ name }) => name)).toEqual(['Подразделения, 1 из 2', 'Финансы']);
  const [, waiting] = block?.rows?.[0]?.visits[0]?.beads ?? [];
  expect(waiting?.words).toBe('решает пт, 27 ноября, до 18:00, потом автовиза');
  expect(waiting?.tip.map(plain)).toContain('замещает: Демидова Е. А.');
});

test('a ring is what is left of the term in working time', () => {
  const finance = wordPlan(planOf(), i18n).stages.find(({ rows }) => rows)?.rows?.[1]?.visits[0];
  // From 24 Nov 15:00 to 26 Nov 18:00 are 3 + 9 + 9 hours, from now (25 Nov 12:00) 6 + 9.
  expect(finance?.beads[0]?.left).toBeCloseTo(15 / 21, 6);
});

test('what is skipped is not drawn, a vacant post is a question mark', () => {
  const { stages } = wordPlan(planOf(), i18n);
  expect(stages.map(({ key }) => key)).toEqual(['head#1', 'block#1', 'registration#1']);
  expect(stages[2]?.beads.map(({ inside, look }) => [inside, look])).toEqual([['?', 'vacant']]);
});

test('promise and forecast are both said only when they differ, each by its own name', () => {
  expect(wordPlan(planOf(), i18n).flags.map(({ text }) => plain(text))).toEqual(['обещано 1 декабря']);
  const late = wordPlan(planOf({ plannedMs: at('2026-11-26T18:00') }), i18n);
  expect(late.flags.map(({ text }) => plain(text))).toEqual(['обещано 26 ноября', 'прогноз 1 декабря']);
  // Friday 27, Monday 30, Tuesday 1.
  expect(late.shift).toBe('+3 раб. дня');
});

test('a broken legal term stands on the ruler', () => {
  const warnings = [{ code: 'legal-term', params: { term: 'x', limitMs: at('2026-11-30T18:00') } }];
  const { flags } = wordPlan(planOf({ warnings }), i18n);
  expect(flags.map(({ kind, text }) => [kind, plain(text)])).toContainEqual(['law', 'положено до 30 ноября']);
});

test('a block that sent the document back is one bar with its people counted', () => {
  const people = [
    person('Ларин Семён Петрович', { status: 'approved', atMs: at('2026-11-24T12:00') }),
    person('Ахметова Лилия Рашидовна', { status: 'rejected', atMs: at('2026-11-24T13:00') }),
  ];
  const stages = [
    stage('block', '2026-11-24T10:00', '2026-11-24T14:00', {
      kind: 'parallel',
      state: 'done',
      returned: true,
    }),
    stage('units', '2026-11-24T10:00', '2026-11-24T14:00', {
      block: 'block',
      branch: 'a',
      state: 'done',
      people,
    }),
  ];
  const [block] = wordPlan(planOf({ stages }), i18n).stages;
  expect(block?.rows).toBeUndefined();
  expect([block?.name, block?.note]).toEqual(['Этап block, круг 1', '1 отказ из 2']);
  expect(block?.beads.map(({ inside, look }) => [inside, look])).toEqual([['2', 'rejected']]);
});
