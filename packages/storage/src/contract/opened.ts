import type { Store } from '../port.ts';

export interface Opened {
  readonly store: Store;
  /** Closes the store and opens another on the same data, as a restart does. */
  readonly reopen: () => Promise<Opened>;
  /** Closes the store and forgets its data. */
  readonly close: () => Promise<void>;
}

export type Open = () => Promise<Opened>;

/** Runs a test on a new empty store and closes it after. */
export type Using = (run: (opened: Opened) => Promise<void>) => Promise<void>;

export function usingStore(open: Open): Using {
  return async (run) => {
    let current = await open();
    const track = (opened: Opened): Opened => ({
      ...opened,
      reopen: async () => {
        current = await opened.reopen();
        return track(current);
      },
    });
    try {
      await run(track(current));
    } finally {
      await current.close();
    }
  };
}
