const ids = new Set<string>();
const listeners = new Set<() => void>();
let version = 0;

/** Tasks decided on this page: they leave the lists at once, before the list is read again. */
export function isDecidedHere(task: string): boolean {
  return ids.has(task);
}

export function noteDecidedHere(task: string): void {
  ids.add(task);
  version += 1;
  for (const listener of listeners) listener();
}

export function onDecidedHere(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Changes with every decision: for `useSyncExternalStore`. */
export const decidedHereVersion = (): number => version;
