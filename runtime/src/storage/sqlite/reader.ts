import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Read } from './reads.ts';
import { storeErrorOf } from './sqliteErrors.ts';
import type { Cell } from './tables.ts';

/** A filter with `in` makes a statement for each number of values: the oldest are forgotten. */
const MAX_STATEMENTS = 500;

/** The connection that reads, on the main thread, with its prepared statements. Rows come as arrays of cells. */
export class Reader {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(path: string) {
    this.#db = new DatabaseSync(path, { readOnly: true });
    this.#db.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
  }

  /** @throws STORE_IO when the disk does not give what is asked */
  all({ sql, cells }: Read): Cell[][] {
    try {
      return this.#statement(sql).all(...cells) as unknown as Cell[][];
    } catch (error) {
      throw storeErrorOf(error);
    }
  }

  get(sql: string, ...cells: readonly Cell[]): Cell[] | undefined {
    try {
      return this.#statement(sql).get(...cells) as unknown as Cell[] | undefined;
    } catch (error) {
      throw storeErrorOf(error);
    }
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      statement.setReturnArrays(true);
      this.#statements.set(sql, statement);
      if (this.#statements.size > MAX_STATEMENTS) {
        const [oldest] = this.#statements.keys();
        this.#statements.delete(oldest as string);
      }
    }
    return statement;
  }
}
