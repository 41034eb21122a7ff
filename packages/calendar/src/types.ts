export type UnitOfTime = 'workingHours' | 'workingDays' | 'calendarDays' | 'months';

/** What becomes of a term in calendar days or months whose last day is not a working day. */
export type Shift = 'next' | 'previous' | 'none';

/**
 * How much time somebody has. Hours may be any fraction, working days may be halves (0 = "the same day"), calendar
 * days and months are whole. `shift` is `next` unless named; working hours and days need none and ignore it.
 */
export interface Term {
  readonly amount: number;
  readonly unit: UnitOfTime;
  readonly shift?: Shift;
}

/** Office hours of one weekday, wall clock `HH:MM` in the calendar's zone; breaks lie inside, in order. */
export interface DayHours {
  readonly opens: string;
  readonly closes: string;
  readonly breaks: readonly { readonly from: string; readonly to: string }[];
}

/** ISO weekday, 1 = Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Office hours of a week; `null` is a weekly day off. */
export type WeekHours = Readonly<Record<Weekday, DayHours | null>>;

/** What a decree (or its forerunner) says of one year. Dates are ISO; a short day is a working day. */
export interface CalendarYear {
  /** Days off besides the weekly ones; weekly days off may be listed too. */
  readonly off: readonly string[];
  /** Weekly days off that are worked. */
  readonly work: readonly string[];
  readonly short: readonly string[];
  readonly status: 'final' | 'preliminary';
  readonly source: string;
}

/** A calendar as stored: strict JSON. `revision` names the data, so that open terms can be recomputed when it changes. */
export interface CalendarData {
  readonly id: string;
  readonly revision: string;
  /** IANA name of the body's time zone. */
  readonly zone: string;
  readonly week: WeekHours;
  /** Keyed by year, `2026`. A year that is missing is computed from `statutoryHolidays` and marked provisional. */
  readonly years: Readonly<Record<string, CalendarYear>>;
  /** `MM-DD`; empty = none known, and then a missing year throws CAL_NO_DATA. */
  readonly statutoryHolidays: readonly string[];
  /** Working minutes taken off the end of a short day. */
  readonly shortDayMinutes: number;
  /** A term of 0 working days moves to the next working day when fewer working minutes than this are left today. */
  readonly sameDayMinimumMinutes: number;
}

/** Whole days, both ends included, ISO dates in the calendar's zone. */
export interface AbsenceDays {
  readonly from: string;
  readonly to: string;
}

/**
 * When a term ends. `provisional`: a year it was counted over has no decree data and was computed from the law;
 * `preliminary`: a year it was counted over has data that is not final yet. Either may move, and is shown as such.
 */
export interface Due {
  readonly atMs: number;
  readonly provisional: boolean;
  readonly preliminary: boolean;
}

/**
 * Working time of one person or body: the organisation's calendar less the days on which the person is absent without
 * a substitute. Pure. Instants are integer milliseconds since the epoch (UTC), dates are ISO dates in `zone`.
 *
 * Every method that asks whether a day is worked throws CalendarError: `CAL_NO_DATA` for a year with neither decree
 * data nor statutory holidays, `CAL_NO_WORKING_TIME` when no working time is found within 366 days,
 * `CAL_OUT_OF_RANGE` outside the years 1970-2399; malformed arguments throw `CAL_BAD_TERM`, `CAL_BAD_DATE` or
 * `CAL_BAD_INSTANT`.
 */
export interface BusinessCalendar {
  readonly id: string;
  readonly revision: string;
  readonly zone: string;
  /** When a term that starts at `startMs` ends; the rules are in `due.ts`. Weakly monotone in `startMs`. */
  due(startMs: number, term: Term): Due;
  /**
   * The earliest instant at which `minutes` (0 or more) of working time have passed, never before opening and never
   * inside a break: 0 minutes from a night is the next opening.
   */
  addWorkingMinutes(startMs: number, minutes: number): Due;
  /** Working minutes between two instants; negative when `toMs` is earlier. */
  workingMinutesBetween(fromMs: number, toMs: number): number;
  isWorkingDay(date: string): boolean;
  /** The date at an instant, in `zone`. Needs no decree data. */
  dayOf(ms: number): string;
  /** Instant of opening; `null` on a day that is not worked. */
  opensAt(date: string): number | null;
  /** Instant of closing (earlier on a short day); `null` on a day that is not worked. */
  closesAt(date: string): number | null;
  /** The first working day after `date`. */
  nextWorkingDay(date: string): string;
  /** The last working day before `date`. */
  previousWorkingDay(date: string): string;
  /** The `n`-th working day after (or, negative, before) `date`; 0 is `date` itself, worked or not. */
  addWorkingDays(date: string, n: number): string;
  /** Every day of the range, both ends included; `provisional` as in Due. */
  days(from: string, to: string): { date: string; working: boolean; provisional: boolean }[];
}
