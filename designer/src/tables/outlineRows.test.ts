import { createI18n, loadLocale } from '@reglament/i18n';
import { addDesignerWords } from '@reglament/i18n/designer';
import { beforeAll, expect, test } from 'vitest';
import { shipped } from '../testing/shipped.ts';
import { outlineRows } from './outlineRows.ts';

addDesignerWords();
beforeAll(() => loadLocale('ru'));

// Seen failing with a long note cut and its rest said nowhere.
test('notes come last, each beside the stage it lies nearest to, every word of them said', () => {
  const act = shipped('municipal-act');
  const long = `${'Так решили на комиссии. '.repeat(6)}Конец`;
  const note = (ru: string, x: number, y: number) => ({ text: { ru, en: ru }, position: { x, y } });
  const at = { x: 2000, y: 3000 };
  const drawn = {
    ...act,
    stages: { ...act.stages, signing: { ...act.stages['signing']!, position: at } },
    notes: { why: note('Подписывает глава', at.x + 200, at.y), long: note(long, at.x, at.y + 120) },
  };
  const rows = outlineRows(drawn, createI18n('ru'), ({ ru }) => ru);
  expect(rows.slice(0, -2)).toEqual(outlineRows({ ...drawn, notes: {} }, createI18n('ru'), ({ ru }) => ru));
  expect(rows.at(-2)).toMatchObject({
    of: 'note',
    key: '$note.why',
    level: 1,
    head: 'Подписывает глава',
    tail: 'рядом с «Подписание»',
  });
  expect(rows.at(-1)?.tail).toBe(`рядом с «Подписание»; ${long}`);
});
