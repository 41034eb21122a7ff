import type { I18n } from '../i18n.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** From here on minutes say nothing. */
const WHOLE_HOURS = 4 * HOUR;

/**
 * What is left of a term, in working time: «ещё 3 ч 40 мин», «ещё 2 раб. дня», «просрочено 4 ч».
 *
 * @param workMs - working milliseconds until the term; negative when it has passed
 * @param dayMs - working milliseconds of a full working day (8 hours by default)
 */
export function formatLeft(workMs: number, i18n: I18n, dayMs: number = 8 * HOUR): string {
  const side = workMs < 0 ? 'over' : 'left';
  const size = Math.abs(workMs);
  if (size >= dayMs) return i18n.t(`common.${side}.days`, { count: Math.floor(size / dayMs) });
  if (size < MINUTE) return i18n.t(`common.${side}.underMinute`);
  return i18n.t(`common.${side}.minutes`, { time: formatHours(size, i18n) });
}

/** A working time that was spent: «3 ч 10 мин», «2 раб. дня». */
export function formatWorkTime(workMs: number, i18n: I18n, dayMs: number = 8 * HOUR): string {
  if (workMs >= dayMs) return i18n.t('common.span.days', { count: Math.floor(workMs / dayMs) });
  return workMs < MINUTE ? i18n.t('common.left.underMinute') : formatHours(workMs, i18n);
}

function formatHours(ms: number, i18n: I18n): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (hours === 0) return i18n.t('common.span.minutes', { minutes });
  if (minutes === 0 || ms >= WHOLE_HOURS) return i18n.t('common.span.hours', { hours });
  return i18n.t('common.span.both', { hours, minutes });
}
