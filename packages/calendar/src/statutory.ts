import { dayNumber, daysInMonth, daysInYear, firstDayOf, weekdayOf } from './dates.ts';
import type { CalendarData } from './types.ts';

/** What is special in a year, by day number. */
export interface SpecialDays {
  readonly off: ReadonlySet<number>;
  readonly work: ReadonlySet<number>;
  readonly short: ReadonlySet<number>;
}

/**
 * A year without decree data, from the law alone. ТК ст. 112: a weekly day off that coincides with a holiday moves to
 * the next working day after the holiday, except for the holidays of 1-8 January, whose two days only a decree places.
 * ТК ст. 95: the working day right before a holiday is short.
 */
export function statutoryYear(data: CalendarData, year: number): SpecialDays {
  const holidays = new Set<number>();
  for (const monthDay of data.statutoryHolidays) {
    const [month, day] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))];
    if (day <= daysInMonth(year, month)) holidays.add(dayNumber(year, month, day));
  }
  const isWeeklyDayOff = (day: number) => data.week[weekdayOf(day)] === null;

  const off = new Set(holidays);
  const lastJanuaryHoliday = firstDayOf(year) + 7;
  const lastDay = firstDayOf(year) + daysInYear(year) - 1;
  for (const holiday of [...holidays].sort((a, b) => a - b)) {
    if (holiday <= lastJanuaryHoliday || !isWeeklyDayOff(holiday)) continue;
    let moved = holiday + 1;
    while (moved <= lastDay && (isWeeklyDayOff(moved) || off.has(moved))) moved += 1;
    if (moved <= lastDay) off.add(moved);
  }

  const newYear = data.statutoryHolidays.includes('01-01') ? [firstDayOf(year + 1)] : [];
  const short = new Set<number>();
  for (const holiday of [...holidays, ...newYear]) {
    const eve = holiday - 1;
    if (eve >= firstDayOf(year) && !off.has(eve) && !isWeeklyDayOff(eve)) short.add(eve);
  }
  return { off, work: new Set(), short };
}
