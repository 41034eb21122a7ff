import { INTL_TAG, type Locale } from '../locale.ts';

/** Money: integer minor units (kopecks) and an ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** «184 600,00 ₽» in Russian, «₽184,600.00» in English. */
export function formatMoney(money: Money, locale: Locale): string {
  return new Intl.NumberFormat(INTL_TAG[locale], {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
  }).format(money.minor / 100);
}

/** A count with its groups: «22 000». */
export function formatCount(count: number, locale: Locale): string {
  return new Intl.NumberFormat(INTL_TAG[locale], { useGrouping: true }).format(count);
}
