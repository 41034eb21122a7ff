import type { DocumentDetail, TextRow } from '@reglament/api';
import { formatDate, formatPlainDate, type I18n, type When } from '@reglament/i18n';
import type { RouteEnds } from '@reglament/ui';

/**
 * What matters most on the page: where the document is and until when, in one sentence. What was promised at sending
 * stays; a forecast of another day is said by its own name beside it. Pure.
 *
 * @param ends - null while the route is being read
 */
export function stateWords(
  detail: Pick<DocumentDetail, 'row' | 'registration' | 'ending' | 'approval'>,
  ends: RouteEnds | null,
  say: (text: TextRow) => string,
  when: When,
  i18n: I18n,
): string {
  const { row, registration, ending, approval } = detail;
  const registered = registration && {
    number: registration.number,
    date: formatPlainDate(registration.date, i18n.locale),
  };
  if (ending) {
    const date = formatDate(ending.atMs, when, i18n.locale);
    if (ending.as === 'completed' && registered) return i18n.t('document.registered', registered);
    return i18n.t(`document.ended.${ending.as}`, { date });
  }
  const where = approval
    ? i18n.t('document.approving', { left: approval.all - approval.decided, all: approval.all })
    : row.stageTitles.map(say).join(', ');
  // The promise is kept or broken by the registration: after it only what goes on is of interest.
  if (registered) return i18n.t('document.registeredNow', { ...registered, where });
  const date = ends?.promisedMs ? formatDate(ends.promisedMs, when, i18n.locale) : '';
  const forecast = ends?.forecastMs ? formatDate(ends.forecastMs, when, i18n.locale) : '';
  if (date && forecast) return i18n.t('document.promisedForecast', { where, date, forecast });
  if (forecast) return i18n.t('document.forecast', { where, forecast });
  return date ? i18n.t('document.promised', { where, date }) : where;
}
