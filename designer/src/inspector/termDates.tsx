import { type BusinessCalendar, buildCalendar, type CalendarData } from '@reglament/calendar';
import { formatDue } from '@reglament/i18n';
import type { Deadline } from '@reglament/regulation';
import { useI18n } from '@reglament/ui';
import { serverNow, useApiQuery } from '@reglament/web';
import { useMemo } from 'react';

const mostDays = 9;

/** What a term means in dates: when a task that comes now would lapse, and the days on the way. */
export default function TermDates({ deadline }: { deadline: Deadline }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const units = useApiQuery('units.list', {}, { staleTime: 300_000 });
  const data = units.data?.calendar;
  const calendar = useMemo(() => calendarOf(data), [data]);
  if (!calendar) return null;
  const nowMs = serverNow();
  const { term, shift } = deadline;
  const due = dueOf(calendar, nowMs, { ...term, ...(shift && { shift }) });
  if (!due) return null;
  const days = calendar.days(calendar.dayOf(nowMs), calendar.dayOf(due.atMs));
  const when = formatDue(due.atMs, { nowMs, zone: calendar.zone }, i18n);
  const words = t(due.provisional ? 'designer.termEndsProvisional' : 'designer.termEnds', { when });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
  return (
    <>
      {days.length <= mostDays && (
        <div className="ruler" aria-hidden="true">
          {days.map(({ date, working }, index) => (
            <div key={date} className={working ? (index === days.length - 1 ? 'end' : undefined) : 'off'}>
              {working ? day.format(Date.parse(`${date}T00:00:00Z`)) : ''}
              {working && <i className="me" />}
            </div>
          ))}
        </div>
      )}
      <p className="say">{words}</p>
    </>
  );
}

function calendarOf(data: object | undefined): BusinessCalendar | null {
  if (!data) return null;
  try {
    return buildCalendar(data as CalendarData);
  } catch {
    return null;
  }
}

function dueOf(calendar: BusinessCalendar, nowMs: number, term: Parameters<BusinessCalendar['due']>[1]) {
  try {
    return calendar.due(nowMs, term);
  } catch {
    // A term beyond the calendar's years has no dates to show.
    return null;
  }
}
