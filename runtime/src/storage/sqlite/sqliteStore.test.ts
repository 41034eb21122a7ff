import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractSchema, type Opened, storeContract } from '@reglament/storage/contract';
import { openSqliteStore } from './sqliteStore.ts';

async function openIn(dir: string): Promise<Opened> {
  const store = await openSqliteStore(dir, contractSchema);
  return {
    store,
    reopen: async () => {
      await store.close();
      return openIn(dir);
    },
    close: async () => {
      await store.close();
      rmSync(dir, { recursive: true });
    },
  };
}

storeContract('SQLite', () => openIn(mkdtempSync(join(tmpdir(), 'reglament-store-'))));
