export {
  dayKey,
  formatDate,
  formatDay,
  formatDaysAlong,
  formatDue,
  formatExact,
  formatFigures,
  formatMoment,
  formatPlainDate,
  formatShortDate,
  formatTime,
  type When,
} from './format/dates.ts';
export { formatCount, formatMoney, type Money } from './format/money.ts';
export { initials, shortName } from './format/name.ts';
export { formatSize } from './format/size.ts';
export { formatLeft, formatWorkTime } from './format/work-time.ts';
export { createI18n, type I18n, loadLocale, type MessageKey, type MessageParams } from './i18n.ts';
export { INTL_TAG, LOCALES, type Locale } from './locale.ts';
