import { describe, expect, test } from 'vitest';
import { buildCalendar } from './build-calendar.ts';
import { inMoscow, moscow, office, officeData } from './office.test-data.ts';
import type { Shift, UnitOfTime } from './types.ts';

// 25 November 2026 is a Wednesday. The office works 9-18, Friday to 17, lunch 13:00-13:48: 492 and 432 minutes.
const calendar = office();
const due = (start: string, amount: number, unit: UnitOfTime, shift?: Shift) =>
  inMoscow(calendar.due(moscow(start), { amount, unit, ...(shift && { shift }) }).atMs);

describe('working hours elapse in working time', () => {
  test.each([
    ['within the morning', '2026-11-25 10:00', 2, '2026-11-25 12:00:00.000'],
    ['over lunch', '2026-11-25 12:00', 2, '2026-11-25 14:48:00.000'],
    ['from lunch', '2026-11-25 13:10', 1, '2026-11-25 14:48:00.000'],
    ['up to lunch', '2026-11-25 09:00', 4, '2026-11-25 13:00:00.000'],
    ['from before opening', '2026-11-25 03:00', 1, '2026-11-25 10:00:00.000'],
    ['the whole day, 492 minutes', '2026-11-25 09:00', 8.2, '2026-11-25 18:00:00.000'],
    ['over the night', '2026-11-25 17:00', 2, '2026-11-26 10:00:00.000'],
    ['over a weekend, Friday ends at 17', '2026-11-27 16:30', 1, '2026-11-30 09:30:00.000'],
    ['from a Saturday', '2026-11-28 12:00', 1, '2026-11-30 10:00:00.000'],
    ['over the New Year holidays', '2025-12-30 17:00', 2, '2026-01-12 10:00:00.000'],
    ['on a short day, 3 November closes at 17', '2026-11-03 16:30', 1, '2026-11-05 09:30:00.000'],
    ['one minute', '2026-11-25 12:59', 1 / 60, '2026-11-25 13:00:00.000'],
    ['nothing, in working time', '2026-11-25 10:00', 0, '2026-11-25 10:00:00.000'],
    ['nothing, at night: the next opening', '2026-11-25 20:00', 0, '2026-11-26 09:00:00.000'],
  ])('%s', (_, start, amount, expected) => {
    expect(due(start, amount, 'workingHours')).toBe(expected);
  });
});

describe('working days are counted from the next working day and end at its closing time', () => {
  test.each([
    ['1 day', '2026-11-25 10:00', 1, '2026-11-26 18:00:00.000'],
    ['2 days end on a Friday at 17', '2026-11-25 10:00', 2, '2026-11-27 17:00:00.000'],
    ['3 days step over the weekend', '2026-11-25 10:00', 3, '2026-11-30 18:00:00.000'],
    ['from a Sunday, Monday is the first', '2026-11-29 12:00', 1, '2026-11-30 18:00:00.000'],
    ['1 day ends on a short Tuesday at 17', '2026-11-02 10:00', 1, '2026-11-03 17:00:00.000'],
    ['1 day ends on a short Friday at 16', '2026-05-07 10:00', 1, '2026-05-08 16:00:00.000'],
    [
      'a worked Saturday counts, with the hours of a Monday less one',
      '2025-10-31 10:00',
      1,
      '2025-11-01 17:00:00.000',
    ],
    ['a Monday given for it does not', '2025-11-01 10:00', 1, '2025-11-05 18:00:00.000'],
    ['over the New Year holidays', '2025-12-30 10:00', 1, '2026-01-12 18:00:00.000'],
    ['half a day: 246 of 492 minutes of tomorrow', '2026-11-25 10:00', 0.5, '2026-11-26 13:54:00.000'],
    ['1.5 days: 216 of 432 minutes of Friday', '2026-11-25 10:00', 1.5, '2026-11-27 12:36:00.000'],
    ['2.5 days: half of Monday', '2026-11-25 10:00', 2.5, '2026-11-30 13:54:00.000'],
    ['all of 2026 from its first working day', '2026-01-12 10:00', 246, '2026-12-30 18:00:00.000'],
  ])('%s', (_, start, amount, expected) => {
    expect(due(start, amount, 'workingDays')).toBe(expected);
  });
});

describe('0 working days is the same day, unless less than two working hours are left', () => {
  test.each([
    ['in the morning', '2026-11-25 10:00', '2026-11-25 18:00:00.000'],
    ['before opening', '2026-11-25 01:00', '2026-11-25 18:00:00.000'],
    ['exactly two hours left', '2026-11-25 16:00', '2026-11-25 18:00:00.000'],
    ['a second less', '2026-11-25 16:00:01', '2026-11-26 18:00:00.000'],
    ['on a Friday afternoon', '2026-11-27 15:01', '2026-11-30 18:00:00.000'],
    [
      'lunch is not working time: 13:00 on a short Friday leaves 132 minutes',
      '2026-05-08 13:00',
      '2026-05-08 16:00:00.000',
    ],
    ['on a day off', '2026-11-28 10:00', '2026-11-30 18:00:00.000'],
    ['after closing', '2026-11-25 18:00', '2026-11-26 18:00:00.000'],
  ])('%s', (_, start, expected) => {
    expect(due(start, 0, 'workingDays')).toBe(expected);
  });

  test('the two hours are a setting', () => {
    const strict = buildCalendar(officeData({ sameDayMinimumMinutes: 0 }));
    const atMs = strict.due(moscow('2026-11-25 17:59'), { amount: 0, unit: 'workingDays' }).atMs;
    expect(inMoscow(atMs)).toBe('2026-11-25 18:00:00.000');
  });
});

