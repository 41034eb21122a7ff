import type { Slug } from '@reglament/regulation';
import { noteIdOf } from './keys.ts';

/**
 * What is chosen: stages and the notes beside them (by `noteKey`), or one way out (an alternative of a transition), or
 * nothing: then the regulation itself.
 */
export type Selection =
  | { readonly of: 'nothing' }
  | { readonly of: 'stages'; readonly ids: readonly string[] }
  | { readonly of: 'way'; readonly transition: Slug; readonly alternative: Slug }
  | { readonly of: 'branch'; readonly block: Slug; readonly branch: Slug };

export const nothing: Selection = { of: 'nothing' };

export function stages(...ids: readonly string[]): Selection {
  return ids.length === 0 ? nothing : { of: 'stages', ids };
}

export function isChosen(selection: Selection, key: string): boolean {
  return selection.of === 'stages' && selection.ids.includes(key);
}

/** The one chosen stage, or undefined. */
export function onlyStage(selection: Selection): Slug | undefined {
  const key = onlyKey(selection);
  return key === undefined || noteIdOf(key) !== undefined ? undefined : key;
}

/** The one chosen note, or undefined. */
export function onlyNote(selection: Selection): Slug | undefined {
  const key = onlyKey(selection);
  return key === undefined ? undefined : noteIdOf(key);
}

/** The same for the same choice, another for another. Pure. */
export const keyOf = (selection: Selection): string => JSON.stringify(selection);

function onlyKey(selection: Selection): string | undefined {
  return selection.of === 'stages' && selection.ids.length === 1 ? selection.ids[0] : undefined;
}

/** The selection without what a document no longer has. Pure. */
export function kept(
  selection: Selection,
  has: {
    stage: (key: string) => boolean;
    way: (transition: Slug, alternative: Slug) => boolean;
    branch: (block: Slug, branch: Slug) => boolean;
  },
): Selection {
  switch (selection.of) {
    case 'stages': {
      const ids = selection.ids.filter(has.stage);
      return ids.length === selection.ids.length ? selection : stages(...ids);
    }
    case 'way':
      return has.way(selection.transition, selection.alternative) ? selection : nothing;
    case 'branch':
      return has.branch(selection.block, selection.branch) ? selection : nothing;
    case 'nothing':
      return selection;
  }
}
