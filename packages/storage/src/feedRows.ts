import { isOfKind } from './conditions.ts';
import { StoreError } from './errors.ts';
import type { FeedRow } from './feed.ts';

/** @throws STORE_ROW when a feed row is not one. Pure. */
export function checkFeedRows(rows: readonly FeedRow[]): void {
  for (const { org, type, id, rev, to } of rows) {
    const texts = [org, type, id].every((value) => isOfKind('text', value));
    if (!texts || !Number.isSafeInteger(rev) || (to !== undefined && !isOfKind('list', to))) {
      throw new StoreError('STORE_ROW', `A feed row of ${String(type)} is malformed`);
    }
  }
}

/** @throws STORE_QUERY for a page that is not of 1 to 1,000 rows. Pure. */
export function pageLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new StoreError('STORE_QUERY', `A page has 1 to 1,000 rows, not ${limit}`);
}
