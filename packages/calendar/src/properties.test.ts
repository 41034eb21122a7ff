import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCalendar } from './build-calendar.ts';
import { FIVE_BY_EIGHT, officeData } from './office.test-data.ts';
import type { AbsenceDays, BusinessCalendar, Shift, Term, UnitOfTime } from './types.ts';

const DAY = 86_400_000;
const FROM = Date.parse('2021-02-01T00:00:00Z');
const TO = Date.parse('2032-01-01T00:00:00Z');

const DATA = [
  officeData(),
  officeData({ zone: 'Asia/Kamchatka', week: FIVE_BY_EIGHT }),
  officeData({ zone: 'Europe/Kaliningrad', years: {} }),
  officeData({ zone: 'Europe/Berlin' }),
  officeData({ zone: 'America/New_York', week: { ...FIVE_BY_EIGHT, 6: FIVE_BY_EIGHT[1], 3: null } }),
];

const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Moments are drawn near New Year and the end of January as well, where the mistakes are. */
const instant = fc.oneof(
  fc.integer({ min: FROM, max: TO }),
  fc.integer({ min: Date.parse('2026-12-24T00:00:00Z'), max: Date.parse('2027-01-16T00:00:00Z') }),
  fc
    .tuple(fc.integer({ min: 2022, max: 2031 }), fc.integer({ min: -4 * DAY, max: DAY }))
    .map(([year, ms]) => Date.UTC(year, 1, 1) + ms),
);
const absence: fc.Arbitrary<AbsenceDays> = fc
  .tuple(fc.oneof(fc.integer({ min: FROM, max: TO }), instant), fc.integer({ min: 0, max: 40 }))
  .map(([ms, days]) => ({ from: isoDate(ms), to: isoDate(ms + days * DAY) }));
const calendar: fc.Arbitrary<BusinessCalendar> = fc
  .tuple(fc.constantFrom(...DATA), fc.array(absence, { maxLength: 4 }))
  .map(([data, absences]) =>
    Object.assign(buildCalendar(data, absences), {
      [fc.toStringMethod]: () => `${data.zone} without ${JSON.stringify(absences)}`,
    }),
  );

const TEN_YEARS = 3_653;
const shift: fc.Arbitrary<Shift> = fc.constantFrom('next', 'previous', 'none');
const terms: Record<UnitOfTime, fc.Arbitrary<Term>> = {
  workingHours: fc
    .oneof(fc.constantFrom(0, 1, 60, 492), fc.integer({ min: 0, max: 20_000 }), fc.constant(10 * 1972 * 60))
    .map((minutes) => ({ amount: minutes / 60, unit: 'workingHours' })),
  workingDays: fc
    .oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 40 }), fc.constantFrom(60, 90, 730, 2 * 2_470))
    .map((halves) => ({ amount: halves / 2, unit: 'workingDays' })),
  calendarDays: fc.record({
    amount: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(30, 45, 365, TEN_YEARS)),
    unit: fc.constant('calendarDays'),
    shift,
  }),
  months: fc.record({
    amount: fc.oneof(fc.constantFrom(1, 120), fc.integer({ min: 0, max: 14 })),
    unit: fc.constant('months'),
    shift,
  }),
};
const UNITS = ['workingHours', 'workingDays', 'calendarDays', 'months'] as const;
const workingTerm = fc.oneof(terms.workingHours, terms.workingDays);
const calendarTerm = fc.oneof(terms.calendarDays, terms.months);
/** How far apart two starts are: minutes, hours or days. */
const distance = fc.oneof(
  fc.integer({ min: 0, max: 3_600_000 }),
  fc.integer({ min: 0, max: 4 * DAY }),
  fc.integer({ min: 0, max: 400 * DAY }),
);
const minutes = fc.oneof(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 600_000 }));

const holds = <T extends unknown[]>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 1_500 });

