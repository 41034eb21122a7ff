import type { Deadline } from '@reglament/regulation';
import { expect, test } from 'vitest';
import { isTermTitle, termTitle, withTerm } from './termTitle.ts';

const twoDays: Deadline = {
  title: { ru: '2 рабочих дня', en: '2 working days' },
  term: { amount: 2, unit: 'workingDays' },
  onLapse: [{ do: 'mark' }],
};

test('a term that nobody named is called by its length, whatever it becomes', () => {
  const one = withTerm(twoDays, { amount: 1, unit: 'workingDays' });
  expect(one.title).toEqual({ ru: '1 рабочий день', en: '1 working day' });
  expect(withTerm(one, { amount: 0, unit: 'workingDays' }).title.ru).toBe('В тот же день');
  expect(withTerm(one, { amount: 0.5, unit: 'workingDays' }).title.ru).toBe('0,5 рабочего дня');
  expect(withTerm(one, { amount: 21, unit: 'calendarDays' }).title.ru).toBe('21 календарный день');
  expect(withTerm(one, { amount: 3, unit: 'months' }).title).toEqual({ ru: '3 месяца', en: '3 months' });
});

test('a term that somebody named keeps its name', () => {
  const named = { ...twoDays, title: { ru: 'Виза', en: 'Visa' } };
  expect(withTerm(named, { amount: 1, unit: 'workingDays' }).title.ru).toBe('Виза');
});

test('a length is no name yet, words are', () => {
  for (const amount of [0, 0.5, 1, 2, 5, 21])
    expect(isTermTitle(termTitle({ amount, unit: 'workingHours' }))).toBe(true);
  expect(isTermTitle({ ru: '2 рабочих дня, без автовизы', en: '2 working days' })).toBe(false);
});
