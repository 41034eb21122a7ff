import type { Change } from './change.ts';
import type { Collection } from './collection.ts';
import { isOfKind } from './conditions.ts';
import { StoreError } from './errors.ts';
import type { FeedRow } from './feed.ts';
import type { Scalar } from './query.ts';
import { assertStems } from './stems.ts';
import { assertStrictJson } from './strictJson.ts';

export const MAX_CHANGES = 1000;

/** The values of the declared fields, in the order of the declaration; null where the row has none. */
export type Keys = readonly (Scalar | readonly string[] | null)[];

interface PreparedOn {
  readonly collection: Collection;
  readonly id: string;
}

interface PreparedBody extends PreparedOn {
  /** The row as JSON text; the revision in it, when there is one, means nothing. */
  readonly body: string;
  readonly keys: Keys;
  /** Distinct; nothing = a put keeps those it has. */
  readonly stems?: readonly string[];
}

export interface PreparedInsert extends PreparedBody {
  readonly op: 'insert';
}

export interface PreparedPut extends PreparedBody {
  readonly op: 'put';
  readonly expect: number;
}

export interface PreparedTouch extends PreparedOn {
  readonly op: 'touch';
  readonly expect: number;
}

export interface PreparedDelete extends PreparedOn {
  readonly op: 'delete';
  readonly expect: number;
}

export type PreparedChange = PreparedInsert | PreparedPut | PreparedTouch | PreparedDelete;

function badRow(collection: Collection, id: string, what: string): never {
  throw new StoreError('STORE_ROW', `${collection.name} ${id}: ${what}`, {
    collection: collection.name,
    id,
    what,
  });
}

/** The fields that no row may lack: those of indexes that are not sparse, and the order of a search. */
const requiredFields = new WeakMap<Collection, ReadonlySet<string>>();
function required(collection: Collection): ReadonlySet<string> {
  let fields = requiredFields.get(collection);
  if (!fields) {
    const whole = collection.indexes.filter((index) => !index.sparse);
    fields = new Set([
      ...whole.flatMap((index) => [...index.fields, ...(index.each === undefined ? [] : [index.each])]),
      ...(collection.search ? [collection.search.order.by] : []),
    ]);
    requiredFields.set(collection, fields);
  }
  return fields;
}

/** Reads the declared fields of a row. Pure. @throws STORE_ROW when one has the wrong type or a needed one is missing */
export function keysOf(collection: Collection, id: string, row: object): Keys {
  return Object.entries(collection.fields).map(([field, kind]) => {
    const value = (row as Record<string, unknown>)[field] ?? null;
    if (value === null) {
      return required(collection).has(field) ? badRow(collection, id, `${field} is missing`) : null;
    }
    if (!isOfKind(kind, value)) badRow(collection, id, `${field} is not a ${kind}`);
    return value as Scalar | readonly string[];
  });
}

function prepareBody(change: Change & { op: 'insert' | 'put' }): PreparedBody {
  const { collection, id, row, stems } = change;
  assertStrictJson(row, collection.name);
  if ((row as { id?: unknown }).id !== id) badRow(collection, id, 'the change names another id');
  if (stems) {
    if (!collection.search) badRow(collection, id, 'stems in a collection without search');
    assertStems(stems, 'STORE_ROW');
  }
  return {
    collection,
    id,
    body: JSON.stringify(row),
    keys: keysOf(collection, id, row),
    ...(stems ? { stems: [...new Set(stems)] } : {}),
  };
}

/**
 * Checks the changes of a commit and turns rows into text, once. Pure.
 *
 * @throws STORE_CHANGES for more than 1,000 changes (feed rows counted) or two on one row; STORE_VALUE, STORE_ROW
 */
export function prepareChanges(
  changes: readonly Change[],
  feed: readonly FeedRow[],
): readonly PreparedChange[] {
  if (changes.length + feed.length > MAX_CHANGES) {
    throw new StoreError(
      'STORE_CHANGES',
      `A commit has at most ${MAX_CHANGES} changes, not ${changes.length + feed.length}`,
    );
  }
  const seen = new Set<string>();
  return changes.map((change) => {
    const { collection, id } = change;
    if (!isOfKind('text', id) || id === '') badRow(collection, String(id), 'its id is no text');
    const row = `${collection.name}\0${id}`;
    if (seen.has(row)) {
      throw new StoreError('STORE_CHANGES', `The commit changes ${collection.name} ${id} twice`);
    }
    seen.add(row);
    if (change.op === 'insert') return { op: 'insert', ...prepareBody(change) };
    if (!Number.isSafeInteger(change.expect))
      badRow(collection, id, 'the expected revision is no whole number');
    const { op, expect } = change;
    if (op === 'put') return { op, expect, ...prepareBody(change) };
    return { op, collection, id, expect };
  });
}
