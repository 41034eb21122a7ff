import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Collection, ConflictReason } from '@reglament/storage';
import { type Cell, columnOf, stemsOf, tableOf } from './tables.ts';

/** The prepared statements that change one collection. Each does its change, or says why not and changes nothing. */
export class CollectionWrites {
  /** How many cells the declared fields take in a message. */
  readonly width: number;
  readonly #insert: StatementSync;
  readonly #put: StatementSync;
  readonly #touch: StatementSync;
  readonly #delete: StatementSync;
  readonly #revision: StatementSync;
  readonly #stems: StatementSync | undefined;

  constructor(db: DatabaseSync, collection: Collection) {
    const table = tableOf(collection);
    const columns = Object.keys(collection.fields).map(columnOf);
    const all = ['body', ...columns];
    this.width = columns.length;
    this.#insert = db.prepare(
      `INSERT OR IGNORE INTO ${table} (rev, id, ${all.join(', ')}) VALUES (1, ?, ${all.map(() => '?').join(', ')})`,
    );
    this.#put = db.prepare(
      `UPDATE OR IGNORE ${table} SET rev = rev + 1, ${all.map((c) => `${c} = ?`).join(', ')} WHERE id = ? AND rev = ?`,
    );
    this.#touch = db.prepare(`UPDATE ${table} SET rev = rev + 1 WHERE id = ? AND rev = ?`);
    this.#delete = db.prepare(`DELETE FROM ${table} WHERE id = ? AND rev = ?`);
    this.#revision = db.prepare(`SELECT rev FROM ${table} WHERE id = ?`);
    if (collection.search) {
      this.#stems = db.prepare(
        `INSERT OR REPLACE INTO ${stemsOf(collection)} (rowid, stems) SELECT rid, ? FROM ${table} WHERE id = ?`,
      );
    }
  }

  insert(id: Cell, bodyAndKeys: readonly Cell[]): ConflictReason | undefined {
    if (this.#insert.run(id, ...bodyAndKeys).changes !== 0) return undefined;
    return this.#revision.get(id) ? 'exists' : 'unique';
  }

  put(id: Cell, expect: Cell, bodyAndKeys: readonly Cell[]): ConflictReason | undefined {
    if (this.#put.run(...bodyAndKeys, id, expect).changes !== 0) return undefined;
    return this.#why(id, expect) ?? 'unique';
  }

  touch(id: Cell, expect: Cell): ConflictReason | undefined {
    return this.#touch.run(id, expect).changes !== 0 ? undefined : this.#why(id, expect);
  }

  delete(id: Cell, expect: Cell): ConflictReason | undefined {
    return this.#delete.run(id, expect).changes !== 0 ? undefined : this.#why(id, expect);
  }

  stems(id: Cell, text: Cell): void {
    this.#stems?.run(text, id);
  }

  #why(id: Cell, expect: Cell): ConflictReason | undefined {
    const row = this.#revision.get(id);
    if (!row) return 'missing';
    return row['rev'] === expect ? undefined : 'revision';
  }
}
