import { describe } from 'vitest';
import { commitContract } from './contract/commits.ts';
import { feedContract } from './contract/feed.ts';
import { type Open, usingStore } from './contract/opened.ts';
import { propertyContract } from './contract/properties.ts';
import { queryContract } from './contract/queries.ts';
import { searchContract } from './contract/search.ts';

export type { Open, Opened } from './contract/opened.ts';
export { contractSchema } from './contract/schema.ts';

/**
 * The contract of the port as tests: every adapter runs it in a vitest file of its own.
 *
 * @param name - the adapter, for the titles
 * @param open - opens a new, empty store of `contractSchema`
 * @param runs - how many random runs a property has
 */
export function storeContract(name: string, open: Open, runs = 200): void {
  describe(`the storage contract on ${name}`, () => {
    const using = usingStore(open);
    commitContract(using);
    queryContract(using);
    searchContract(using);
    feedContract(using);
    propertyContract(using, runs);
  });
}
