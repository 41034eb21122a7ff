import { useHotkeys } from '@reglament/ui';
import { digitKeys } from './digitKeys.ts';

/** Keys of the task page: 1, 2, 3 decide, j and k go to the next and the previous task, Escape steps back. */
export function useTaskKeys(keys: {
  press: (index: number) => void;
  next: () => void;
  previous: () => void;
  back: () => void;
}): void {
  const { press, next, previous, back } = keys;
  useHotkeys({ ...digitKeys(press), KeyJ: next, KeyK: previous, Escape: back });
}
