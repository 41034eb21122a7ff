import type { BusinessCalendar } from '@reglament/calendar';
import type { Duration, LapseAction } from '@reglament/regulation';

/**
 * When an action around a lapse comes. Pure.
 *
 * A reminder comes at the opening hour of its day, or of the working day before when that day is not worked, so that it
 * never comes later than said. Marks and auto-visas come with the lapse, escalations at closing time of their day, or
 * of the next worked one.
 */
export function momentOf(action: LapseAction, dueAtMs: number, calendar: BusinessCalendar): number {
  switch (action.do) {
    case 'remind':
      return remindAt(action.before, dueAtMs, calendar);
    case 'mark':
    case 'autoVisa':
      return dueAtMs;
    case 'escalate':
      return escalateAt(action.after, dueAtMs, calendar);
  }
}

function remindAt(before: Duration | undefined, dueAtMs: number, calendar: BusinessCalendar): number {
  if (before?.unit === 'workingHours') return hoursBefore(before.amount, dueAtMs, calendar);
  const day = before === undefined ? calendar.dayOf(dueAtMs) : moved(before, -1, dueAtMs, calendar);
  return calendar.opensAt(day) ?? calendar.opensAt(calendar.previousWorkingDay(day)) ?? dueAtMs;
}

function escalateAt(after: Duration, dueAtMs: number, calendar: BusinessCalendar): number {
  if (after.unit === 'workingHours') return calendar.addWorkingMinutes(dueAtMs, after.amount * 60).atMs;
  const day = moved(after, 1, dueAtMs, calendar);
  return calendar.closesAt(day) ?? calendar.closesAt(calendar.nextWorkingDay(day)) ?? dueAtMs;
}

/** The day so far from the day of the lapse; parts of a day count as a whole one. */
function moved(by: Duration, sign: 1 | -1, dueAtMs: number, calendar: BusinessCalendar): string {
  const day = calendar.dayOf(dueAtMs);
  const amount = sign * Math.ceil(by.amount);
  switch (by.unit) {
    case 'workingHours':
    case 'workingDays':
      return calendar.addWorkingDays(day, amount);
    case 'calendarDays':
      return addDays(day, amount);
    case 'months':
      return addMonths(day, amount);
  }
}

/** The moment from which so many working hours are left. */
function hoursBefore(hours: number, dueAtMs: number, calendar: BusinessCalendar): number {
  let minutes = hours * 60;
  let day = calendar.dayOf(dueAtMs);
  let end = dueAtMs;
  for (;;) {
    const opens = calendar.opensAt(day);
    const inDay = opens === null ? 0 : Math.max(0, calendar.workingMinutesBetween(opens, end));
    if (opens !== null && inDay >= minutes) return calendar.addWorkingMinutes(opens, inDay - minutes).atMs;
    minutes -= inDay;
    day = calendar.previousWorkingDay(day);
    end = calendar.closesAt(day) ?? end;
  }
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same number of the month, or its last day. */
function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  last.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
