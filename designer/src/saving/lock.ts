import type { AnswerOf } from '@reglament/api';
import { ApiError } from '@reglament/api';
import { api } from '@reglament/web';
import { tabName } from './tab.ts';

/** Working copies whose last save and whose lock given up are still on their way. */
const leaving = new Map<string, Promise<void>>();

/** Takes or keeps the lock of a working copy for this tab. Throws LOCK_LOST when it was taken from here. */
export function takeLock(id: string, take: boolean): Promise<AnswerOf<'workingCopies.lock'>> {
  return api.call('workingCopies.lock', { params: { id }, body: { tab: tabName(), take } });
}

/** Gives the lock up, also when the page goes at the same moment. */
export function giveUpLock(id: string): Promise<void> {
  return api
    .call('workingCopies.unlock', { params: { id }, query: { tab: tabName() }, keepalive: true })
    .then(
      () => undefined,
      // A server out of reach lets the lock lapse by itself.
      () => undefined,
    );
}

/** Gives the lock up once the last save is answered, so that nobody waits for it to lapse. */
export function leaveLock(id: string, lastSave: Promise<unknown>): Promise<void> {
  const gone = lastSave
    .then(
      () => giveUpLock(id),
      () => giveUpLock(id),
    )
    .finally(() => {
      if (leaving.get(id) === gone) leaving.delete(id);
    });
  leaving.set(id, gone);
  return gone;
}

/**
 * Waits until this tab has left the working copy it is coming back to: entered sooner, it would read a revision about to
 * change, and the lock just taken would be given up by the farewell still on its way.
 */
export async function hasLeft(id: string): Promise<true> {
  await leaving.get(id);
  return true;
}

/** Takes the lock when it is free; who has it otherwise, also when it was taken from this very tab. */
export async function holderOf(id: string): Promise<{ readonly holder: string | null }> {
  try {
    const { taken, lock } = await takeLock(id, false);
    return { holder: taken ? null : lock.name };
  } catch (error) {
    if (error instanceof ApiError && error.code === 'LOCK_LOST')
      return { holder: String(error.params['name'] ?? '') };
    throw error;
  }
}
