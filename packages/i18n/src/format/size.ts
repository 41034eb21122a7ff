import type { I18n } from '../i18n.ts';
import { INTL_TAG } from '../locale.ts';

const KB = 1024;

/** A file's size in bytes as people say it: «38 КБ», «1,2 МБ». */
export function formatSize(bytes: number, i18n: I18n): string {
  const say = (value: number, digits: number) =>
    new Intl.NumberFormat(INTL_TAG[i18n.locale], { maximumFractionDigits: digits }).format(value);
  if (bytes < KB) return i18n.t('common.size.bytes', { count: bytes });
  if (bytes < KB * KB) return i18n.t('common.size.kilobytes', { size: say(bytes / KB, 0) });
  const [size, key] =
    bytes < KB ** 3
      ? ([bytes / KB ** 2, 'common.size.megabytes'] as const)
      : ([bytes / KB ** 3, 'common.size.gigabytes'] as const);
  return i18n.t(key, { size: say(size, size < 10 ? 1 : 0) });
}
