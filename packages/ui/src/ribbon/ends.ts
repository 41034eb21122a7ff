import { dayKey } from '@reglament/i18n';
import type { RoutePlan } from './plan.ts';

/** The two ends of a route, each under its own name everywhere. */
export interface RouteEnds {
  /** what was promised at sending and never moves; of a draft, what sending now would promise */
  promisedMs: number | null;
  /** when it will end as things stand, where that is another day than promised */
  forecastMs: number | null;
}

/** Promise and forecast of a route. Pure. */
export function endsOf({
  promisedMs,
  plannedMs,
  stages,
  zone,
}: Pick<RoutePlan, 'promisedMs' | 'plannedMs' | 'stages' | 'zone'>): RouteEnds {
  const sent = stages.some(({ state }) => state === 'now' || state === 'done');
  if (!plannedMs)
    return sent ? { promisedMs: null, forecastMs: promisedMs } : { promisedMs, forecastMs: null };
  const same = promisedMs !== null && dayKey(promisedMs, zone) === dayKey(plannedMs, zone);
  return { promisedMs: plannedMs, forecastMs: same ? null : promisedMs };
}
