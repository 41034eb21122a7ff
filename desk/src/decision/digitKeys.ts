import type { Hotkeys } from '@reglament/ui';

/** The keys 1, 2, 3 as hotkeys: `run(0)`, `run(1)`, `run(2)`. */
export function digitKeys(run: (index: number) => void): Hotkeys {
  return Object.fromEntries([0, 1, 2].map((index) => [`Digit${index + 1}`, () => run(index)]));
}
