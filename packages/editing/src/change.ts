import type { Regulation } from '@reglament/regulation';
import { ChangeTree } from './change-tree.ts';

/**
 * The one primitive of editing: a key of an object of the document gets a value, or goes. Lists are values and are
 * replaced whole. Plain JSON: changes are saved and replayed.
 */
export type Change =
  | {
      readonly do: 'put';
      /** Keys from the root of the document; all but the last name objects that are there. */
      readonly path: readonly string[];
      readonly value: unknown;
      /**
       * The key before which a new key is placed; at the end when absent. A key that is there already keeps its place.
       */
      readonly before?: string;
    }
  | { readonly do: 'drop'; readonly path: readonly string[] };

export interface Applied {
  readonly next: Regulation;
  /** Changes that lead from `next` back, to the order of keys. */
  readonly inverse: readonly Change[];
}

/**
 * Applies changes in their order. Pure: what no change touches is shared with `regulation`, and the values of the changes
 * become part of `next`. Whether `next` is a valid regulation is not asked; see `edit`.
 *
 * @throws EditRefused `key-forbidden`, `parent-missing`, `key-missing`, `place-missing`, `value-missing` when a change does
 *   not fit the document
 */
export function applyChanges(regulation: Regulation, changes: readonly Change[]): Applied {
  const tree = new ChangeTree(regulation);
  for (const change of changes) tree.apply(change);
  return { next: tree.root, inverse: tree.inverse };
}