// Seen to catch: months that overflow instead of taking the last day; Sundays shifted the other way than Saturdays;
// a break counted as work; the same day kept when too little, and given up when enough of it is left.
test.each(UNITS)('%s are weakly monotone in their start', (unit) => {
  holds(
    fc.property(calendar, terms[unit], instant, distance, (cal, term, start, later) => {
      expect(cal.due(start + later, term).atMs).toBeGreaterThanOrEqual(cal.due(start, term).atMs);
    }),
  );
});

// Seen to catch: `previous` going back past the start; working days counted as calendar days.
test.each(UNITS)('a term in %s does not end before it starts', (unit) => {
  holds(
    fc.property(calendar, terms[unit], instant, (cal, term, start) => {
      expect(cal.due(start, term).atMs).toBeGreaterThanOrEqual(start);
    }),
  );
});

// Seen to catch: the rest of a term started anew at New Year; a break counted as work.
test('working time is additive', () => {
  holds(
    fc.property(calendar, instant, minutes, minutes, (cal, start, a, b) => {
      const inTwo = cal.addWorkingMinutes(cal.addWorkingMinutes(start, a).atMs, b).atMs;
      expect(inTwo).toBe(cal.addWorkingMinutes(start, a + b).atMs);
    }),
  );
});

// Seen to catch: a year's sum without its last day; an earlier moment not answered with a minus.
test('working time is invertible: what was added is what lies between', () => {
  holds(
    fc.property(calendar, instant, minutes, (cal, start, added) => {
      const end = cal.addWorkingMinutes(start, added).atMs;
      expect(cal.workingMinutesBetween(start, end)).toBe(added);
      expect(cal.workingMinutesBetween(end, start)).toBe(0 - added);
    }),
  );
});

// Seen to catch: an earlier moment not answered with a minus.
test('working time between three moments adds up', () => {
  holds(
    fc.property(calendar, instant, instant, instant, (cal, a, b, c) => {
      const whole = cal.workingMinutesBetween(a, c);
      expect(cal.workingMinutesBetween(a, b) + cal.workingMinutesBetween(b, c)).toBeCloseTo(whole, 4);
    }),
  );
});

// Seen to catch: working days counted as calendar days; 0 minutes staying at night or in a break.
test('a term in working hours or days is due inside the hours of a working day', () => {
  holds(
    fc.property(calendar, workingTerm, instant, (cal, term, start) => {
      const { atMs } = cal.due(start, term);
      const date = cal.dayOf(atMs);
      expect(cal.isWorkingDay(date)).toBe(true);
      expect(atMs).toBeGreaterThanOrEqual(cal.opensAt(date) ?? Number.NaN);
      expect(atMs).toBeLessThanOrEqual(cal.closesAt(date) ?? Number.NaN);
    }),
  );
});

// Seen to catch: `next` and `previous` exchanged.
test('previous is not after none, none is not after next, and next is a working day', () => {
  holds(
    fc.property(calendar, calendarTerm, instant, (cal, { amount, unit }, start) => {
      const [previous, none, next] = (['previous', 'none', 'next'] as const).map((to) =>
        cal.due(start, { amount, unit, shift: to }),
      );
      expect(previous!.atMs).toBeLessThanOrEqual(none!.atMs);
      expect(none!.atMs).toBeLessThanOrEqual(next!.atMs);
      expect(cal.isWorkingDay(cal.dayOf(next!.atMs))).toBe(true);
    }),
  );
});

// Seen to catch: counting back from the day itself; a working day lost at New Year.
test('stepping over working days agrees with asking day by day', () => {
  holds(
    fc.property(calendar, instant, fc.integer({ min: -60, max: 60 }), (cal, start, n) => {
      const date = isoDate(start);
      let ms = Date.parse(`${date}T00:00:00Z`);
      for (let left = Math.abs(n); left > 0; ) {
        ms += Math.sign(n) * DAY;
        if (cal.isWorkingDay(isoDate(ms))) left -= 1;
      }
      expect(cal.addWorkingDays(date, n)).toBe(isoDate(ms));
    }),
  );
});
