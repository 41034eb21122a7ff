import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type ConflictReason, ResultUnknown, type Schema } from '@reglament/storage';
import { CollectionWrites } from './collectionWrites.ts';
import { type CommitCells, DELETE, FEED, INSERT, type Outcome, PUT, STEMS, TOUCH } from './messages.ts';
import { migrate, readMeta, writeMeta } from './migrate.ts';
import { isFsyncError, storeErrorOf } from './sqliteErrors.ts';
import type { Cell } from './tables.ts';

/** So many steps are in the log at most before it is brought into the file even without a pause. */
const CHECKPOINT_STEPS = 10_000;

/**
 * The one connection that writes. A batch of commits is one transaction and one flush; within it each commit stands in a
 * savepoint, so that a conflict undoes its own commit only.
 */
export class BatchWriter {
  readonly epoch: string;
  readonly #db: DatabaseSync;
  readonly #collections: readonly CollectionWrites[];
  readonly #feed: StatementSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  readonly #undo: StatementSync;
  #seq: number;
  #floor: number;
  #stepsInLog = 0;

  /** @throws STORE_SCHEMA_NEWER, STORE_SCHEMA_CHANGED, STORE_FULL, STORE_IO */
  constructor(path: string, schema: Schema) {
    const db = new DatabaseSync(path);
    this.#db = db;
    // Checkpoints are ours: at a pause, not in the middle of somebody's commit.
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;
      PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864`);
    this.epoch = migrate(db, schema).epoch;
    this.#collections = schema.collections.map((collection) => new CollectionWrites(db, collection));
    this.#feed = db.prepare('INSERT INTO feed (seq, row) VALUES (?, ?)');
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#savepoint = db.prepare('SAVEPOINT one');
    this.#release = db.prepare('RELEASE one');
    this.#undo = db.prepare('ROLLBACK TO one');
    this.#floor = Number(readMeta(db, 'feedFloor') ?? 0);
    this.#seq = Math.max(
      this.#floor,
      (db.prepare('SELECT max(seq) AS seq FROM feed').get()?.['seq'] as number | null) ?? 0,
    );
  }

  /** The number of the last feed row. */
  get seq(): number {
    return this.#seq;
  }

  /** The number of the last feed row forgotten. */
  get floor(): number {
    return this.#floor;
  }

  /** @throws STORE_FULL, STORE_IO when none of the commits was done; ResultUnknown when nobody can say */
  write(commits: readonly CommitCells[]): readonly Outcome[] {
    const before = this.#seq;
    try {
      return this.#transaction(() => commits.map((commit) => this.#one(commit)));
    } catch (error) {
      this.#seq = before;
      throw error;
    }
  }

  /** Forgets all but the last `keep` feed rows. */
  trim(keep: number): void {
    const floor = Math.max(this.#floor, this.#seq - keep);
    this.#transaction(() => {
      this.#db.prepare('DELETE FROM feed WHERE seq <= ?').run(floor);
      writeMeta(this.#db, 'feedFloor', String(floor));
    });
    this.#floor = floor;
  }

  get hasLog(): boolean {
    return this.#stepsInLog > 0;
  }

  get logIsLong(): boolean {
    return this.#stepsInLog > CHECKPOINT_STEPS;
  }

  /** Brings the log into the file. When the disk refuses, the log stays and a later checkpoint does it. */
  checkpoint(): void {
    this.#stepsInLog = 0;
    try {
      this.#db.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch (error) {
      if (storeErrorOf(error) === error) throw error;
    }
  }

  close(): void {
    this.#db.close();
  }

  #transaction<T>(work: () => T): T {
    try {
      this.#begin.run();
      const result = work();
      this.#commit.run();
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      if (isFsyncError(error)) this.#overwriteLog();
      throw storeErrorOf(error);
    }
  }

  /**
   * The frames of a commit whose flush failed lie in the log past its end, whole: a crash now could bring them back. The
   * next transaction is written over them.
   */
  #overwriteLog(): void {
    try {
      this.#db.exec(`BEGIN IMMEDIATE; INSERT OR REPLACE INTO meta (key, value)
        VALUES ('flushFailures', coalesce((SELECT value FROM meta WHERE key = 'flushFailures'), 0) + 1); COMMIT`);
    } catch {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw new ResultUnknown('The disk refused to flush a commit');
    }
  }

  #one(cells: CommitCells): Outcome {
    const before = this.#seq;
    this.#savepoint.run();
    const conflict = this.#apply(cells);
    if (conflict) {
      this.#undo.run();
      this.#seq = before;
    }
    this.#release.run();
    return conflict ?? this.#seq;
  }

  #apply(cells: CommitCells): readonly [number, ConflictReason] | undefined {
    let at = 0;
    let change = 0;
    while (at < cells.length) {
      this.#stepsInLog++;
      if (cells[at] === FEED) {
        this.#feed.run(++this.#seq, cells[at + 1] as Cell);
        at += 2;
        continue;
      }
      const writes = this.#collections[cells[at + 1] as number] as CollectionWrites;
      const id = cells[at + 2] as Cell;
      const third = cells[at + 3] as Cell;
      let reason: ConflictReason | undefined;
      let length = 4;
      switch (cells[at]) {
        case INSERT:
          length += writes.width;
          reason = writes.insert(id, cells.slice(at + 3, at + length));
          break;
        case PUT:
          length += 1 + writes.width;
          reason = writes.put(id, third, cells.slice(at + 4, at + length));
          break;
        case TOUCH:
          reason = writes.touch(id, third);
          break;
        case DELETE:
          reason = writes.delete(id, third);
          break;
        case STEMS:
          writes.stems(id, third);
          change--;
          break;
      }
      if (reason) return [change, reason];
      change++;
      at += length;
    }
    return undefined;
  }
}
