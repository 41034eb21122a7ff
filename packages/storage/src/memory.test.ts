import { contractSchema, type Opened, storeContract } from './contract.ts';
import { MemoryDisk, openMemoryStore } from './memory.ts';

function openOn(disk: MemoryDisk): Opened {
  const store = openMemoryStore(contractSchema, disk);
  return {
    store,
    reopen: async () => {
      await store.close();
      return openOn(disk);
    },
    close: () => store.close(),
  };
}

storeContract('the memory store', async () => openOn(new MemoryDisk()));
