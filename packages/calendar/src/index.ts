export { buildCalendar } from './build-calendar.ts';
export { CalendarError, type CalendarErrorCode, calendarErrorCatalogue } from './errors.ts';
export { RUSSIAN_HOLIDAYS, russianCalendarData } from './russian-calendar.ts';
export type {
  AbsenceDays,
  BusinessCalendar,
  CalendarData,
  CalendarYear,
  DayHours,
  Due,
  Shift,
  Term,
  UnitOfTime,
  Weekday,
  WeekHours,
} from './types.ts';
