import type { Effect } from '@reglament/engine';
import { type Change, insert, put } from '@reglament/storage';
import { timers } from '../../storage/collections.ts';
import { type Given, mayBeStored } from './given.ts';

/** Timers that a step set, moved, fired or cancelled: of several effects on one the last holds. */
export async function timerChanges(given: Given): Promise<Change[]> {
  const { store, result } = given;
  const last = new Map<string, Extract<Effect, { type: 'timer.open' | 'timer.close' }>>();
  for (const effect of result.effects) {
    if (effect.type === 'timer.open') last.set(effect.timer.id, effect);
    if (effect.type === 'timer.close') last.set(effect.timer, effect);
  }
  const known = new Map(
    (
      await store.getMany(
        timers,
        [...last]
          .filter(([, effect]) =>
            mayBeStored(given, effect.type === 'timer.open' ? effect.timer.visit : undefined),
          )
          .map(([id]) => timerRowId(result.instance.id, id)),
      )
    ).map((row) => [row.id, row]),
  );
  const changes: Change[] = [];
  for (const [timerId, effect] of last) {
    const id = timerRowId(result.instance.id, timerId);
    const row = known.get(id);
    if (effect.type === 'timer.open') {
      const next = {
        id,
        instance: result.instance.id,
        timer: effect.timer,
        state: 'open' as const,
        dueAtMs: effect.timer.dueAtMs,
        attempt: 0,
      };
      changes.push(row ? put(timers, next, row.rev) : insert(timers, next));
    } else if (row) {
      const { rev, ...rest } = row;
      changes.push(
        put(
          timers,
          {
            ...rest,
            state: effect.why,
            ...(effect.why === 'fired' ? { firedAtMs: result.events[0]!.atMs } : {}),
          },
          rev,
        ),
      );
    }
  }
  return changes;
}

/** A timer's id is unique inside its instance only. */
function timerRowId(instance: string, timer: string): string {
  return `${instance}/${timer}`;
}
