import type { NoticeRow } from '@reglament/api';
import { formatDue, type I18n, shortName, type When } from '@reglament/i18n';

/** What a notice says, first line and second: who or what, then the document and until when. Pure. */
export function noticeWords(
  notice: NoticeRow,
  say: (text: { ru: string; en: string }) => string,
  when: When,
  i18n: I18n,
): { head: string; more: string } {
  const { t } = i18n;
  const { kind, person, params } = notice;
  const said = `outcomes.said.${params['outcome']}`;
  const head =
    kind === 'ended'
      ? t(
          `bell.ended.${params['as'] === 'annulled' || params['as'] === 'withdrawn' ? params['as'] : 'completed'}`,
        )
      : t(`bell.${kind}`, {
          stage: notice.stageTitle ? say(notice.stageTitle) : '',
          name: person?.name ? shortName(person.name) : (person?.post ?? t('bell.nobody')),
          outcome: i18n.has(said) ? i18n.t(said).toLocaleLowerCase(i18n.locale) : t('bell.done'),
        });
  const due =
    notice.dueAtMs === undefined ? '' : t('bell.due', { due: formatDue(notice.dueAtMs, when, i18n) });
  return {
    head,
    more: [`№ ${notice.number}`, notice.documentTitle, due].filter(Boolean).join(', '),
  };
}
