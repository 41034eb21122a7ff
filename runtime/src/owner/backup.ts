import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '@reglament/storage';
import type { FileStore } from '../storage/files/fileStore.ts';
import { DATABASE, type SqliteStore } from '../storage/sqlite/index.ts';

const filesFolder = 'files';

/**
 * Copies database and files into a new folder while the server works. The database goes first: files are never changed,
 * so that every file it names is there.
 * @throws StoreError STORE_EXISTS when the folder is in use
 */
export async function backupTo(dir: string, store: SqliteStore, files: FileStore): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new StoreError('STORE_EXISTS', `${dir} is in use`, { path: dir });
  await store.backup(dir);
  await files.backup(join(dir, filesFolder));
}

export function isBackup(dir: string): boolean {
  return existsSync(join(dir, DATABASE));
}

/** Puts the data folder aside under a name with the moment, so that nothing is ever overwritten; answers where. */
export async function putAside(dataDir: string, nowMs: number): Promise<string> {
  const aside = `${dataDir}.${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(dataDir, aside);
  return aside;
}

export async function restoreFrom(backup: string, dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await cp(join(backup, DATABASE), join(dataDir, DATABASE));
  if (existsSync(join(backup, filesFolder)))
    await cp(join(backup, filesFolder), join(dataDir, filesFolder), { recursive: true });
}
