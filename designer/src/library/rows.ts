import type { LibraryRow } from '@reglament/api';
import type { Text } from '@reglament/regulation';

export const filters = ['all', 'inForce', 'copies', 'retired', 'gaps'] as const;
export type LibraryFilter = (typeof filters)[number];

/** Rows without an owner; no unit has this id. */
export const ownerless = '-';

export interface Wanted {
  readonly filter: LibraryFilter;
  /** Id of a unit, or `ownerless`; anybody's when empty. */
  readonly owner: string;
  readonly words: string;
}

/** Rows of a filter and an owner whose words begin with each word asked for; ё is е. Pure. */
export function filterRows(
  rows: readonly LibraryRow[],
  { filter, owner, words }: Wanted,
  say: (text: Text) => string,
): readonly LibraryRow[] {
  const find = finder(words);
  return rows.filter(
    (row) =>
      passes(row, filter) &&
      (owner === '' || owner === (row.owner?.id ?? ownerless)) &&
      find(say(row.title), row.kindTitle ? say(row.kindTitle) : '', row.owner?.title ?? '', row.id),
  );
}

/** The units that own something, by their titles in the reader's order, each once. Pure. */
export function ownersOf(
  rows: readonly LibraryRow[],
  order: (one: string, other: string) => number,
): readonly { readonly id: string; readonly title: string }[] {
  const owners = new Map(rows.flatMap(({ owner }) => (owner ? [[owner.id, owner] as const] : [])));
  return [...owners.values()].sort((one, other) => order(one.title, other.title));
}

/** `find(...texts)`: whether each word that is asked for begins some word of the texts. Pure. */
export function finder(words: string): (...texts: readonly string[]) => boolean {
  const asked = plain(words);
  return (...texts) => {
    const said = plain(texts.join(' '));
    return asked.every((word) => said.some((one) => one.startsWith(word)));
  };
}

function passes(row: LibraryRow, filter: LibraryFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'inForce':
      return row.state === 'inForce';
    case 'copies':
      return row.workingCopy !== undefined;
    case 'retired':
      return row.state === 'retired';
    case 'gaps':
      return row.gaps > 0;
  }
}

function plain(words: string): readonly string[] {
  return words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean);
}
