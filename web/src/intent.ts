/**
 * The idempotency key of one intent. Pressing again with the same words after no answer (offline, a busy store) is the
 * same intent and repeats the key; other words, a success or a refusal make the next press a new one.
 */
export interface Intent {
  /** The key to send these words with. */
  keyFor(options: unknown): string;
  /** The intent is over: the server has answered for good. */
  settle(): void;
}

export function createIntent(makeKey: () => string): Intent {
  let held: { words: string; key: string } | null = null;
  return {
    keyFor(options) {
      const words = JSON.stringify(options);
      if (held?.words !== words) held = { words, key: makeKey() };
      return held.key;
    },
    settle() {
      held = null;
    },
  };
}
