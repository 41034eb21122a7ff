import type { FastifyInstance } from 'fastify';
import { ManualClock } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import type { Scheduler } from '../../execution/scheduler.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';

/** No calendar is asked about later moments. */
const latestMs = Date.UTC(2200, 0);

/**
 * The test door, there only with REGLAMENT_CLOCK=test. `advance` fires each due timer in order with now = its moment;
 * `jump` is downtime: now = target, then everything overdue fires.
 */
export function clockRoutes(api: FastifyInstance, deps: Deps, scheduler: Scheduler): void {
  const clock = deps.clock;
  if (deps.config.clock !== 'test' || !(clock instanceof ManualClock)) return;

  const target = (body: { toMs?: number | undefined; byMs?: number | undefined }) => {
    if ((body.toMs === undefined) === (body.byMs === undefined)) throw new Refused('BAD_REQUEST');
    const toMs = body.toMs ?? clock.now() + body.byMs!;
    if (toMs > latestMs) throw new Refused('BAD_REQUEST', { reason: 'clock' });
    return toMs;
  };

  route(api, deps, 'clock.advance', async ({ body }) => {
    const toMs = target(body);
    let fired = 0;
    for (let next = await scheduler.next(); next && next.dueAtMs <= toMs; next = await scheduler.next()) {
      clock.moveTo(next.dueAtMs);
      const now = await scheduler.fireDue();
      if (now === 0) break;
      fired += now;
    }
    clock.moveTo(toMs);
    return { now: clock.now(), fired };
  });

  route(api, deps, 'clock.jump', async ({ body }) => {
    clock.moveTo(target(body));
    const fired = await scheduler.fireDue();
    return { now: clock.now(), fired };
  });
}
