import { formatPlainDate, type I18n } from '@reglament/i18n';
import type { VersionRow } from './versionStates.ts';

/** «Распоряжение от 24 августа 2026 г. № 287-р»; nothing where a version has no act. Pure. */
export function actWords(act: VersionRow['act'], { t, locale }: I18n): string {
  if (!act) return '';
  const { number, date, title } = act;
  const words = { number, date: formatPlainDate(date, locale) };
  return title === undefined ? t('versions.actUntitled', words) : t('versions.act', { title, ...words });
}
