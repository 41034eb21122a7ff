import type { Collection, FieldKind, Index } from '@reglament/storage';
import type { Keys } from '@reglament/storage/adapter';

/** A value as `node:sqlite` binds it. */
export type Cell = string | number | null;

export const tableOf = (collection: Collection) => `c_${collection.name}`;
export const indexOf = (collection: Collection, index: number) => `i_${collection.name}_${index}`;
export const elementsOf = (collection: Collection, index: number) => `e_${collection.name}_${index}`;
export const stemsOf = (collection: Collection) => `s_${collection.name}`;
export const columnOf = (field: string) => `f_${field}`;

const COLUMN_TYPE: Readonly<Record<FieldKind, string>> = {
  text: 'TEXT',
  number: 'REAL',
  flag: 'INTEGER',
  list: 'TEXT',
};

/** Every sign of ASCII is a part of a stem: only the spaces that we put between stems part them. */
const SIGNS = Array.from({ length: 94 }, (_, n) => String.fromCharCode(33 + n)).filter(
  (c) => !/[A-Za-z0-9]/.test(c),
);
const TOKENIZER = `ascii tokenchars '${SIGNS.join('').replaceAll("'", "''")}'`.replaceAll('"', '""');

/** A scalar or a list as it lies in its column. */
export function cellOf(value: Keys[number]): Cell {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell);
}

const notNull = (columns: readonly string[]) =>
  columns.map((column) => `${column} IS NOT NULL`).join(' AND ');

/**
 * The statements that make the tables of a collection: rows as JSON text with a column for each declared field, the
 * declared indexes, a table of elements for each index on a list, which triggers keep, and the stems.
 */
export function createCollection(collection: Collection): readonly string[] {
  const table = tableOf(collection);
  const columns = Object.entries(collection.fields).map(
    ([field, kind]) => `${columnOf(field)} ${COLUMN_TYPE[kind]},`,
  );
  return [
    // The body comes last, so that a filter on a column does not read through it.
    `CREATE TABLE ${table} (rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev INTEGER NOT NULL, ${columns.join(' ')} body TEXT NOT NULL) STRICT`,
    ...collection.indexes.flatMap((index, n) =>
      index.each === undefined
        ? [createIndex(collection, index, n)]
        : createElements(collection, index, index.each, n),
    ),
    ...(collection.search ? createStems(collection) : []),
  ];
}

function createIndex(collection: Collection, index: Index, n: number): string {
  const columns = index.fields.map(columnOf);
  const keys = index.unique ? columns : [...columns, 'id'];
  const where = index.sparse ? ` WHERE ${notNull(columns)}` : '';
  return `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${indexOf(collection, n)} ON ${tableOf(collection)} (${keys.join(', ')})${where}`;
}

function createElements(collection: Collection, index: Index, each: string, n: number): readonly string[] {
  const table = tableOf(collection);
  const elements = elementsOf(collection, n);
  const columns = index.fields.map(columnOf);
  const typed = index.fields.map(
    (field) => `${columnOf(field)} ${COLUMN_TYPE[collection.fields[field] as FieldKind]} NOT NULL,`,
  );
  const all = [columnOf(each), ...columns];
  const of = (row: 'old' | 'new', names: readonly string[]) => names.map((name) => `${row}.${name}`);
  const add = `INSERT INTO ${elements} SELECT DISTINCT value, ${of('new', [...columns, 'id', 'rid']).join(', ')}
    FROM json_each(new.${columnOf(each)}) WHERE ${notNull(of('new', all))};`;
  const drop = `DELETE FROM ${elements} WHERE value IN (SELECT value FROM json_each(old.${columnOf(each)}))
    AND ${[...columns, 'id'].map((column) => `${column} = old.${column}`).join(' AND ')};`;
  const changed = all.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');
  return [
    `CREATE TABLE ${elements} (value TEXT NOT NULL, ${typed.join(' ')} id TEXT NOT NULL, rid INTEGER NOT NULL,
      PRIMARY KEY (value, ${[...columns, 'id'].join(', ')})) STRICT, WITHOUT ROWID`,
    `CREATE TRIGGER ${elements}_insert AFTER INSERT ON ${table} BEGIN ${add} END`,
    `CREATE TRIGGER ${elements}_update AFTER UPDATE OF ${all.join(', ')} ON ${table} WHEN ${changed} BEGIN ${drop} ${add} END`,
    `CREATE TRIGGER ${elements}_delete AFTER DELETE ON ${table} BEGIN ${drop} END`,
  ];
}

function createStems(collection: Collection): readonly string[] {
  const stems = stemsOf(collection);
  return [
    `CREATE VIRTUAL TABLE IF NOT EXISTS ${stems} USING fts5(stems, content='', contentless_delete=1, detail=none, tokenize="${TOKENIZER}")`,
    `CREATE TRIGGER ${stems}_delete AFTER DELETE ON ${tableOf(collection)} BEGIN DELETE FROM ${stems} WHERE rowid = old.rid; END`,
  ];
}
