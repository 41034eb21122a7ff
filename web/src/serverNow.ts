let offsetMs = 0;
const listeners = new Set<() => void>();

/** Called when the difference between the two clocks has changed. */
export function onServerNow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

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
