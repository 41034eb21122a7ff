/**
 * Slows guessing without letting anybody lock a colleague out: wrong passwords are counted per login *and* address, so a
 * stranger's guesses from elsewhere cost the owner nothing; each address has a limit of its own over all logins.
 * Kept in memory: a restart forgives. Lives on the real clock.
 */
export interface Lockout {
  /** Milliseconds to wait before this login may be tried again from this address; 0 when it may now. */
  waitMs(login: string, address: string): number;
  failed(login: string, address: string): void;
  succeeded(login: string, address: string): void;
}

const freeTries = 5;
const freeTriesOfAddress = 50;
const windowMs = 15 * 60_000;
const most = 100_000;

interface Count {
  tries: number;
  lastMs: number;
}

export function createLockout(now: () => number): Lockout {
  const counts = new Map<string, Count>();

  const countOf = (key: string): Count | undefined => {
    const count = counts.get(key);
    if (count && now() - count.lastMs > windowMs) {
      counts.delete(key);
      return undefined;
    }
    return count;
  };
  const wait = (key: string, free: number): number => {
    const count = countOf(key);
    if (!count || count.tries < free) return 0;
    const pause = Math.min(2 ** (count.tries - free) * 1000, windowMs);
    return Math.max(0, count.lastMs + pause - now());
  };
  const add = (key: string): void => {
    const count = countOf(key) ?? { tries: 0, lastMs: 0 };
    counts.delete(key);
    counts.set(key, { tries: count.tries + 1, lastMs: now() });
    // The oldest go first, so that memory is bounded under a flood of names.
    if (counts.size > most) counts.delete(counts.keys().next().value as string);
  };

  return {
    waitMs: (login, address) =>
      Math.max(wait(`${login}\n${address}`, freeTries), wait(`\n${address}`, freeTriesOfAddress)),
    failed(login, address) {
      add(`${login}\n${address}`);
      add(`\n${address}`);
    },
    succeeded(login, address) {
      counts.delete(`${login}\n${address}`);
    },
  };
}
