import { daysInMonth, parseIso } from './dates.ts';
import { CalendarError } from './errors.ts';
import { parseHours } from './hours.ts';
import type { CalendarData, Weekday } from './types.ts';
import { zoneNamed } from './zone.ts';

const MONTH_DAY = /^(\d{2})-(\d{2})$/;

/**
 * Refuses stored data that would count wrongly without saying so: the shape is the caller's schema's business, what is
 * checked here is whether names, clocks and dates mean something.
 *
 * @throws CAL_BAD_DATA with the `path` of the first fault
 */
export function checkCalendarData(data: CalendarData): void {
  const refuse = (path: string): never => {
    throw new CalendarError('CAL_BAD_DATA', { calendar: data.id, path });
  };

  try {
    zoneNamed(data.zone);
  } catch {
    refuse('zone');
  }
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] satisfies Weekday[]) {
    const hours = data.week[weekday];
    if (hours === undefined || (hours !== null && parseHours(hours) === null)) refuse(`week.${weekday}`);
  }
  for (const [year, days] of Object.entries(data.years)) {
    for (const list of ['off', 'work', 'short'] as const) {
      for (const date of days[list]) {
        if (parseIso(date) === null || !date.startsWith(`${year}-`)) refuse(`years.${year}.${list}.${date}`);
      }
    }
    for (const date of [...days.work, ...days.short]) {
      if (days.off.includes(date)) refuse(`years.${year}.off.${date}`);
    }
  }
  for (const monthDay of data.statutoryHolidays) {
    const parts = MONTH_DAY.exec(monthDay);
    const [month, day] = [Number(parts?.[1]), Number(parts?.[2])];
    const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month);
    if (!exists) refuse(`statutoryHolidays.${monthDay}`);
  }
  for (const key of ['shortDayMinutes', 'sameDayMinimumMinutes'] as const) {
    if (!Number.isInteger(data[key]) || data[key] < 0) refuse(key);
  }
}
