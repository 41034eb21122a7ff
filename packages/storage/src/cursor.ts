import type { FieldKind } from './collection.ts';
import { StoreError } from './errors.ts';
import type { Scalar } from './query.ts';

/** Where a page ended: the value it is ordered by (none when by id) and the id. */
export interface Cursor {
  readonly value?: Scalar;
  readonly id: string;
}

const TYPE_OF: Readonly<Record<string, string>> = { text: 'string', number: 'number', flag: 'boolean' };

/** Writes a cursor as an opaque string that only the same order reads back. Pure. */
export function writeCursor(by: string, desc: boolean, cursor: Cursor): string {
  return JSON.stringify([by, desc ? 1 : 0, cursor.id, ...(cursor.value === undefined ? [] : [cursor.value])]);
}

/**
 * Reads a cursor. Pure.
 *
 * @throws STORE_CURSOR when it is malformed or of another order
 */
export function readCursor(text: string, by: string, desc: boolean, kind: FieldKind | undefined): Cursor {
  const refuse = () => new StoreError('STORE_CURSOR', 'The cursor is not one of this query');
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    throw refuse();
  }
  if (!Array.isArray(parts) || parts.length !== (kind ? 4 : 3)) throw refuse();
  const [field, direction, id, value] = parts as unknown[];
  if (field !== by || direction !== (desc ? 1 : 0)) throw refuse();
  if (typeof id !== 'string' || !id.isWellFormed()) throw refuse();
  if (!kind) return { id };
  const fits = typeof value === TYPE_OF[kind] && (typeof value !== 'string' || value.isWellFormed());
  if (!fits) throw refuse();
  return { id, value: value as Scalar };
}
