import { serverNow } from '@reglament/web';

/** Today in the organisation's zone, as a plain date. */
export function todayIn(zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(serverNow());
}
