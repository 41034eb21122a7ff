import { RUSSIAN_YEARS } from './data/russia.ts';
import type { CalendarData, DayHours, WeekHours } from './types.ts';

/** ТК ст. 112. */
export const RUSSIAN_HOLIDAYS: readonly string[] = [
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
];

/** Names the decree data shipped with this version: the date of its newest file. */
const REVISION = 'ru-2026.09.02';

const office = (closes: string): DayHours => ({
  opens: '09:00',
  closes,
  breaks: [{ from: '13:00', to: '13:48' }],
});

/** 9 to 18, Friday to 17, lunch 13:00-13:48: forty hours a week. */
const OFFICE_WEEK: WeekHours = {
  1: office('18:00'),
  2: office('18:00'),
  3: office('18:00'),
  4: office('18:00'),
  5: office('17:00'),
  6: null,
  7: null,
};

/**
 * The calendar of a Russian body: decree years 2021-2027 (2027 preliminary), the law's holidays for every other year.
 *
 * @param zone - IANA name, one for each of the eleven zones; members of the wider ones have names of their own
 * @param hours - office hours of the week; government office hours when left out
 */
export function russianCalendarData(options: {
  readonly id: string;
  readonly zone: string;
  readonly hours?: WeekHours;
}): CalendarData {
  return {
    id: options.id,
    revision: REVISION,
    zone: options.zone,
    week: options.hours ?? OFFICE_WEEK,
    years: RUSSIAN_YEARS,
    statutoryHolidays: RUSSIAN_HOLIDAYS,
    shortDayMinutes: 60,
    sameDayMinimumMinutes: 120,
  };
}
