import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Collection, type Schema, StoreError } from '@reglament/storage';
import { keysOf } from '@reglament/storage/adapter';
import { cellOf, columnOf, createCollection, elementsOf, stemsOf, tableOf } from './tables.ts';

/** What the file says about itself. */
export interface Meta {
  /** Another in each copy of the data, so that a position of one is not taken for a position of another. */
  readonly epoch: string;
}

const CREATE = [
  'CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS feed (seq INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT',
];

export function readMeta(db: DatabaseSync, key: string): string | undefined {
  return db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'] as string | undefined;
}

export function writeMeta(db: DatabaseSync, key: string, value: string): void {
  db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
}

/**
 * Brings the file to the schema in one transaction: makes new collections, rebuilds the columns and indexes of those whose
 * declaration changed from their rows, and leaves alone those that are no longer declared.
 *
 * @throws STORE_SCHEMA_NEWER when a newer program wrote the file; STORE_SCHEMA_CHANGED when a declaration changed without a
 *   new version; STORE_ROW when a stored row does not fit its new declaration
 */
export function migrate(db: DatabaseSync, schema: Schema): Meta {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const sql of CREATE) db.exec(sql);
    const stored = JSON.parse(readMeta(db, 'schema') ?? '{"version":0,"collections":[]}') as Schema;
    const before = new Map(stored.collections.map((collection) => [collection.name, collection]));
    const changed = (collection: Collection) =>
      JSON.stringify(before.get(collection.name)) !== JSON.stringify(collection);
    if (stored.version > schema.version) {
      throw new StoreError(
        'STORE_SCHEMA_NEWER',
        `The data are of schema ${stored.version}, this program knows ${schema.version}`,
      );
    }
    if (stored.version === schema.version && schema.collections.some(changed)) {
      throw new StoreError(
        'STORE_SCHEMA_CHANGED',
        `A declaration of schema ${schema.version} changed: raise its version`,
      );
    }
    if (stored.version < schema.version) {
      for (const collection of schema.collections) {
        const old = before.get(collection.name);
        if (!old) for (const sql of createCollection(collection)) db.exec(sql);
        else if (changed(collection)) rebuild(db, old, collection);
        before.delete(collection.name);
      }
      // A collection left out keeps its tables, and its declaration here, for the day when it is declared again.
      writeMeta(
        db,
        'schema',
        JSON.stringify({ ...schema, collections: [...schema.collections, ...before.values()] }),
      );
    }
    // Nothing is written where nothing changes: a store opens for reading on a full disk too.
    const known = readMeta(db, 'epoch');
    const epoch = known ?? randomUUID();
    if (known === undefined) writeMeta(db, 'epoch', epoch);
    db.exec('COMMIT');
    return { epoch };
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Makes the tables of a collection anew from its rows; each keeps its rowid, by which its stems are found. */
function rebuild(db: DatabaseSync, old: Collection, collection: Collection): void {
  const table = tableOf(collection);
  const parts = db
    .prepare(
      `SELECT type, name FROM sqlite_schema WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL`,
    )
    .all(table);
  for (const { type, name } of parts) db.exec(`DROP ${type as string} ${name as string}`);
  old.indexes.forEach((index, n) => {
    if (index.each !== undefined) db.exec(`DROP TABLE ${elementsOf(old, n)}`);
  });
  if (old.search && !collection.search) db.exec(`DROP TABLE ${stemsOf(old)}`);
  db.exec(`ALTER TABLE ${table} RENAME TO old_${table}`);
  for (const sql of createCollection(collection)) db.exec(sql);

  const columns = ['rid', 'id', 'rev', ...Object.keys(collection.fields).map(columnOf), 'body'];
  const insert = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const { rid, id, rev, body } of db.prepare(`SELECT rid, id, rev, body FROM old_${table}`).iterate()) {
    const keys = keysOf(collection, id as string, JSON.parse(body as string) as object);
    insert.run(rid as number, id as string, rev as number, ...keys.map(cellOf), body as string);
  }
  db.exec(`DROP TABLE old_${table}`);
}
