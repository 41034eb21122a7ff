import { describe, expect, test } from 'vitest';
import { buildCalendar } from './build-calendar.ts';
import { officeData } from './office.test-data.ts';
import type { DayHours } from './types.ts';

const at = (iso: string) => Date.parse(iso);
const utc = (ms: number | null) => new Date(ms ?? Number.NaN).toISOString();

/** The eleven zones of Russia and their distance from UTC since 2014. */
const ZONES: [string, number][] = [
  ['Europe/Kaliningrad', 2],
  ['Europe/Moscow', 3],
  ['Europe/Samara', 4],
  ['Asia/Yekaterinburg', 5],
  ['Asia/Omsk', 6],
  ['Asia/Krasnoyarsk', 7],
  ['Asia/Irkutsk', 8],
  ['Asia/Yakutsk', 9],
  ['Asia/Vladivostok', 10],
  ['Asia/Magadan', 11],
  ['Asia/Kamchatka', 12],
];

test.each(ZONES)('%s: days begin and end by the wall clock of the body, UTC+%i', (zone, offset) => {
  const calendar = buildCalendar(officeData({ zone }));
  const hour = (clock: number) => String(clock - offset).padStart(2, '0');
  // Wednesday 25 November everywhere: closing on Thursday at 18.
  const early = calendar.due(at('2026-11-25T00:30:00Z'), { amount: 1, unit: 'workingDays' });
  expect(utc(early.atMs)).toBe(`2026-11-26T${hour(18)}:00:00.000Z`);
  // 13:00 UTC is already Thursday in Magadan and Kamchatka: closing on Friday at 17.
  const late = calendar.due(at('2026-11-25T13:00:00Z'), { amount: 1, unit: 'workingDays' });
  const closing = offset >= 11 ? `2026-11-27T${hour(17)}` : `2026-11-26T${hour(18)}`;
  expect(utc(late.atMs)).toBe(`${closing}:00:00.000Z`);
  const month = calendar.due(at('2026-10-25T12:00:00Z'), { amount: 1, unit: 'months' });
  const day = offset >= 12 ? 26 : 25; // 12:00 UTC is midnight in Kamchatka
  expect(month.atMs).toBe(at(`2026-11-${day}T23:59:59.999Z`) - offset * 3_600_000);
});

describe('a zone with summer time', () => {
  const berlin = buildCalendar(officeData({ zone: 'Europe/Berlin' }));

  test('the office opens by the wall clock on both sides of the change', () => {
    expect(utc(berlin.opensAt('2026-03-27'))).toBe('2026-03-27T08:00:00.000Z');
    expect(utc(berlin.opensAt('2026-03-30'))).toBe('2026-03-30T07:00:00.000Z');
    const due = berlin.due(at('2026-03-27T15:30:00Z'), { amount: 1, unit: 'workingHours' });
    expect(utc(due.atMs)).toBe('2026-03-30T07:30:00.000Z');
  });

  test('the days of the change last 23 and 25 hours', () => {
    const end = (start: string) =>
      utc(berlin.due(at(start), { amount: 0, unit: 'calendarDays', shift: 'none' }).atMs);
    expect(end('2026-03-28T12:00:00Z')).toBe('2026-03-28T22:59:59.999Z');
    expect(end('2026-03-29T12:00:00Z')).toBe('2026-03-29T21:59:59.999Z');
    expect(end('2026-10-25T12:00:00Z')).toBe('2026-10-25T22:59:59.999Z');
  });

  test('a night shift over the change works the time that really passes', () => {
    const night: DayHours = { opens: '01:00', closes: '05:00', breaks: [] };
    const week = { 1: night, 2: night, 3: night, 4: night, 5: night, 6: night, 7: night };
    const guard = buildCalendar(officeData({ zone: 'Europe/Berlin', week }));
    const minutes = (date: string) =>
      guard.workingMinutesBetween(guard.opensAt(date) ?? 0, guard.closesAt(date) ?? 0);
    expect(minutes('2026-03-28')).toBe(240);
    expect(minutes('2026-03-29')).toBe(180);
    expect(minutes('2026-10-25')).toBe(300);
  });

  test('a clock that is set at midnight (Cairo, 24 April and 29 October 2026) leaves no gap between days', () => {
    const cairo = buildCalendar(officeData({ zone: 'Africa/Cairo' }));
    for (const [lastOf23, date] of [
      ['2026-04-23T21:59:59.999Z', '2026-04-23'],
      ['2026-04-24T20:59:59.999Z', '2026-04-24'],
      ['2026-10-29T21:59:59.999Z', '2026-10-29'],
    ] as const) {
      const noon = at(`${date}T10:00:00Z`);
      const end = cairo.due(noon, { amount: 0, unit: 'calendarDays', shift: 'none' }).atMs;
      expect(utc(end)).toBe(lastOf23);
      expect(cairo.dayOf(end)).toBe(date);
      expect(cairo.dayOf(end + 1)).not.toBe(date);
    }
  });
});
