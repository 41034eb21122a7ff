/** One request of a client, as the client knows it: the checker holds the store to this. */
export interface Entry {
  readonly no: number;
  readonly who: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly body: object;
  readonly key: string;
  /** What a decision is about. */
  readonly task?: string;
  /** `unknown`: the server was killed before it answered. */
  result: 'unknown' | 'ok' | 'refused';
  answer: Readonly<Record<string, unknown>>;
  /** How many times it was sent. */
  tries: number;
}

/** Everything that was asked since the office opened, in order. */
export class Journal {
  readonly entries: Entry[] = [];

  begin(given: Omit<Entry, 'no' | 'result' | 'answer' | 'tries'>): Entry {
    const entry: Entry = { ...given, no: this.entries.length, result: 'unknown', answer: {}, tries: 0 };
    this.entries.push(entry);
    return entry;
  }

  get ok(): readonly Entry[] {
    return this.entries.filter(({ result }) => result === 'ok');
  }

  get unknown(): readonly Entry[] {
    return this.entries.filter(({ result }) => result === 'unknown');
  }
}

/** A source of numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
