import type { FeedCommit } from './feed.ts';

/** Those who listen to a feed. A handler that throws is a broken contract: it fails loudly, and alone. */
export class Subscribers {
  readonly #handlers = new Set<(commit: FeedCommit) => void>();

  add(handler: (commit: FeedCommit) => void): () => void {
    // A wrapper of its own, so that one function may listen twice and stop once.
    const entry = (commit: FeedCommit) => handler(commit);
    this.#handlers.add(entry);
    return () => this.#handlers.delete(entry);
  }

  tell(commit: FeedCommit): void {
    for (const handler of [...this.#handlers]) {
      try {
        handler(commit);
      } catch (error) {
        void Promise.reject(error);
      }
    }
  }
}
