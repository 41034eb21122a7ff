import type { Slug } from '@reglament/regulation';

/** An order that follows its map while differences are made one after another. */
export interface Order {
  readonly now: readonly Slug[];
  remove(id: Slug): void;
  /** Puts a new member where it stands in the wanted order: behind the nearest before it that is there. */
  add(id: Slug): void;
}

export function orderTowards(from: readonly Slug[], wanted: readonly Slug[]): Order {
  let now = from;
  return {
    get now() {
      return now;
    },
    remove(id) {
      now = now.filter((each) => each !== id);
    },
    add(id) {
      const before = wanted.slice(0, wanted.indexOf(id)).findLast((each) => now.includes(each));
      now = now.toSpliced(before === undefined ? 0 : now.indexOf(before) + 1, 0, id);
    },
  };
}

/** Whether what two orders have in common stands in the same order in both. Pure. */
export function isReordered(from: readonly Slug[], to: readonly Slug[]): boolean {
  const [mine, theirs] = [new Set(from), new Set(to)];
  const kept = from.filter((id) => theirs.has(id));
  return to.filter((id) => mine.has(id)).some((id, index) => id !== kept[index]);
}
