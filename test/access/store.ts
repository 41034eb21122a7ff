import type { Store } from '@reglament/storage';
import { all } from '../../runtime/src/directory/directoryService.ts';
import { schema } from '../../runtime/src/storage/collections.ts';

/** Everything in a store but sessions, as one text: equal texts are equal stores. */
export async function contentsOf(store: Store): Promise<string> {
  const parts: string[] = [];
  for (const collection of schema.collections) {
    if (collection.name !== 'sessions')
      parts.push(collection.name, JSON.stringify(await all(store, collection)));
  }
  return parts.join('\n');
}
