import { expect, it } from 'vitest';
import { cutToWidth, firstWords, textWidth, wrapWords } from './text-width.ts';

it('a text is as wide as its characters, wider when it is bolder', () => {
  // Measured in Chromium with Golos Text: «Нормоконтроль» 14 px semibold is 113 px wide.
  expect(textWidth('Нормоконтроль', 14, 600)).toBeGreaterThan(108);
  expect(textWidth('Нормоконтроль', 14, 600)).toBeLessThan(118);
  expect(textWidth('Нормоконтроль', 14, 400)).toBeLessThan(textWidth('Нормоконтроль', 14, 600));
});

it('a character outside the table is taken for a wide one', () => {
  expect(textWidth('漢', 10, 600)).toBe(10);
});

it('a text is wrapped at spaces, and its last line cut', () => {
  expect(wrapWords('Виза начальника отдела', 136, 14, 600, 2)).toEqual(['Виза начальника', 'отдела']);
  const lines = wrapWords('Правовая и антикоррупционная экспертиза', 136, 14, 600, 2);
  expect(lines[0]).toBe('Правовая и');
  expect(lines[1]).toMatch(/^антикорр.*…$/);
  expect(lines).toHaveLength(2);
});

it('a text of nothing but spaces has no lines', () => {
  expect(wrapWords('   ', 100, 14, 600, 2)).toEqual([]);
});

it('a text that fits is not cut, one that does not ends with an ellipsis', () => {
  expect(cutToWidth('Глава', 100, 13)).toBe('Глава');
  expect(textWidth(cutToWidth('Специалист финансового управления', 100, 13), 13)).toBeLessThanOrEqual(100);
});

it('the first words of a title do not end with a preposition', () => {
  expect(firstWords('Доработка по своду замечаний', 100, 12, 500)).toBe('Доработка…');
  expect(firstWords('Доработка', 100, 12, 500)).toBe('Доработка');
});
