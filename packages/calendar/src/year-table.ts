import { daysInYear, FIRST_YEAR, firstDayOf, LAST_YEAR, MINUTE_MS, requiredDay, weekdayOf } from './dates.ts';
import { CalendarError } from './errors.ts';
import { hoursOfWorkedDayOff, parseHours, shorten, type WallSpans } from './hours.ts';
import { type SpecialDays, statutoryYear } from './statutory.ts';
import type { CalendarData } from './types.ts';
import { zoneNamed } from './zone.ts';

/** Working stretches of a day as instants: from, to, from, to, … in order; `null` on a day that is not worked. */
export type Spans = readonly number[];

/** Everything counting needs to know of one year; sums make every question a lookup. */
export interface YearTable {
  readonly year: number;
  readonly firstDay: number;
  readonly basis: 'final' | 'preliminary' | 'provisional';
  /** By day of the year, 0 = 1 January. */
  readonly spans: readonly (Spans | null)[];
  /** Day numbers of the working days, ascending. */
  readonly workingDays: readonly number[];
  /** `[i]`: working days before day `i` of the year; one entry more than days. */
  readonly daysBefore: readonly number[];
  /** `[i]`: working milliseconds before day `i` of the year; one entry more than days. */
  readonly workBefore: readonly number[];
}

function summed(year: number, basis: YearTable['basis'], spans: readonly (Spans | null)[]): YearTable {
  const firstDay = firstDayOf(year);
  const workingDays: number[] = [];
  const daysBefore = [0];
  const workBefore = [0];
  let work = 0;
  spans.forEach((day, index) => {
    if (day !== null) {
      workingDays.push(firstDay + index);
      for (let i = 0; i < day.length; i += 2) work += day[i + 1]! - day[i]!;
    }
    daysBefore.push(workingDays.length);
    workBefore.push(work);
  });
  return { year, firstDay, basis, spans, workingDays, daysBefore, workBefore };
}

function decreedYear(data: CalendarData, year: number): SpecialDays | null {
  const days = data.years[String(year)];
  if (days === undefined) return null;
  const numbers = (dates: readonly string[]) => new Set(dates.map(requiredDay));
  return { off: numbers(days.off), work: numbers(days.work), short: numbers(days.short) };
}

function buildYear(data: CalendarData, year: number): YearTable {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new CalendarError('CAL_OUT_OF_RANGE', { calendar: data.id });
  }
  const decreed = decreedYear(data, year);
  if (decreed === null && data.statutoryHolidays.length === 0) {
    throw new CalendarError('CAL_NO_DATA', { calendar: data.id, year });
  }
  const special = decreed ?? statutoryYear(data, year);
  const zone = zoneNamed(data.zone);
  const workedDayOff = hoursOfWorkedDayOff(data.week);

  function wallSpans(day: number): WallSpans {
    if (special.off.has(day)) return [];
    const hours = data.week[weekdayOf(day)] ?? (special.work.has(day) ? workedDayOff : null);
    const spans = hours === null ? null : parseHours(hours);
    if (spans === null) return [];
    return special.short.has(day) ? shorten(spans, data.shortDayMinutes) : spans;
  }

  const firstDay = firstDayOf(year);
  const spans = Array.from({ length: daysInYear(year) }, (_, index): Spans | null => {
    const day = firstDay + index;
    const instants: number[] = [];
    for (const [from, to] of wallSpans(day)) {
      const fromMs = zone.instantOf(day, from * MINUTE_MS);
      const toMs = zone.instantOf(day, to * MINUTE_MS);
      if (toMs > fromMs) instants.push(fromMs, toMs); // summer time may skip a whole stretch
    }
    return instants.length > 0 ? instants : null;
  });
  const basis = decreed === null ? 'provisional' : data.years[String(year)]!.status;
  return summed(year, basis, spans);
}

export type YearTables = (year: number) => YearTable;

const shared = new WeakMap<CalendarData, YearTables>();

/**
 * Tables of a calendar, each built once when first asked for. They belong to the data object and are shared by all
 * people who count by it: keep one object for a revision, and never change it in place.
 */
export function yearTablesOf(data: CalendarData): YearTables {
  const known = shared.get(data);
  if (known !== undefined) return known;
  const years = new Map<number, YearTable>();
  const tables: YearTables = (year) => {
    let table = years.get(year);
    if (table === undefined) {
      table = buildYear(data, year);
      years.set(year, table);
    }
    return table;
  };
  shared.set(data, tables);
  return tables;
}

/** The same tables with some days not worked; a year that none of them touches stays the shared one. */
export function withoutDays(base: YearTables, gone: readonly { from: number; to: number }[]): YearTables {
  if (gone.length === 0) return base;
  const years = new Map<number, YearTable>();
  return (year) => {
    let table = years.get(year);
    if (table === undefined) {
      table = base(year);
      const { firstDay, spans } = table;
      const inYear = gone.filter((days) => days.from < firstDay + spans.length && days.to >= firstDay);
      if (inYear.length > 0) {
        const isGone = (day: number) => inYear.some((days) => day >= days.from && day <= days.to);
        table = summed(
          year,
          table.basis,
          spans.map((day, index) => (isGone(firstDay + index) ? null : day)),
        );
      }
      years.set(year, table);
    }
    return table;
  };
}
