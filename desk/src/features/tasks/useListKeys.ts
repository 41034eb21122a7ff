import { useHotkeys } from '@reglament/ui';

/** Keys of the list, by their place on the keyboard; 1, 2, 3 belong to the current row (quickActs.tsx). */
export function useListKeys(acts: {
  move: (step: number, run: boolean) => void;
  open: () => void;
  showNew: () => void;
  take: () => void;
  pick: () => void;
  unpick: () => void;
  help: () => void;
}): void {
  const by = (step: number, run: boolean) => () => acts.move(step, run);
  useHotkeys({
    KeyJ: by(1, false),
    KeyK: by(-1, false),
    'Shift+KeyJ': by(1, true),
    'Shift+KeyK': by(-1, true),
    Enter: acts.open,
    KeyN: acts.showNew,
    KeyT: acts.take,
    KeyX: acts.pick,
    Escape: acts.unpick,
    'Shift+Slash': acts.help,
    // «?» of the Russian layout stands on the seven.
    'Shift+Digit7': acts.help,
  });
}
