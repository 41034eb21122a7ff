import type { When } from '@reglament/i18n';
import { useEffect, useState } from 'react';
import { useSession } from './session.tsx';

let offsetMs = 0;
const listeners = new Set<() => void>();

/** Takes the server's now out of an answer: terms are counted by its clock, never by this computer's. */
export function noteServerNow(nowMs: number): void {
  const next = nowMs - Date.now();
  if (Math.abs(next - offsetMs) < 500) return;
  offsetMs = next;
  for (const listener of listeners) listener();
}

/** The server's now, milliseconds since the epoch. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** The server's now, moving on each minute. */
export function useNow(everyMs = 60_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = () => setNow(serverNow());
    const timer = setInterval(tick, everyMs);
    listeners.add(tick);
    return () => {
      clearInterval(timer);
      listeners.delete(tick);
    };
  }, [everyMs]);
  return now;
}

/** What the formatters of dates need: the server's now and the organisation's zone. */
export function useWhen(): When {
  const nowMs = useNow();
  return { nowMs, zone: useSession().organisation.zone };
}
