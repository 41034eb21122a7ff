import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '@reglament/storage';
import { isBusy, storeErrorOf } from './sqliteErrors.ts';

/**
 * Takes the data folder for this process: an exclusive lock of the operating system on a database of its own, which ends
 * with the process however it ends, so that none is ever left behind.
 *
 * @returns how to give the folder back
 * @throws STORE_IN_USE when another process, or another store of this one, has it
 */
export function lockFolder(dir: string): () => void {
  const lock = new DatabaseSync(join(dir, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (isBusy(error))
      throw new StoreError('STORE_IN_USE', `Another program uses the data folder ${dir}`, { dir });
    throw storeErrorOf(error);
  }
  return () => lock.close();
}
