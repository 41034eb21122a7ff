import type { DocumentDetail, TextRow } from '@reglament/api';
import { formatDate, formatPlainDate, type I18n, type When } from '@reglament/i18n';

/** What matters most on the page: where the document is and until when, in one sentence. Pure. */
export function stateWords(
  detail: Pick<DocumentDetail, 'row' | 'registration' | 'ending' | 'approval'>,
  promisedMs: number | null,
  say: (text: TextRow) => string,
  when: When,
  i18n: I18n,
): string {
  const { row, registration, ending, approval } = detail;
  if (ending) {
    const date = formatDate(ending.atMs, when, i18n.locale);
    if (ending.as === 'completed' && registration)
      return i18n.t('document.registered', {
        number: registration.number,
        date: formatPlainDate(registration.date, i18n.locale),
      });
    return i18n.t(`document.ended.${ending.as}`, { date });
  }
  const where = approval
    ? i18n.t('document.approving', { left: approval.all - approval.decided, all: approval.all })
    : row.stageTitles.map(say).join(', ');
  if (promisedMs === null) return where;
  return i18n.t('document.promised', { where, date: formatDate(promisedMs, when, i18n.locale) });
}
