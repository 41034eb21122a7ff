import type { Change, History } from '@reglament/editing';
import { readLocal, writeLocal } from '@reglament/web';

/** What this computer remembers of an open working copy: what the server does not have yet, and undo. */
export interface Journal {
  /** Revision on the server that `unsaved` goes on from. */
  readonly revision: number;
  readonly unsaved: readonly Change[];
  readonly history: History;
  /** The whole document as it stood, while something is unsaved: what is offered when the server went another way. Unchecked. */
  readonly regulation?: unknown;
  readonly atMs: number;
}

const keyOf = (id: string) => `reglament.designer.${id}`;

export function readJournal(id: string): Journal | null {
  return read(keyOf(id));
}

export function writeJournal(id: string, journal: Journal): void {
  writeLocal(keyOf(id), JSON.stringify(journal));
}

export function dropJournal(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // The store is shut: there was nothing to remove.
  }
}

function read(key: string): Journal | null {
  const text = readLocal(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Journal;
  } catch {
    return null;
  }
}
