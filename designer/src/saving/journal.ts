import type { Change, History } from '@reglament/editing';
import { readLocal, writeLocal } from '@reglament/web';

/** What this computer remembers of an open working copy: what the server does not have yet, and undo. */
export interface Journal {
  /** Revision on the server that `unsaved` goes on from. */
  readonly revision: number;
  readonly unsaved: readonly Change[];
  readonly history: History;
  /** The whole document as it stood, while something is unsaved: what is offered when the server went another way. */
  readonly text?: string;
  readonly atMs: number;
}

const keyOf = (id: string) => `reglament.designer.${id}`;
const strandedKeyOf = (id: string) => `reglament.designer.${id}.stranded`;

export function readJournal(id: string): Journal | null {
  return read(keyOf(id));
}

export function writeJournal(id: string, journal: Journal): void {
  writeLocal(keyOf(id), JSON.stringify(journal));
}

/** Keeps unsent edits whose working copy went another way meanwhile: a named local copy that is offered, never applied by itself. */
export interface Stranded {
  readonly text: string;
  readonly atMs: number;
}

export function keepStranded(id: string, stranded: Stranded): void {
  writeLocal(strandedKeyOf(id), JSON.stringify(stranded));
}

export function readStranded(id: string): Stranded | null {
  return read(strandedKeyOf(id));
}

export function dropStranded(id: string): void {
  remove(strandedKeyOf(id));
}

export function dropJournal(id: string): void {
  remove(keyOf(id));
}

function read<T>(key: string): T | null {
  const text = readLocal(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // The store is shut: there was nothing to remove.
  }
}
