import type { ConflictReason, FeedRow, Schema, StoreErrorCode } from '@reglament/storage';
import type { PreparedChange } from '@reglament/storage/adapter';
import { type Cell, cellOf } from './tables.ts';

/** Kinds of steps in a commit on its way to the writer. */
export const INSERT = 0;
export const PUT = 1;
export const TOUCH = 2;
export const DELETE = 3;
/** Of the change before it; counts as no change of its own. */
export const STEMS = 4;
export const FEED = 5;

/**
 * A commit as a flat list of cells, which is what crosses to the worker cheapest:
 * INSERT collection id body keys… | PUT collection id expect body keys… | TOUCH collection id expect |
 * DELETE collection id expect | STEMS collection id text | FEED json. A collection is its number in the schema.
 */
export type CommitCells = readonly Cell[];

export interface WriterData {
  readonly path: string;
  readonly schema: Schema;
}

export type ToWriter =
  | { readonly kind: 'batch'; readonly commits: readonly CommitCells[] }
  | { readonly kind: 'trim'; readonly keep: number }
  | { readonly kind: 'close' };

/** What became of a commit: the last number of the feed, or which change conflicts and why. */
export type Outcome = number | readonly [conflict: number, reason: ConflictReason];

export interface Failure {
  readonly code: StoreErrorCode;
  readonly message: string;
}

/** Answers come in the order of messages. */
export type FromWriter =
  | { readonly kind: 'opened'; readonly epoch: string; readonly seq: number; readonly floor: number }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'trimmed'; readonly floor: number }
  | { readonly kind: 'closed' };

/** Writes a checked commit as cells. */
export function toCells(
  changes: readonly PreparedChange[],
  feed: readonly FeedRow[],
  collectionNumber: (name: string) => number,
): CommitCells {
  const cells: Cell[] = [];
  for (const change of changes) {
    const number = collectionNumber(change.collection.name);
    switch (change.op) {
      case 'insert':
        cells.push(INSERT, number, change.id, change.body);
        for (const key of change.keys) cells.push(cellOf(key));
        break;
      case 'put':
        cells.push(PUT, number, change.id, change.expect, change.body);
        for (const key of change.keys) cells.push(cellOf(key));
        break;
      case 'touch':
        cells.push(TOUCH, number, change.id, change.expect);
        break;
      case 'delete':
        cells.push(DELETE, number, change.id, change.expect);
        break;
    }
    if ('stems' in change && change.stems) cells.push(STEMS, number, change.id, change.stems.join(' '));
  }
  for (const row of feed) cells.push(FEED, JSON.stringify(row));
  return cells;
}
