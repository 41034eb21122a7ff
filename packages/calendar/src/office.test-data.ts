import { buildCalendar } from './build-calendar.ts';
import { russianCalendarData } from './russian-calendar.ts';
import type { AbsenceDays, BusinessCalendar, CalendarData, DayHours, WeekHours } from './types.ts';

const EIGHT_HOURS: DayHours = { opens: '09:00', closes: '18:00', breaks: [{ from: '13:00', to: '14:00' }] };

/** Eight working hours on each weekday, as the published tables of working time count. */
export const FIVE_BY_EIGHT: WeekHours = {
  1: EIGHT_HOURS,
  2: EIGHT_HOURS,
  3: EIGHT_HOURS,
  4: EIGHT_HOURS,
  5: EIGHT_HOURS,
  6: null,
  7: null,
};

/** Test data: the office of a Moscow body, less what is overridden. */
export function officeData(over: Partial<CalendarData> = {}): CalendarData {
  return { ...russianCalendarData({ id: 'office', zone: 'Europe/Moscow' }), ...over };
}

export function office(absences?: readonly AbsenceDays[]): BusinessCalendar {
  return buildCalendar(officeData(), absences);
}

/** An instant of Moscow, `2026-11-25 10:00` or with seconds: UTC+3 since 2014. */
export function moscow(local: string): number {
  return Date.parse(`${local.replace(' ', 'T')}${local.length === 16 ? ':00' : ''}+03:00`);
}

/** Moscow wall time of an instant, `2026-11-25 18:00:00.000`. */
export function inMoscow(ms: number | null): string {
  return new Date((ms ?? Number.NaN) + 10_800_000).toISOString().replace('T', ' ').replace('Z', '');
}