describe('calendar days and months end with the last moment of the last day, then shift', () => {
  test.each<[string, string, number, UnitOfTime, Shift | undefined, string]>([
    [
      '30 days end on a Saturday: Monday unless said',
      '2026-01-15 10:00',
      30,
      'calendarDays',
      undefined,
      '2026-02-16 23:59:59.999',
    ],
    ['... next', '2026-01-15 10:00', 30, 'calendarDays', 'next', '2026-02-16 23:59:59.999'],
    ['... previous', '2026-01-15 10:00', 30, 'calendarDays', 'previous', '2026-02-13 23:59:59.999'],
    ['... none', '2026-01-15 10:00', 30, 'calendarDays', 'none', '2026-02-14 23:59:59.999'],
    [
      '45 days end on a Friday',
      '2026-09-01 23:59',
      45,
      'calendarDays',
      'previous',
      '2026-10-16 23:59:59.999',
    ],
    [
      '365 days end on 23 February',
      '2026-02-23 10:00',
      365,
      'calendarDays',
      'next',
      '2027-02-24 23:59:59.999',
    ],
    [
      '... before it a worked Saturday',
      '2026-02-23 10:00',
      365,
      'calendarDays',
      'previous',
      '2027-02-20 23:59:59.999',
    ],
    [
      '7 days run out in the holidays',
      '2025-12-30 10:00',
      7,
      'calendarDays',
      'next',
      '2026-01-12 23:59:59.999',
    ],
    [
      '... previous is the day of the start',
      '2025-12-30 10:00',
      7,
      'calendarDays',
      'previous',
      '2025-12-30 23:59:59.999',
    ],
    [
      'previous never passes the start',
      '2026-12-31 23:59',
      1,
      'calendarDays',
      'previous',
      '2027-01-01 23:59:59.999',
    ],
    [
      'from 31 December to 11 January',
      '2026-12-31 23:59',
      1,
      'calendarDays',
      'next',
      '2027-01-11 23:59:59.999',
    ],
    ['0 days is the end of today', '2026-11-25 10:00', 0, 'calendarDays', 'next', '2026-11-25 23:59:59.999'],
    ['a month keeps the day', '2026-10-25 10:00', 1, 'months', 'next', '2026-11-25 23:59:59.999'],
    [
      'a month of 31 January, common year',
      '2027-01-31 10:00',
      1,
      'months',
      'none',
      '2027-02-28 23:59:59.999',
    ],
    ['... a Sunday', '2027-01-31 10:00', 1, 'months', 'next', '2027-03-01 23:59:59.999'],
    ['a month of 31 January, leap year', '2028-01-31 10:00', 1, 'months', 'next', '2028-02-29 23:59:59.999'],
    ['a year of 29 February', '2024-02-29 10:00', 12, 'months', 'next', '2025-02-28 23:59:59.999'],
    ['two months of 31 December', '2026-12-31 10:00', 2, 'months', 'none', '2027-02-28 23:59:59.999'],
    ['ten years', '2026-11-25 10:00', 120, 'months', 'next', '2036-11-25 23:59:59.999'],
  ])('%s', (_, start, amount, unit, shift, expected) => {
    expect(due(start, amount, unit, shift)).toBe(expected);
  });
});

describe('a due date says what it rests on', () => {
  const basis = (start: string, amount: number, unit: UnitOfTime, shift?: Shift) => {
    const { provisional, preliminary } = calendar.due(moscow(start), {
      amount,
      unit,
      ...(shift && { shift }),
    });
    return { provisional, preliminary };
  };
  test.each<[string, string, number, UnitOfTime, Shift | undefined, boolean, boolean]>([
    ['inside 2026: final', '2026-11-25 10:00', 3, 'workingDays', undefined, false, false],
    ['into 2027: preliminary', '2026-12-30 10:00', 1, 'workingDays', undefined, false, true],
    ['through 2027 into 2028: both', '2026-12-30 10:00', 300, 'workingDays', undefined, true, true],
    ['hours into 2027', '2026-12-30 17:30', 1, 'workingHours', undefined, false, true],
    ['a last day in 2028', '2026-11-25 10:00', 18, 'months', 'next', true, false],
    [
      'a last day shifted from 1 January 2027 back to 2026',
      '2026-12-01 10:00',
      31,
      'calendarDays',
      'previous',
      false,
      true,
    ],
    ['a term without shift asks no calendar', '2026-11-25 10:00', 18, 'months', 'none', false, false],
  ])('%s', (_, start, amount, unit, shift, provisional, preliminary) => {
    expect(basis(start, amount, unit, shift)).toEqual({ provisional, preliminary });
  });
});
