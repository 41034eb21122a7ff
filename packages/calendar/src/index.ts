export { CalendarError, type CalendarErrorCode, calendarErrorCatalogue } from './errors.ts';
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
