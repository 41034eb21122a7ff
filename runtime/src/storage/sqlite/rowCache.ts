import type { Row } from '@reglament/storage';

/** Rows beyond this many are forgotten, the longest unread first. */
const MOST_ROWS = 6_000;
/** A longer text is not kept: it would push out many that are asked for at each request. */
const LONGEST = 65_536;

interface Kept {
  readonly rev: number;
  /** The text as it was written, until somebody reads it. */
  body: string;
  row: Row | undefined;
}

/**
 * Rows last read or written, by collection and id. The store is the only writer of its folder, so a kept row is the row.
 * A text is parsed when it is first read; every reader gets the same object, which by the port's contract nobody changes.
 */
export class RowCache {
  readonly #rows = new Map<string, Kept>();

  /** The row, or undefined when it is not kept. */
  get<T extends Row>(collection: string, id: string): T | undefined {
    const key = keyOf(collection, id);
    const kept = this.#rows.get(key);
    if (!kept) return undefined;
    this.#rows.delete(key);
    this.#rows.set(key, kept);
    return rowOf<T>(kept);
  }

  /** The row of a text that was read from the file: parsed once for each revision. */
  read<T extends Row>(collection: string, id: string, rev: number, body: string): T {
    const kept = this.#rows.get(keyOf(collection, id));
    if (kept?.rev === rev) return rowOf<T>(kept);
    const read = { rev, body, row: undefined };
    this.#keep(keyOf(collection, id), read, kept, body.length);
    return rowOf<T>(read);
  }

  /** A row that was written. */
  wrote(collection: string, id: string, rev: number, body: string): void {
    const key = keyOf(collection, id);
    this.#keep(key, { rev, body, row: undefined }, this.#rows.get(key), body.length);
  }

  /** The same row under its next revision. */
  touched(collection: string, id: string, rev: number): void {
    const key = keyOf(collection, id);
    const kept = this.#rows.get(key);
    if (kept?.rev === rev - 1)
      this.#keep(key, { rev, body: kept.body, row: kept.row && { ...kept.row, rev } }, kept, 0);
    else if (kept && kept.rev < rev) this.#rows.delete(key);
  }

  forget(collection: string, id: string): void {
    this.#rows.delete(keyOf(collection, id));
  }

  /** Not where a newer one is kept: answers to commits may come after a read that saw a later one. */
  #keep(key: string, next: Kept, kept: Kept | undefined, length: number): void {
    if (kept && kept.rev > next.rev) return;
    this.#rows.delete(key);
    if (length > LONGEST) return;
    this.#rows.set(key, next);
    if (this.#rows.size <= MOST_ROWS) return;
    const [oldest] = this.#rows.keys();
    this.#rows.delete(oldest as string);
  }
}

function rowOf<T extends Row>(kept: Kept): T {
  if (!kept.row) {
    const row = JSON.parse(kept.body) as Row & { rev: number };
    row.rev = kept.rev;
    kept.row = row;
    kept.body = '';
  }
  return kept.row as T;
}

const keyOf = (collection: string, id: string): string => `${collection}\0${id}`;
