import { INTL_TAG, type Locale } from '@reglament/i18n';

/** Fifteen digits of kopecks still fit a safe integer. */
const MOST_ROUBLES = 13;

/**
 * Reads an amount as people type it: «548 000,00», «548000», «1 000.5», «300 000 ₽». Pure.
 *
 * @returns kopecks; null for an empty text; 'wrong' for what is not an amount of at most two decimals
 */
export function parseMoney(text: string): number | null | 'wrong' {
  const bare = text.replace(/[\s\u00a0\u202f₽]/g, '');
  if (bare === '') return null;
  const match = /^(\d+)(?:[.,](\d{0,2}))?$/.exec(bare);
  if (!match?.[1] || match[1].length > MOST_ROUBLES) return 'wrong';
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Kopecks as the field shows them: «548 000,00». */
export function writeMoney(minor: number, locale: Locale): string {
  return new Intl.NumberFormat(INTL_TAG[locale], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(minor / 100);
}
