import { type Change, type CommitResult, insert, put, type Store } from '@reglament/storage';
import { counters } from '../storage/collections.ts';

/** A number held for one commit: it stands or falls with it. */
export interface Taken {
  readonly sequence: number;
  readonly change: Change;
  /** The commit is on its way: whoever waits may take the number after this one. */
  submitted(done: Promise<CommitResult>): void;
  /** Nothing was submitted: the number is free again. Does nothing after `submitted`. */
  release(): void;
}

export interface NumberSeries {
  take(series: string): Promise<Taken>;
}

interface Line {
  /** Resolves when the one before has submitted or given up. */
  tail: Promise<void>;
  /** The counter as it will be once all that is on its way has been written; unknown: read it. */
  expected: { readonly next: number; readonly rev: number } | null;
}

/**
 * Numbers without gaps, in order. The store applies commits in the order in which they are submitted, so that the next
 * number need not wait for the disk: it is taken from the counter as it will be. One that fails makes those behind it
 * fail too, and all of them take again from what is written.
 */
export function createNumberSeries(store: Store): NumberSeries {
  const lines = new Map<string, Line>();

  return {
    async take(series) {
      const line = lines.get(series) ?? { tail: Promise.resolve(), expected: null };
      lines.set(series, line);
      const before = line.tail;
      let leave = () => {};
      line.tail = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      let left = false;
      const release = () => {
        if (left) return;
        left = true;
        leave();
      };
      try {
        const row = line.expected ?? (await store.get(counters, series));
        const sequence = row?.next ?? 1;
        const next = { id: series, next: sequence + 1 };
        return {
          sequence,
          change: row ? put(counters, next, row.rev) : insert(counters, next),
          release,
          submitted(done) {
            const expected = { next: sequence + 1, rev: (row?.rev ?? 0) + 1 };
            line.expected = expected;
            const forget = () => {
              line.expected = null;
            };
            done.then((result) => {
              if (!result.ok) forget();
            }, forget);
            release();
          },
        };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}
