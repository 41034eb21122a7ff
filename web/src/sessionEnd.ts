let ended = false;
const listeners = new Set<() => void>();

/** Whether the server said that the session is over. */
export const sessionEnded = (): boolean => ended;

/** Says that the session is over, or that it has begun again. */
export function noteSessionEnded(value: boolean): void {
  if (ended === value) return;
  ended = value;
  for (const listener of listeners) listener();
}

export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
