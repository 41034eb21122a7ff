import { addMonths, firstDayOf, MINUTE_MS, yearOf } from './dates.ts';
import { CalendarError } from './errors.ts';
import type { Timeline } from './timeline.ts';
import type { Due, Shift, Term } from './types.ts';

/** A hundred years: longer than any term, short enough that counting stays cheap whatever comes in. */
const LONGEST: Record<Term['unit'], number> = {
  workingHours: 100 * 366 * 24,
  workingDays: 36_600,
  calendarDays: 36_600,
  months: 1_200,
};
/** Amounts are multiples of 1 / parts. */
const PARTS: Record<Term['unit'], number | null> = {
  workingHours: null,
  workingDays: 2,
  calendarDays: 1,
  months: 1,
};
const SHIFTS: readonly Shift[] = ['next', 'previous', 'none'];

function checkTerm({ amount, unit, shift }: Term): void {
  const known = Object.hasOwn(LONGEST, unit) && (shift === undefined || SHIFTS.includes(shift));
  const parts = known ? PARTS[unit] : null;
  const fits = Number.isFinite(amount) && amount >= 0 && amount <= LONGEST[unit];
  if (!known || !fits || (parts !== null && !Number.isInteger(amount * parts))) {
    throw new CalendarError('CAL_BAD_TERM', {
      amount: String(amount),
      unit: String(unit),
      shift: String(shift),
    });
  }
}

/** Marks an instant with what the years from one day to another (in any order) rest on. */
function dueOver(timeline: Timeline, atMs: number, oneDay: number, otherDay: number): Due {
  const last = yearOf(Math.max(oneDay, otherDay));
  let provisional = false;
  let preliminary = false;
  for (let year = yearOf(Math.min(oneDay, otherDay)); year <= last; year += 1) {
    const basis = timeline.basisOf(firstDayOf(year));
    if (basis === 'provisional') provisional = true;
    if (basis === 'preliminary') preliminary = true;
  }
  return { atMs, provisional, preliminary };
}

/** Hours elapse inside working time. */
function dueInWork(timeline: Timeline, startMs: number, workMs: number): Due {
  const atMs = timeline.addWork(startMs, workMs);
  return dueOver(timeline, atMs, timeline.zone.dayAt(startMs), timeline.zone.dayAt(atMs));
}

/**
 * 0 days end at today's closing time, or at that of the next working day when today is not worked or too little of it
 * is left. `n` days are counted from the next working day and end at closing time. `n` and a half end when half of the
 * working minutes of the day after the `n`-th have passed.
 */
function dueInWorkingDays(timeline: Timeline, startMs: number, amount: number, minimumWorkMs: number): Due {
  const start = timeline.zone.dayAt(startMs);
  const closing = (day: number) => timeline.instantAfter(day, timeline.workOf(day));
  if (amount === 0) {
    const left = timeline.workOf(start) - timeline.workDoneOn(start, startMs);
    const today = timeline.spansOf(start) !== null && left >= minimumWorkMs;
    const day = today ? start : timeline.workingDayAfter(start, 1);
    return dueOver(timeline, closing(day), start, day);
  }
  const day = timeline.workingDayAfter(start, Math.ceil(amount));
  const atMs = Number.isInteger(amount) ? closing(day) : timeline.instantAfter(day, timeline.workOf(day) / 2);
  return dueOver(timeline, atMs, start + 1, day);
}

/**
 * Calendar days and months end with the last moment of their last day. `previous` never goes back past the day on
 * which the term starts: with no working day inside the term the last day stays, so that nothing is late at birth.
 */
function dueOnDay(timeline: Timeline, start: number, last: number, shift: Shift): Due {
  const atEndOf = (day: number) => timeline.zone.endOfDay(day);
  if (shift === 'none') return { atMs: atEndOf(last), provisional: false, preliminary: false };
  if (timeline.spansOf(last) !== null) return dueOver(timeline, atEndOf(last), last, last);
  const moved = shift === 'next' ? timeline.workingDayAfter(last, 1) : timeline.workingDayBefore(last, 1);
  const day = moved < start ? last : moved;
  return dueOver(timeline, atEndOf(day), last, day);
}

/** The instant at which a term that starts at `startMs` ends. Pure. @throws CAL_BAD_TERM and whatever the timeline throws */
export function dueOf(timeline: Timeline, startMs: number, term: Term, sameDayMinimumMinutes: number): Due {
  checkTerm(term);
  const { amount, unit, shift = 'next' } = term;
  const start = timeline.zone.dayAt(startMs);
  switch (unit) {
    case 'workingHours':
      return dueInWork(timeline, startMs, Math.round(amount * 60 * MINUTE_MS));
    case 'workingDays':
      return dueInWorkingDays(timeline, startMs, amount, sameDayMinimumMinutes * MINUTE_MS);
    case 'calendarDays':
      return dueOnDay(timeline, start, start + amount, shift);
    case 'months':
      return dueOnDay(timeline, start, addMonths(start, amount), shift);
  }
}
