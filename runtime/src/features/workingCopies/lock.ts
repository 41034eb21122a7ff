import type { LockRow } from '@reglament/api';
import { type Change, insert, put, remove } from '@reglament/storage';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import type { Session } from '../../http/session.ts';
import {
  type RegulationCopyRow,
  type RegulationLockRow,
  regulationLocks,
} from '../../storage/collections.ts';
import { copyChanged, nameOf } from './policy.ts';

/*
 * The lock of a working copy: free (no row, or no sign of life for `lapseMs`), or held by one person in one tab.
 * A free lock is given to whoever asks. One that is held is given only to somebody who says that he takes it; the tab that
 * had it is remembered as a loser, and hears LOCK_LOST at its next sign of life or save. A lapsed lock that nobody took is
 * still its holder's: he comes back by a sign of life, or by saving. Time here is the real clock's, as of sessions.
 */

/** A tab that is silent for so long has been closed or has lost its line. */
export const lapseMs = 90_000;

/** Enough for every tab that could still ask. */
const mostLosers = 20;

type Holder = Pick<Session, 'employee'>;

export function isLive(lock: RegulationLockRow | undefined, atMs: number): lock is RegulationLockRow {
  return lock !== undefined && atMs - lock.beatMs < lapseMs;
}

export function isHeldBy(lock: RegulationLockRow | undefined, { employee }: Holder, tab: string): boolean {
  return lock?.employee === employee && lock.tab === tab;
}

/** As everybody is shown it: null while it is free. */
export function presentLock(
  lock: RegulationLockRow | undefined,
  { employee }: Holder,
  atMs: number,
): LockRow | null {
  if (!isLive(lock, atMs)) return null;
  return { name: lock.name, tab: lock.tab, mine: lock.employee === employee, sinceMs: lock.sinceMs };
}

/**
 * Takes the lock, or gives a sign of life of one that is held.
 * @returns who holds it now, and whether that is this tab
 * @throws Refused LOCK_LOST when it was taken over from this tab
 */
export async function takeLock(
  copy: RegulationCopyRow,
  { tab, take }: { readonly tab: string; readonly take: boolean },
  session: Session,
  deps: Pick<Deps, 'store' | 'directory'>,
): Promise<{ lock: LockRow; taken: boolean }> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const atMs = Date.now();
    const now = await deps.store.get(regulationLocks, copy.id);
    const held = isHeldBy(now, session, tab);
    if (!held && !take && isLive(now, atMs)) {
      if (now.losers.includes(loserOf(session, tab))) throw new Refused('LOCK_LOST', { name: now.name });
      return { lock: presentLock(now, session, atMs)!, taken: false };
    }
    const goesOn = isLive(now, atMs) && held ? now : undefined;
    const next = {
      id: copy.id,
      employee: session.employee,
      name: nameOf(session, deps),
      tab,
      sinceMs: goesOn?.sinceMs ?? atMs,
      beatMs: atMs,
      losers: now && held ? now.losers : losersAfter(now, loserOf(session, tab)),
    };
    const change = now ? put(regulationLocks, next, now.rev) : insert(regulationLocks, next);
    // A sign of life changes nothing that others see.
    const feed = goesOn ? [] : [copyChanged(copy.organisation, copy.regulation, copy.rev)];
    const done = await deps.store.commit([change], feed);
    if (done.ok) return { lock: presentLock({ ...next, rev: 0 }, session, atMs)!, taken: true };
  }
  throw new Refused('STORE_BUSY');
}

/**
 * A sign of life for the commit of something that only the holder may do; the last one gives the lock up.
 * @throws Refused LOCK_LOST
 */
export function beatOf(
  lock: RegulationLockRow | undefined,
  session: Session,
  tab: string,
  isLast = false,
): Change {
  const atMs = Date.now();
  if (!lock || !isHeldBy(lock, session, tab))
    throw new Refused('LOCK_LOST', { name: isLive(lock, atMs) ? lock.name : '' });
  const { rev, ...row } = lock;
  return isLast ? remove(regulationLocks, row.id, rev) : put(regulationLocks, { ...row, beatMs: atMs }, rev);
}

/** Gives it up; nothing happens when it is not this tab's. */
export async function dropLock(
  copy: RegulationCopyRow,
  tab: string,
  session: Session,
  deps: Pick<Deps, 'store'>,
): Promise<void> {
  const lock = await deps.store.get(regulationLocks, copy.id);
  if (!lock || !isHeldBy(lock, session, tab)) return;
  await deps.store.commit(
    [remove(regulationLocks, lock.id, lock.rev)],
    [copyChanged(copy.organisation, copy.regulation, copy.rev)],
  );
}

/** The lock goes with its copy, unless somebody else is editing at this moment. @throws Refused LOCK_LOST */
export async function endOfLock(
  copy: RegulationCopyRow,
  session: Session,
  deps: Pick<Deps, 'store'>,
): Promise<readonly Change[]> {
  const lock = await deps.store.get(regulationLocks, copy.id);
  if (!lock) return [];
  if (isLive(lock, Date.now()) && lock.employee !== session.employee)
    throw new Refused('LOCK_LOST', { name: lock.name });
  return [remove(regulationLocks, lock.id, lock.rev)];
}

const loserOf = ({ employee }: Holder, tab: string) => `${employee}/${tab}`;

/** Whoever had it until now has lost it, the new holder has not. */
function losersAfter(before: RegulationLockRow | undefined, taker: string): readonly string[] {
  if (!before) return [];
  return [...before.losers, loserOf(before, before.tab)].filter((one) => one !== taker).slice(-mostLosers);
}
