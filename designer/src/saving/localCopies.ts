import { readLocal, writeLocal } from '@reglament/web';
import { useMemo, useSyncExternalStore } from 'react';

/** Unsent edits whose working copy went another way meanwhile: the whole document, kept on this computer until it is put back or discarded. */
export interface LocalCopy {
  /** When it was set aside: also what it is called among those of its regulation. */
  readonly atMs: number;
  readonly text: string;
}

const keyOf = (id: string) => `reglament.designer.${id}.local`;
const listeners = new Set<() => void>();

/** Sets edits aside. The same text is kept once. */
export function keepLocalCopy(id: string, copy: LocalCopy): void {
  const kept = localCopies(id);
  if (kept.some(({ text }) => text === copy.text)) return;
  // Two of one moment would bear one name.
  const atMs = Math.max(copy.atMs, ...kept.map((one) => one.atMs + 1));
  write(id, [...kept, { ...copy, atMs }]);
}

/** Forgets a copy, by its moment or by its text: each is only one copy's. */
export function dropLocalCopy(id: string, { atMs, text }: Partial<LocalCopy>): void {
  const kept = localCopies(id);
  const others = kept.filter((one) => one.atMs !== atMs && one.text !== text);
  if (others.length < kept.length) write(id, others);
}

/** Every local copy of a regulation, the oldest first. */
export function localCopies(id: string): readonly LocalCopy[] {
  return parse(readLocal(keyOf(id)));
}

/** The same, followed: also what another tab sets aside or drops. */
export function useLocalCopies(id: string): readonly LocalCopy[] {
  const text = useSyncExternalStore(follow, () => readLocal(keyOf(id)));
  return useMemo(() => parse(text), [text]);
}

function parse(text: string | null): readonly LocalCopy[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter(isCopy) : [];
  } catch {
    return [];
  }
}

function isCopy(one: unknown): one is LocalCopy {
  const { atMs, text } = (one ?? {}) as Partial<LocalCopy>;
  return Number.isInteger(atMs) && typeof text === 'string';
}

function write(id: string, copies: readonly LocalCopy[]): void {
  writeLocal(keyOf(id), JSON.stringify(copies));
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
