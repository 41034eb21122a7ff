import { formatDate, type I18n, type When } from '@reglament/i18n';
import type { RoutePlan } from './plan.ts';

/** What every wording needs. */
export interface Wording {
  plan: RoutePlan;
  i18n: I18n;
  when: When;
}

export const wordingOf = (plan: RoutePlan, i18n: I18n): Wording => ({
  plan,
  i18n,
  when: { nowMs: plan.nowMs, zone: plan.zone },
});

/** A date that stays on one line: «27 ноября». */
export const dateOf = (ms: number, { i18n, when }: Wording): string =>
  formatDate(ms, when, i18n.locale).replaceAll(' ', '\u00a0');
