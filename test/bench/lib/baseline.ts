import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * The bare commit that figures are compared with: compare-and-set of a 1.9 KB instance, two task inserts, one task update,
 * one history event, two outbox rows; WAL, synchronous=FULL. Grouped: all that is queued goes in one transaction.
 */
export interface Bare {
  /** Commits a second with `callers` queued at a time, for about `ms`. */
  grouped(callers: number, ms: number): number;
  /** p50 of one commit after another, milliseconds. */
  single(count: number): number;
  close(): void;
}

export function openBare(): Bare {
  const dir = mkdtempSync(join(tmpdir(), 'reglament-bare-'));
  const db = new DatabaseSync(join(dir, 'bare.db'));
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE instance (id TEXT PRIMARY KEY, rev INTEGER, body TEXT) WITHOUT ROWID;
    CREATE TABLE task (id TEXT PRIMARY KEY, desk TEXT, state TEXT, due INTEGER, body TEXT) WITHOUT ROWID;
    CREATE INDEX task_desk ON task (desk, state, due);
    CREATE TABLE event (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID;
    CREATE TABLE outbox (n INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT);`);
  const insertInstance = db.prepare('INSERT INTO instance VALUES (?, 1, ?)');
  const update = db.prepare('UPDATE instance SET rev = rev + 1, body = ? WHERE id = ? AND rev = ?');
  const insertTask = db.prepare('INSERT INTO task VALUES (?, ?, ?, ?, ?)');
  const closeTask = db.prepare("UPDATE task SET state = 'done', body = ? WHERE id = ?");
  const insertEvent = db.prepare('INSERT INTO event VALUES (?, ?)');
  const insertOutbox = db.prepare('INSERT INTO outbox (body) VALUES (?)');
  const body = JSON.stringify({ filler: 'x'.repeat(1_900) });
  const small = JSON.stringify({ filler: 'y'.repeat(300) });
  const instances = 256;
  const revisions = new Array<number>(instances).fill(1);
  for (let n = 0; n < instances; n++) insertInstance.run(`i${n}`, body);
  let serial = 0;

  const commit = () => {
    const n = serial++;
    const instance = n % instances;
    const done = update.run(body, `i${instance}`, revisions[instance]!);
    if (done.changes !== 1) throw new Error('the bare commit lost a race with nobody');
    revisions[instance]!++;
    insertTask.run(`t${n}a`, `p${n % 97}`, 'open', n, small);
    insertTask.run(`t${n}b`, `p${n % 89}`, 'open', n, small);
    closeTask.run(small, `t${n}a`);
    insertEvent.run(`e${n}`, small);
    insertOutbox.run(small);
    insertOutbox.run(small);
  };

  return {
    grouped(callers, ms) {
      const until = performance.now() + ms;
      const start = performance.now();
      let count = 0;
      while (performance.now() < until) {
        db.exec('BEGIN IMMEDIATE');
        for (let n = 0; n < callers; n++) commit();
        db.exec('COMMIT');
        count += callers;
      }
      return count / ((performance.now() - start) / 1000);
    },
    single(count) {
      const times: number[] = [];
      for (let n = 0; n < count; n++) {
        const start = performance.now();
        db.exec('BEGIN IMMEDIATE');
        commit();
        db.exec('COMMIT');
        times.push(performance.now() - start);
      }
      return quantile(times, 0.5);
    },
    close: () => db.close(),
  };
}

/** The q-quantile of unsorted numbers. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
