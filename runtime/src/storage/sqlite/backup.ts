import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreError } from '@reglament/storage';
import { writeMeta } from './migrate.ts';
import { storeErrorOf } from './sqliteErrors.ts';

/** The name of the database in a data folder, and in a backup. */
export const DATABASE = 'store.db';

/** More pages than a step of a copy can have: all in one. */
const ALL_PAGES = 2 ** 31 - 1;

/** Makes a file or a folder's list of names survive a power cut. */
export function flushToDisk(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Copies the database as of one moment into a folder while others read and write it. Feed positions of the original mean
 * nothing to the copy: whoever asks since one is told to read again.
 *
 * @throws STORE_EXISTS when the folder holds a database; STORE_FULL, STORE_IO
 */
export async function backupDatabase(from: string, dir: string): Promise<void> {
  const to = join(dir, DATABASE);
  if (existsSync(to)) throw new StoreError('STORE_EXISTS', `${to} is there already`, { path: to });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  // A connection of its own: the copying thread holds it, and reads must not wait.
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    // All pages in one step is one reading transaction: a copy in steps begins again at every commit.
    await backup(source, to, { rate: ALL_PAGES });
    const copy = new DatabaseSync(to);
    writeMeta(copy, 'epoch', randomUUID());
    copy.close();
    flushToDisk(to);
    flushToDisk(dir);
  } catch (error) {
    // A part of a copy must not be taken for one.
    rmSync(to, { force: true });
    throw storeErrorOf(error);
  } finally {
    source.close();
  }
}
