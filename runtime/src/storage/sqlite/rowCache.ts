/** Rows beyond this many are forgotten, the longest unread first. */
const MOST_ROWS = 8_000;
/** A longer text is not kept: it would push out many that are asked for at each request. */
const LONGEST = 65_536;

interface Kept {
  readonly rev: number;
  readonly body: string;
}

/**
 * Texts of rows last read or written, by collection and id. The store is the only writer of its folder, so a kept row is the
 * row. Each read still parses the text: what it gives is the reader's own.
 */
export class RowCache {
  readonly #rows = new Map<string, Kept>();

  get(collection: string, id: string): Kept | undefined {
    const key = keyOf(collection, id);
    const kept = this.#rows.get(key);
    if (!kept) return undefined;
    this.#rows.delete(key);
    this.#rows.set(key, kept);
    return kept;
  }

  /** Keeps a row, unless a newer one is kept: answers to commits may come after a read that saw a later one. */
  keep(collection: string, id: string, rev: number, body: string): void {
    const key = keyOf(collection, id);
    const kept = this.#rows.get(key);
    if (kept && kept.rev > rev) return;
    this.#rows.delete(key);
    if (body.length > LONGEST) return;
    this.#rows.set(key, { rev, body });
    if (this.#rows.size <= MOST_ROWS) return;
    const [oldest] = this.#rows.keys();
    this.#rows.delete(oldest as string);
  }

  /** The same body under its next revision. */
  touched(collection: string, id: string, rev: number): void {
    const kept = this.#rows.get(keyOf(collection, id));
    if (kept?.rev === rev - 1) this.keep(collection, id, rev, kept.body);
    else this.forget(collection, id);
  }

  forget(collection: string, id: string): void {
    this.#rows.delete(keyOf(collection, id));
  }
}

const keyOf = (collection: string, id: string): string => `${collection}\0${id}`;
