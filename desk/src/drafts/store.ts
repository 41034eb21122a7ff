/** Where what is typed is kept; `localStorage` in the browser. */
export interface Box {
  read(key: string): string | null;
  /** false when nothing can be kept (full, shut) */
  write(key: string, value: string | null): boolean;
}

export interface Kept<T> {
  value: T;
  savedAtMs: number;
}

const PREFIX = 'reglament.typed.';
const MOST_DAYS_MS = 60 * 86_400_000;

/**
 * What is typed and not sent yet: kept at each change per account and place (`task:<id>`), read back after a reload and in
 * a second tab, taken away when it was sent. Another account on the same computer never sees it.
 */
export interface DraftStore {
  get<T>(place: string): Kept<T> | null;
  put<T>(place: string, value: T, nowMs: number): boolean;
  drop(place: string): void;
}

export function createDraftStore(box: Box, account: string): DraftStore {
  const key = (place: string) => `${PREFIX}${account}.${place}`;
  return {
    get<T>(place: string): Kept<T> | null {
      const text = box.read(key(place));
      if (text === null) return null;
      try {
        const kept = JSON.parse(text) as Kept<T>;
        return typeof kept?.savedAtMs === 'number' && 'value' in kept ? kept : null;
      } catch {
        return null;
      }
    },
    put(place, value, nowMs) {
      return box.write(key(place), JSON.stringify({ value, savedAtMs: nowMs }));
    },
    drop(place) {
      box.write(key(place), null);
    },
  };
}

/** Takes away what has lain for two months. */
export function sweepDrafts(keys: readonly string[], box: Box, nowMs: number): void {
  for (const key of keys) {
    if (!key.startsWith(PREFIX)) continue;
    try {
      const kept = JSON.parse(box.read(key) ?? '') as { savedAtMs?: number };
      if (typeof kept.savedAtMs !== 'number' || nowMs - kept.savedAtMs > MOST_DAYS_MS) box.write(key, null);
    } catch {
      box.write(key, null);
    }
  }
}

/** The storage key of a place, to recognise another tab's change. */
export function draftKey(account: string, place: string): string {
  return `${PREFIX}${account}.${place}`;
}
