import type { Change, CommitResult } from './change.ts';
import type { Collection, Row } from './collection.ts';
import type { Feed, FeedRow } from './feed.ts';
import type { CountByQuery, FindQuery, Group, Page, SearchQuery, Where } from './query.ts';

/**
 * The storage port. Reads see every commit that has resolved before they began. A query that no declared index serves
 * throws STORE_NO_INDEX, so that nothing scans silently. Values are strict JSON (`strictJson.ts`), order is the order of
 * UTF-8 bytes, numbers come in numeric order, false before true. A row that was read may be another reader's too: nobody changes it (the memory store
 * freezes it, so that a test finds out).
 */
export interface Store {
  get<T extends Row>(collection: Collection<T>, id: string): Promise<T | undefined>;

  /** The rows that exist, in the order of `ids` (at most 1,000). */
  getMany<T extends Row>(collection: Collection<T>, ids: readonly string[]): Promise<readonly T[]>;

  /** @throws STORE_NO_INDEX, STORE_QUERY (a malformed query), STORE_CURSOR (`after` is not of this query) */
  find<T extends Row>(collection: Collection<T>, query: FindQuery<T>): Promise<Page<T>>;

  count<T extends Row>(collection: Collection<T>, where: Where<T>): Promise<number>;

  /** How many rows there are for each value of a field, in the order of values. */
  countBy<T extends Row>(collection: Collection<T>, query: CountByQuery<T>): Promise<readonly Group[]>;

  search<T extends Row>(collection: Collection<T>, query: SearchQuery<T>): Promise<Page<T>>;

  /**
   * Applies at most 1,000 changes in their order, all or nothing, each row at most once; durable when it resolves.
   * A lost race is an answer, not an error.
   *
   * @param feed - rows of the change feed, written in the same commit
   * @throws STORE_VALUE, STORE_ROW, STORE_CHANGES for a broken contract; STORE_FULL, STORE_IO when nothing was written;
   *   ResultUnknown only when nobody can say whether it was
   */
  commit(changes: readonly Change[], feed?: readonly FeedRow[]): Promise<CommitResult>;

  readonly feed: Feed;

  close(): Promise<void>;
}
