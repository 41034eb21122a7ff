import { isoOf, yearOf } from './dates.ts';
import { CalendarError } from './errors.ts';
import type { Spans, YearTable, YearTables } from './year-table.ts';
import type { Zone } from './zone.ts';

/** Longest wait for the next working time before a calendar is called empty. */
const LONGEST_GAP_DAYS = 366;

/** Counting over year tables, in day numbers, instants and milliseconds. Pure. */
export interface Timeline {
  readonly zone: Zone;
  spansOf(day: number): Spans | null;
  /** The `n`-th working day strictly after `day`, `n` 1 or more. */
  workingDayAfter(day: number, n: number): number;
  /** The `n`-th working day strictly before `day`, `n` 1 or more. */
  workingDayBefore(day: number, n: number): number;
  /** Working milliseconds of the day that are over at an instant of that day. */
  workDoneOn(day: number, ms: number): number;
  workOf(day: number): number;
  /** The earliest instant of a working day by which `work` (0 up to the day's whole) has passed. */
  instantAfter(day: number, work: number): number;
  /** The earliest instant at which `work` milliseconds have passed since `ms`, inside working time. */
  addWork(ms: number, work: number): number;
  /** Signed working milliseconds from one instant to another. */
  workBetween(fromMs: number, toMs: number): number;
  basisOf(day: number): YearTable['basis'];
}

export function makeTimeline(calendarId: string, zone: Zone, tables: YearTables): Timeline {
  const tableOf = (day: number) => tables(yearOf(day));

  function spansOf(day: number): Spans | null {
    const table = tableOf(day);
    return table.spans[day - table.firstDay]!;
  }

  /** Working time is never sought across a longer gap: a calendar that is nearly all absence says so. */
  function checkGap(from: number, to: number): void {
    if (Math.abs(to - from) > LONGEST_GAP_DAYS) {
      throw new CalendarError('CAL_NO_WORKING_TIME', { calendar: calendarId, date: isoOf(from) });
    }
  }

  /** The table of the next year, when its first working day comes soon enough after `table`, sought since `day`. */
  function tableAfter(table: YearTable, day: number): { table: YearTable; since: number } {
    const since = Math.max(day, table.workingDays[table.workingDays.length - 1] ?? day);
    const next = tables(table.year + 1);
    checkGap(since, next.workingDays[0] ?? next.firstDay + next.spans.length);
    return { table: next, since };
  }

  function workingDayAfter(day: number, n: number): number {
    let table = tableOf(day);
    let since = day;
    let rank = table.daysBefore[day - table.firstDay + 1]! + n - 1;
    while (rank >= table.workingDays.length) {
      rank -= table.workingDays.length;
      ({ table, since } = tableAfter(table, since));
    }
    return table.workingDays[rank]!;
  }

  function workingDayBefore(day: number, n: number): number {
    let table = tableOf(day);
    let since = day;
    let rank = table.daysBefore[day - table.firstDay]! - n;
    while (rank < 0) {
      since = Math.min(since, table.workingDays[0] ?? since);
      table = tables(table.year - 1);
      checkGap(since, table.workingDays[table.workingDays.length - 1] ?? table.firstDay - 1);
      rank += table.workingDays.length;
    }
    return table.workingDays[rank]!;
  }

  function workDoneOn(day: number, ms: number): number {
    const spans = spansOf(day) ?? [];
    let done = 0;
    for (let i = 0; i < spans.length && spans[i]! < ms; i += 2)
      done += Math.min(ms, spans[i + 1]!) - spans[i]!;
    return done;
  }

  function workOf(day: number): number {
    const table = tableOf(day);
    return table.workBefore[day - table.firstDay + 1]! - table.workBefore[day - table.firstDay]!;
  }

  function instantAfter(day: number, work: number): number {
    const spans = spansOf(day)!;
    let rest = work;
    let i = 0;
    for (; rest > spans[i + 1]! - spans[i]!; i += 2) rest -= spans[i + 1]! - spans[i]!;
    return spans[i]! + rest;
  }

  /** Nothing to add: the instant itself when it is working time (ends of stretches belong to it), else the next opening. */
  function settle(ms: number, day: number): number {
    const spans = spansOf(day) ?? [];
    for (let i = 0; i < spans.length; i += 2) if (ms <= spans[i + 1]!) return Math.max(ms, spans[i]!);
    return spansOf(workingDayAfter(day, 1))![0]!;
  }

  function addWork(ms: number, work: number): number {
    const day = zone.dayAt(ms);
    if (work === 0) return settle(ms, day);
    let table = tableOf(day);
    let since = day;
    let target = table.workBefore[day - table.firstDay]! + workDoneOn(day, ms) + work;
    for (
      let total = table.workBefore[table.spans.length]!;
      target > total;
      total = table.workBefore[table.spans.length]!
    ) {
      target -= total;
      ({ table, since } = tableAfter(table, since));
    }
    // The first day by whose end the target is reached: the sums are ascending, so halving finds it.
    let low = 0;
    let high = table.spans.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table.workBefore[middle + 1]! >= target) high = middle;
      else low = middle + 1;
    }
    return instantAfter(table.firstDay + low, target - table.workBefore[low]!);
  }

  function workBetween(fromMs: number, toMs: number): number {
    if (toMs < fromMs) return 0 - workBetween(toMs, fromMs); // not unary minus: a result of -0 is not 0 to everybody
    const workBefore = (ms: number) => {
      const day = zone.dayAt(ms);
      const table = tableOf(day);
      return { year: table.year, work: table.workBefore[day - table.firstDay]! + workDoneOn(day, ms) };
    };
    const from = workBefore(fromMs);
    const to = workBefore(toMs);
    let work = to.work - from.work;
    for (let year = from.year; year < to.year; year += 1) {
      const table = tables(year);
      work += table.workBefore[table.spans.length]!;
    }
    return work;
  }

  return {
    zone,
    spansOf,
    workingDayAfter,
    workingDayBefore,
    workDoneOn,
    workOf,
    instantAfter,
    addWork,
    workBetween,
    basisOf: (day) => tableOf(day).basis,
  };
}
