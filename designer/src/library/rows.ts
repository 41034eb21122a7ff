import type { Text } from '@reglament/regulation';
import type { LibraryRow } from './libraryPage.tsx';

export const filters = ['all', 'inForce', 'copies', 'retired', 'gaps'] as const;
export type LibraryFilter = (typeof filters)[number];

/** Rows of a filter whose words begin with each word asked for; ё is е. Pure. */
export function filterRows(
  rows: readonly LibraryRow[],
  filter: LibraryFilter,
  words: string,
  say: (text: Text) => string,
): readonly LibraryRow[] {
  const asked = plain(words);
  return rows.filter((row) => {
    if (!passes(row, filter)) return false;
    const said = plain(`${say(row.title)} ${row.kindTitle ? say(row.kindTitle) : ''} ${row.id}`);
    return asked.every((word) => said.some((one) => one.startsWith(word)));
  });
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
