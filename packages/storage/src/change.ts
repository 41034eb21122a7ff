import type { Collection, Row } from './collection.ts';

/** A row as the caller writes it: the store itself sets the revision. */
export type Unrevised<T extends Row> = Omit<T, 'rev'>;

/** Stems are given beside a row of a searchable collection; without them `put` keeps those the row had. */
export interface WriteOptions {
  readonly stems?: readonly string[];
}

interface On {
  readonly collection: Collection;
  readonly id: string;
}

export type Change =
  | (On & { readonly op: 'insert'; readonly row: object; readonly stems?: readonly string[] })
  | (On & {
      readonly op: 'put';
      readonly row: object;
      readonly expect: number;
      readonly stems?: readonly string[];
    })
  | (On & { readonly op: 'touch'; readonly expect: number })
  | (On & { readonly op: 'delete'; readonly expect: number });

/**
 * exists = a row with this id is there; missing = none is; revision = it is there at another revision; unique = another
 * row has the same values in a unique index.
 */
export type ConflictReason = 'exists' | 'revision' | 'missing' | 'unique';

export type CommitResult =
  | {
      readonly ok: true;
      /** The position of the change feed after this commit. */
      readonly position: string;
    }
  | {
      readonly ok: false;
      /** The number of the first change that could not be done, from 0. */
      readonly conflict: number;
      readonly reason: ConflictReason;
    };

/** A new row, at revision 1. Conflicts when the id exists. */
export function insert<T extends Row>(
  collection: Collection<T>,
  row: Unrevised<T>,
  options: WriteOptions = {},
): Change {
  return { op: 'insert', collection: collection as Collection, id: row.id as string, row, ...options };
}

/** Replaces the row that is at revision `expect`; it is then at `expect + 1`. */
export function put<T extends Row>(
  collection: Collection<T>,
  row: Unrevised<T>,
  expect: number,
  options: WriteOptions = {},
): Change {
  return { op: 'put', collection: collection as Collection, id: row.id as string, row, expect, ...options };
}

/** Says that the commit rests on the row being at revision `expect`, and raises it by one. */
export function touch<T extends Row>(collection: Collection<T>, id: string, expect: number): Change {
  return { op: 'touch', collection: collection as Collection, id, expect };
}

/** Removes the row that is at revision `expect`. */
export function remove<T extends Row>(collection: Collection<T>, id: string, expect: number): Change {
  return { op: 'delete', collection: collection as Collection, id, expect };
}
