import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../app/session.tsx';
import { type Box, createDraftStore, draftKey } from './store.ts';

export const browserBox: Box = {
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
};

/** Everything kept on this computer, by key. */
export function keptKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

export interface Draft<T> {
  value: T;
  /** when it was kept on this computer; null while nothing was typed */
  savedAtMs: number | null;
  /** nothing can be kept here: what is typed lives only while the page is open */
  unkept: boolean;
  change(next: T | ((now: T) => T)): void;
  /** it was sent: forget it */
  drop(): void;
}

/**
 * What a person types at a place, kept on this computer at once and shared with his other tabs (the last change wins).
 * `first` is what an untouched place holds.
 */
export function useDraft<T>(place: string, first: T): Draft<T> {
  const account = useSession().account;
  const store = useMemo(() => createDraftStore(browserBox, account), [account]);
  const empty = useRef(first);
  const read = useCallback(() => store.get<T>(place), [store, place]);
  const [state, setState] = useState(() => stateOf(read(), empty.current));
  const at = useRef(place);
  const now = useRef(state);
  if (at.current !== place) {
    // Another task on the same page: what was typed there, not here.
    at.current = place;
    now.current = stateOf(read(), first);
    setState(now.current);
  }

  useEffect(() => {
    const key = draftKey(account, place);
    const onStorage = (event: StorageEvent) => {
      if (event.key !== key) return;
      now.current = stateOf(read(), empty.current);
      setState(now.current);
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [account, place, read]);

  const change = useCallback(
    (next: T | ((value: T) => T)) => {
      const value = typeof next === 'function' ? (next as (value: T) => T)(now.current.value) : next;
      const savedAtMs = Date.now();
      now.current = { value, savedAtMs, unkept: !store.put(place, value, savedAtMs) };
      setState(now.current);
    },
    [store, place],
  );
  const drop = useCallback(() => {
    store.drop(place);
    now.current = { value: empty.current, savedAtMs: null, unkept: false };
    setState(now.current);
  }, [store, place]);
  return { ...now.current, change, drop };
}

function stateOf<T>(kept: { value: T; savedAtMs: number } | null, first: T) {
  return { value: kept?.value ?? first, savedAtMs: kept?.savedAtMs ?? null, unkept: false };
}
