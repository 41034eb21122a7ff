import { checkCalendarData } from './check-data.ts';
import { DAY_MS, FIRST_YEAR, firstDayOf, isoOf, LAST_YEAR, MINUTE_MS, requiredDay } from './dates.ts';
import { dueOf } from './due.ts';
import { CalendarError } from './errors.ts';
import { makeTimeline } from './timeline.ts';
import type { AbsenceDays, BusinessCalendar, CalendarData } from './types.ts';
import { withoutDays, yearTablesOf } from './year-table.ts';
import { zoneNamed } from './zone.ts';

/** A day inside the supported years in every zone. */
const EARLIEST_MS = (firstDayOf(FIRST_YEAR) + 1) * DAY_MS;
const LATEST_MS = (firstDayOf(LAST_YEAR + 1) - 1) * DAY_MS;

function checkInstant(ms: number): void {
  if (!Number.isSafeInteger(ms) || ms < EARLIEST_MS || ms >= LATEST_MS) {
    throw new CalendarError('CAL_BAD_INSTANT', { ms: String(ms) });
  }
}

const checked = new WeakSet<CalendarData>();

/**
 * The calendar of a body, or of a person: the body's data less the days on which the person is absent without a
 * substitute. Cheap to call once a person: the tables of `data` are shared (see `yearTablesOf`), and only years with
 * an absence get their own.
 *
 * @param data - kept as it is; must not be changed afterwards, a changed calendar is a new object with a new revision
 * @param absences - whole days in the calendar's zone, may overlap
 * @throws CAL_BAD_DATA when the data means nothing, CAL_BAD_DATE for an absence without two dates in order
 */
export function buildCalendar(data: CalendarData, absences: readonly AbsenceDays[] = []): BusinessCalendar {
  if (!checked.has(data)) {
    checkCalendarData(data);
    checked.add(data);
  }
  const gone = absences.map(({ from, to }) => {
    const days = { from: requiredDay(from), to: requiredDay(to) };
    if (days.to < days.from) throw new CalendarError('CAL_BAD_DATE', { date: to });
    return days;
  });
  const zone = zoneNamed(data.zone);
  const timeline = makeTimeline(data.id, zone, withoutDays(yearTablesOf(data), gone));

  return {
    id: data.id,
    revision: data.revision,
    zone: data.zone,
    due(startMs, term) {
      checkInstant(startMs);
      return dueOf(timeline, startMs, term, data.sameDayMinimumMinutes);
    },
    addWorkingMinutes(startMs, minutes) {
      checkInstant(startMs);
      return dueOf(
        timeline,
        startMs,
        { amount: minutes / 60, unit: 'workingHours' },
        data.sameDayMinimumMinutes,
      );
    },
    workingMinutesBetween(fromMs, toMs) {
      checkInstant(fromMs);
      checkInstant(toMs);
      return timeline.workBetween(fromMs, toMs) / MINUTE_MS;
    },
    isWorkingDay: (date) => timeline.spansOf(requiredDay(date)) !== null,
    dayOf(ms) {
      checkInstant(ms);
      return isoOf(zone.dayAt(ms));
    },
    opensAt: (date) => timeline.spansOf(requiredDay(date))?.[0] ?? null,
    closesAt: (date) => timeline.spansOf(requiredDay(date))?.at(-1) ?? null,
    nextWorkingDay: (date) => isoOf(timeline.workingDayAfter(requiredDay(date), 1)),
    previousWorkingDay: (date) => isoOf(timeline.workingDayBefore(requiredDay(date), 1)),
    addWorkingDays(date, n) {
      const day = requiredDay(date);
      if (!Number.isSafeInteger(n))
        throw new CalendarError('CAL_BAD_TERM', { amount: String(n), unit: 'workingDays' });
      if (n > 0) return isoOf(timeline.workingDayAfter(day, n));
      return n < 0 ? isoOf(timeline.workingDayBefore(day, -n)) : date;
    },
    days(from, to) {
      const first = requiredDay(from);
      const count = Math.max(0, requiredDay(to) - first + 1);
      return Array.from({ length: count }, (_, index) => ({
        date: isoOf(first + index),
        working: timeline.spansOf(first + index) !== null,
        provisional: timeline.basisOf(first + index) === 'provisional',
      }));
    },
  };
}
