import { describe, expect, test } from 'vitest';
import { buildCalendar } from './build-calendar.ts';
import { CalendarError } from './errors.ts';
import { inMoscow, moscow, office, officeData } from './office.test-data.ts';
import type { CalendarData, Term } from './types.ts';

/** The error a call ends with. */
function errorOf(call: () => unknown): Pick<CalendarError, 'code' | 'params'> {
  try {
    call();
  } catch (error) {
    if (error instanceof CalendarError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('days', () => {
  const calendar = office();

  test('opening and closing are instants of working days only', () => {
    expect(inMoscow(calendar.opensAt('2026-11-25'))).toBe('2026-11-25 09:00:00.000');
    expect(inMoscow(calendar.closesAt('2026-11-25'))).toBe('2026-11-25 18:00:00.000');
    expect(inMoscow(calendar.closesAt('2026-11-03'))).toBe('2026-11-03 17:00:00.000');
    expect(calendar.opensAt('2026-11-28')).toBeNull();
    expect(calendar.closesAt('2026-11-04')).toBeNull();
  });

  test('working days are stepped forward and back over holidays', () => {
    expect(calendar.nextWorkingDay('2025-12-30')).toBe('2026-01-12');
    expect(calendar.previousWorkingDay('2026-01-12')).toBe('2025-12-30');
    expect(calendar.addWorkingDays('2026-11-25', 3)).toBe('2026-11-30');
    expect(calendar.addWorkingDays('2026-11-30', -3)).toBe('2026-11-25');
    expect(calendar.addWorkingDays('2026-11-28', 0)).toBe('2026-11-28');
    expect(calendar.addWorkingDays('2026-01-12', -1 - 247)).toBe('2024-12-28');
  });

  test('a range lists every day with both ends, and is empty when reversed', () => {
    expect(calendar.days('2027-12-31', '2028-01-01')).toEqual([
      { date: '2027-12-31', working: false, provisional: false },
      { date: '2028-01-01', working: false, provisional: true },
    ]);
    expect(calendar.days('2026-01-02', '2026-01-01')).toEqual([]);
  });

  test('a short day loses working time, also when that reaches before the break', () => {
    const hours = { opens: '09:00', closes: '14:00', breaks: [{ from: '13:00', to: '13:48' }] };
    const week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null, 7: null };
    const short = buildCalendar(officeData({ week }));
    expect(inMoscow(short.closesAt('2026-11-03'))).toBe('2026-11-03 12:12:00.000');
  });
});

describe('absence', () => {
  const absent = office([{ from: '2026-11-26', to: '2026-12-04' }]);

  test('days absent without a substitute are not worked', () => {
    expect(absent.isWorkingDay('2026-11-25')).toBe(true);
    expect(absent.isWorkingDay('2026-11-26')).toBe(false);
    expect(absent.isWorkingDay('2026-12-04')).toBe(false);
    expect(absent.isWorkingDay('2026-12-07')).toBe(true);
  });

  test('terms of the absent person wait, those of others do not', () => {
    const start = moscow('2026-11-25 17:00');
    const at = (term: Term) => inMoscow(absent.due(start, term).atMs);
    expect(at({ amount: 1, unit: 'workingDays' })).toBe('2026-12-07 18:00:00.000');
    expect(at({ amount: 0, unit: 'workingDays' })).toBe('2026-12-07 18:00:00.000');
    expect(at({ amount: 2, unit: 'workingHours' })).toBe('2026-12-07 10:00:00.000');
    expect(at({ amount: 1, unit: 'calendarDays' })).toBe('2026-12-07 23:59:59.999');
    const others = office().due(start, { amount: 1, unit: 'workingDays' }).atMs;
    expect(inMoscow(others)).toBe('2026-11-26 18:00:00.000');
  });

  test('an absence over the turn of a year touches both years', () => {
    const calendar = office([{ from: '2026-12-28', to: '2027-01-15' }]);
    expect(calendar.nextWorkingDay('2026-12-25')).toBe('2027-01-18');
    expect(calendar.previousWorkingDay('2027-01-18')).toBe('2026-12-25');
  });

  test('a person away for longer than 366 days has no working time, backwards too', () => {
    const calendar = office([{ from: '2026-01-01', to: '2027-12-31' }]);
    const start = moscow('2026-01-01 10:00');
    for (const unit of ['workingHours', 'workingDays', 'calendarDays', 'months'] as const) {
      expect(errorOf(() => calendar.due(start, { amount: 1, unit })).code).toBe('CAL_NO_WORKING_TIME');
    }
    expect(errorOf(() => calendar.addWorkingMinutes(start, 0)).code).toBe('CAL_NO_WORKING_TIME');
    expect(errorOf(() => calendar.previousWorkingDay('2027-12-31')).code).toBe('CAL_NO_WORKING_TIME');
    expect(calendar.workingMinutesBetween(start, moscow('2027-12-31 10:00'))).toBe(0);
  });

  test('366 days are waited for, 367 are not', () => {
    // 31 December 2026, here a working day, is day 366 after 30 December 2025 and day 367 after the 29th.
    const { off, ...rest } = officeData().years['2026']!;
    const year = { ...rest, off: off.filter((date) => date !== '2026-12-31') };
    const data = officeData({ years: { ...officeData().years, '2026': year } });
    const until = '2026-12-30';
    expect(buildCalendar(data, [{ from: '2026-01-01', to: until }]).nextWorkingDay('2025-12-30')).toBe(
      '2026-12-31',
    );
    const longer = buildCalendar(data, [{ from: '2025-12-30', to: until }]);
    expect(errorOf(() => longer.nextWorkingDay('2025-12-29'))).toEqual({
      code: 'CAL_NO_WORKING_TIME',
      params: { calendar: 'office', date: '2025-12-29' },
    });
  });
});

describe('what cannot be counted is refused with a code', () => {
  test('a year with neither decree nor holidays', () => {
    const calendar = buildCalendar(officeData({ statutoryHolidays: [] }));
    expect(calendar.isWorkingDay('2027-12-30')).toBe(true);
    expect(errorOf(() => calendar.isWorkingDay('2028-01-10'))).toEqual({
      code: 'CAL_NO_DATA',
      params: { calendar: 'office', year: 2028 },
    });
    const start = moscow('2027-12-30 10:00');
    for (const unit of ['workingHours', 'workingDays', 'calendarDays', 'months'] as const) {
      expect(errorOf(() => calendar.due(start, { amount: 20, unit })).code).toBe('CAL_NO_DATA');
    }
  });

  test('a week without hours', () => {
    const week = { 1: null, 2: null, 3: null, 4: null, 5: null, 6: null, 7: null };
    const calendar = buildCalendar(officeData({ week }));
    expect(errorOf(() => calendar.nextWorkingDay('2026-11-25')).code).toBe('CAL_NO_WORKING_TIME');
  });

  test.each<[string, Term]>([
    ['a negative amount', { amount: -1, unit: 'workingDays' }],
    ['a third of a working day', { amount: 1 / 3, unit: 'workingDays' }],
    ['half a calendar day', { amount: 0.5, unit: 'calendarDays' }],
    ['half a month', { amount: 1.5, unit: 'months' }],
    ['no number', { amount: Number.NaN, unit: 'workingHours' }],
    ['more than a hundred years', { amount: 1201, unit: 'months' }],
    ['an unknown unit', JSON.parse('{ "amount": 1, "unit": "weeks" }')],
    ['a unit that every object has', JSON.parse('{ "amount": 1, "unit": "constructor" }')],
    ['an unknown shift', JSON.parse('{ "amount": 1, "unit": "months", "shift": "sideways" }')],
  ])('a term with %s', (_, term) => {
    expect(errorOf(() => office().due(moscow('2026-11-25 10:00'), term)).code).toBe('CAL_BAD_TERM');
  });

  test('dates and instants that do not exist', () => {
    const calendar = office();
    for (const date of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-11-25T10:00', '1969-12-31']) {
      expect(errorOf(() => calendar.isWorkingDay(date)).code).toBe('CAL_BAD_DATE');
    }
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, 1.5, -1, 8.64e15]) {
      expect(errorOf(() => calendar.dayOf(ms)).code).toBe('CAL_BAD_INSTANT');
    }
    expect(errorOf(() => calendar.addWorkingDays('2026-11-25', 1e6)).code).toBe('CAL_OUT_OF_RANGE');
    expect(errorOf(() => calendar.addWorkingDays('2026-11-25', -1e6)).code).toBe('CAL_OUT_OF_RANGE');
  });

  test('an absence that ends before it begins', () => {
    expect(errorOf(() => office([{ from: '2026-11-26', to: '2026-11-25' }])).code).toBe('CAL_BAD_DATE');
  });

  const year2026 = officeData().years['2026']!;
  const monday = (opens: string, closes: string, ...breaks: { from: string; to: string }[]): CalendarData =>
    officeData({ week: { ...officeData().week, 1: { opens, closes, breaks } } });
  const year = (over: Partial<typeof year2026>) =>
    officeData({ years: { '2026': { ...year2026, ...over } } });
  test.each<[string, CalendarData]>([
    ['zone', officeData({ zone: 'Mars/Phobos' })],
    ['week.1', monday('9:00', '18:00')],
    ['week.1', monday('18:00', '09:00')],
    ['week.1', monday('09:00', '24:00')],
    ['week.1', monday('09:00', '18:00', { from: '13:48', to: '13:00' })],
    ['week.1', monday('09:00', '18:00', { from: '17:30', to: '18:30' })],
    ['week.1', monday('09:00', '18:00', { from: '13:00', to: '14:00' }, { from: '13:30', to: '15:00' })],
    ['years.2026.off.2027-01-01', year({ off: ['2027-01-01'] })],
    ['years.2026.work.2026-02-30', year({ work: ['2026-02-30'] })],
    ['years.2026.off.2026-01-03', year({ work: ['2026-01-03'] })],
    ['statutoryHolidays.02-30', officeData({ statutoryHolidays: ['02-30'] })],
    ['shortDayMinutes', officeData({ shortDayMinutes: 0.5 })],
    ['sameDayMinimumMinutes', officeData({ sameDayMinimumMinutes: -1 })],
  ])('stored data that is wrong at %s', (path, data) => {
    expect(errorOf(() => buildCalendar(data))).toEqual({
      code: 'CAL_BAD_DATA',
      params: { calendar: 'office', path },
    });
  });
});
