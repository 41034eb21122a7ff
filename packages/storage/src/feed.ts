/** A small insert-only row of the change feed: what changed, and for whom (principals), when not for everybody. */
export interface FeedRow {
  readonly org: string;
  readonly type: string;
  readonly id: string;
  readonly rev: number;
  readonly to?: readonly string[];
}

/**
 * What came after a position. `reset` says that the position is not known (trimmed away, another store's, garbage): read
 * everything again and go on from `position`.
 */
export type FeedSince =
  | {
      readonly reset: false;
      readonly rows: readonly FeedRow[];
      readonly position: string;
      readonly more: boolean;
    }
  | { readonly reset: true; readonly position: string };

/** The rows of one commit, and the position after them. */
export interface FeedCommit {
  readonly rows: readonly FeedRow[];
  readonly position: string;
}

/** The change feed. Positions are opaque strings; they survive a restart. */
export interface Feed {
  /** The position after the last commit. */
  position(): Promise<string>;
  /** At most `limit` rows (1 to 1,000) after the position, in the order of commits. */
  since(position: string, limit: number): Promise<FeedSince>;
  /** Calls the handler once for each later commit that carries feed rows, in order, after it is durable. Returns the way to stop. */
  subscribe(handler: (commit: FeedCommit) => void): () => void;
  /** Forgets all but the last `keep` rows. */
  trim(keep: number): Promise<void>;
}
