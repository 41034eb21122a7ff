import type { I18n } from '../i18n.ts';
import { INTL_TAG, type Locale } from '../locale.ts';

/** When and where a moment is worded: both come from outside. */
export interface When {
  /** the server's now, milliseconds since the epoch */
  readonly nowMs: number;
  /** IANA zone of the organisation */
  readonly zone: string;
}

const NEAR: Record<string, 'common.yesterday' | 'common.today' | 'common.tomorrow'> = {
  '-1': 'common.yesterday',
  '0': 'common.today',
  '1': 'common.tomorrow',
};

/** A term as people say it: «сегодня до 18:00», «завтра до 18:00», «пн, 24 ноября, до 17:00». */
export function formatDue(dueMs: number, when: When, i18n: I18n): string {
  const time = formatTime(dueMs, when.zone, i18n.locale);
  const near = nearDay(dueMs, when, i18n);
  return near
    ? i18n.t('common.due.day', { day: near, time })
    : i18n.t('common.due.date', { date: longDate(dueMs, when, i18n.locale, true), time });
}

/** A moment of history: «сегодня, 09:10», «вчера, 16:42», «20 ноября, 10:15». */
export function formatMoment(atMs: number, when: When, i18n: I18n): string {
  const day = nearDay(atMs, when, i18n) ?? longDate(atMs, when, i18n.locale, false);
  return i18n.t('common.moment.at', { day, time: formatTime(atMs, when.zone, i18n.locale) });
}

/** A day: «сегодня», «завтра», «27 ноября», with the year when it is not this year's: «13 января 2027 г.». */
export function formatDay(atMs: number, when: When, i18n: I18n): string {
  return nearDay(atMs, when, i18n) ?? longDate(atMs, when, i18n.locale, false);
}

/** A day that is never «сегодня»: «27 ноября», «13 января 2027 г.». */
export function formatDate(atMs: number, when: When, locale: Locale): string {
  return longDate(atMs, when, locale, false);
}

/** A short day for the end of a row: «20 нояб.». */
export function formatShortDate(atMs: number, when: When, locale: Locale): string {
  return intl(locale, when.zone, { day: 'numeric', month: 'short', ...yearOf(atMs, when, locale) }).format(
    atMs,
  );
}

/** Days along one line, where the month is said once: «27 нояб.», «30», «2 дек.», «3». The year is never said. */
export function formatDaysAlong(atMs: readonly number[], zone: string, locale: Locale): string[] {
  const month = intl(locale, zone, { month: 'numeric' });
  const day = intl(locale, zone, { day: 'numeric' });
  const both = intl(locale, zone, { day: 'numeric', month: 'short' });
  return atMs.map((ms, index) => {
    const before = atMs[index - 1];
    const said = before !== undefined && month.format(before) === month.format(ms);
    return (said ? day : both).format(ms);
  });
}

/** A plain date (`2026-11-24`, no zone): «24 ноября 2026 г.». */
export function formatPlainDate(date: string, locale: Locale): string {
  return intl(locale, 'UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
}

/** «18:00». */
export function formatTime(atMs: number, zone: string, locale: Locale): string {
  return intl(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);
}

/** A day in figures for a table or a paper: «25.11», with the year «25.11.2026»; in English «25/11/2026». */
export function formatFigures(atMs: number, zone: string, locale: Locale, year = false): string {
  return intl(locale, zone, { day: '2-digit', month: '2-digit', ...(year && { year: 'numeric' }) }).format(
    atMs,
  );
}

/** The exact moment with its zone, for a tooltip: «понедельник, 24 ноября 2026 г. в 18:00 GMT+3». */
export function formatExact(atMs: number, zone: string, locale: Locale): string {
  return intl(locale, zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(atMs);
}

/** The day of a moment in a zone, `YYYY-MM-DD`. */
export function dayKey(atMs: number, zone: string): string {
  const part = Object.fromEntries(
    intl('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
  return `${part['year']}-${part['month']}-${part['day']}`;
}

function nearDay(atMs: number, { nowMs, zone }: When, i18n: I18n): string | undefined {
  const days = (Date.parse(dayKey(atMs, zone)) - Date.parse(dayKey(nowMs, zone))) / 86_400_000;
  const key = NEAR[String(days)];
  return key && i18n.t(key);
}

function longDate(atMs: number, when: When, locale: Locale, weekday: boolean): string {
  return intl(locale, when.zone, {
    ...(weekday && { weekday: 'short' as const }),
    day: 'numeric',
    month: 'long',
    ...yearOf(atMs, when, locale),
  }).format(atMs);
}

function yearOf(atMs: number, { nowMs, zone }: When, locale: Locale): Intl.DateTimeFormatOptions {
  const year = intl(locale, zone, { year: 'numeric' });
  return year.format(atMs) === year.format(nowMs) ? {} : { year: 'numeric' };
}

const made = new Map<string, Intl.DateTimeFormat>();

/** `Intl.DateTimeFormat` costs about 50 µs to make and a list asks for hundreds: each is made once. */
function intl(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(INTL_TAG[locale], { ...options, timeZone: zone });
  made.set(key, format);
  return format;
}
