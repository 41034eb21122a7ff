import type { Store } from '@reglament/storage';
import { texts } from '../storage/collections.ts';

/** Words of people beside the history, by id. Erased ones are not there. */
export type Texts = ReadonlyMap<string, string>;

export async function loadTexts(store: Store, instance: string): Promise<Texts> {
  const found = new Map<string, string>();
  let after: string | undefined;
  do {
    const page = await store.find(texts, {
      where: { instance },
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    for (const row of page.rows) found.set(row.id, row.text);
    after = page.next;
  } while (after !== undefined);
  return found;
}
