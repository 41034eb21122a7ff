import { remove, type Store } from '@reglament/storage';
import { schema } from '../storage/collections.ts';

/** Removes every row, so that a loading that was interrupted begins again. The deployment's own row goes last. */
export async function clearStore(store: Store): Promise<void> {
  const collections = [...schema.collections].sort(
    (a, b) => Number(a.name === 'meta') - Number(b.name === 'meta'),
  );
  for (const collection of collections) {
    for (;;) {
      const page = await store.find(collection, { order: { by: 'id' }, limit: 1000 });
      if (page.rows.length === 0) break;
      await store.commit(page.rows.map((row) => remove(collection, row.id, row.rev)));
    }
  }
}
