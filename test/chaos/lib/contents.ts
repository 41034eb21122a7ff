import type { FeedRow, Store } from '@reglament/storage';
import { all } from '../../../runtime/src/directory/directoryService.ts';
import { schema } from '../../../runtime/src/storage/collections.ts';

export type Contents = Readonly<Record<string, readonly unknown[]>>;

/** Every row of a store by collection, and its feed; without what the wall clock wrote. */
export async function contentsOf(store: Store, feedFrom: string): Promise<Contents> {
  const contents: Record<string, readonly unknown[]> = {};
  for (const collection of schema.collections) {
    if (collection.name === 'sessions') continue;
    const rows = await all(store, collection);
    contents[collection.name] =
      collection.name === 'commandKeys' ? rows.map((row) => ({ ...row, atMs: 0 })) : rows;
  }
  const feed: FeedRow[] = [];
  for (let from = feedFrom, more = true; more; ) {
    const page = await store.feed.since(from, 1000);
    if (page.reset) throw new Error('The feed does not know where the story began');
    feed.push(...page.rows);
    ({ more, position: from } = page);
  }
  return { ...contents, feed };
}
