import type { Store } from '@reglament/storage';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Executor } from '../deps.ts';
import { type TimerRow, timers } from '../storage/collections.ts';

/** Fires timer rows whose moment has come. A row that fires late, twice or in two processes has one effect: firing closes it in its commit. */
export interface Scheduler {
  /** Looks now and then again whenever a moment comes; `stop` waits for what is being fired. */
  start(): void;
  stop(): Promise<void>;
  /** Something was committed that may have brought an earlier moment. */
  wake(): void;
  /** Fires everything due at the clock's now, in order of moments; answers how many. */
  fireDue(): Promise<number>;
  /** The earliest open moment, or null. */
  next(): Promise<TimerRow | null>;
}

/** Longest sleep: a moment written by another process is seen no later. Also keeps far terms out of the 24.8 days a Node timer can count. */
const longestSleepMs = 5_000;

export function createScheduler(needs: {
  store: Store;
  clock: Clock;
  executor: Executor;
  log: FastifyBaseLogger;
}): Scheduler {
  const { store, clock, executor, log } = needs;
  let handle: NodeJS.Timeout | undefined;
  let running = false;
  let stopped = true;
  let round: Promise<unknown> = Promise.resolve();

  const next = async () =>
    (await store.find(timers, { where: { state: 'open' }, order: { by: 'dueAtMs' }, limit: 1 })).rows[0] ??
    null;

  const fire = async (row: TimerRow): Promise<boolean> => {
    try {
      await executor.execute({
        instance: row.instance,
        command: () => ({ type: 'timer', timer: row.timer.id }),
      });
      return true;
    } catch (error) {
      log.error({ err: error, timer: row.id }, 'a timer could not be fired; it stays open');
      return false;
    }
  };

  const fireDue = async () => {
    let fired = 0;
    // Rows that failed in this round are passed over, so that one of them cannot hold the others.
    const failed = new Set<string>();
    for (;;) {
      const due = await store.find(timers, {
        where: { state: 'open', dueAtMs: { lte: clock.now() } },
        order: { by: 'dueAtMs' },
        limit: 100 + failed.size,
      });
      const rows = due.rows.filter((row) => !failed.has(row.id));
      if (rows.length === 0) return fired;
      for (const row of rows) {
        const done = await fire(row);
        const after = done ? await store.get(timers, row.id) : undefined;
        if (after?.state === 'open' && after.dueAtMs <= clock.now()) failed.add(row.id);
        else if (!done) failed.add(row.id);
        else fired++;
      }
    }
  };

  const look = async () => {
    if (running || stopped) return;
    running = true;
    try {
      await fireDue();
      const soonest = await next();
      const wait = soonest ? Math.max(0, soonest.dueAtMs - clock.now()) : longestSleepMs;
      arm(Math.min(wait, longestSleepMs));
    } catch (error) {
      log.error({ err: error }, 'the scheduler could not look; it tries again');
      arm(longestSleepMs);
    } finally {
      running = false;
    }
  };

  const arm = (ms: number) => {
    if (stopped) return;
    clearTimeout(handle);
    handle = setTimeout(() => {
      round = look();
    }, ms);
    handle.unref();
  };

  return {
    start() {
      stopped = false;
      arm(0);
    },
    async stop() {
      stopped = true;
      clearTimeout(handle);
      await round;
    },
    wake: () => {
      if (!running) arm(200);
    },
    fireDue,
    next,
  };
}
