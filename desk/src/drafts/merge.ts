import type { CardRow, FileRow } from '@reglament/api';

/** What a draft or a working copy holds besides its revision. */
export interface Content {
  card: CardRow;
  files: readonly FileRow[];
  /** only in a draft: people chosen by participant */
  chosen?: Readonly<Record<string, readonly string[]>>;
}

/** One thing that both sides changed in different ways: a field, the files, the people of a participant. */
export type Clash = { of: 'field'; id: string } | { of: 'files' } | { of: 'chosen'; id: string };

/**
 * Joins what was typed here with what was saved elsewhere meanwhile: each field that only one side changed is taken from
 * it; where both changed it differently, `mine` stands for now and the place is named. Pure.
 *
 * @param base - what both began from
 */
export function mergeContent(
  base: Content,
  mine: Content,
  theirs: Content,
): { merged: Content; clashes: Clash[] } {
  const clashes: Clash[] = [];
  const card: CardRow = {};
  for (const id of keys(base.card, mine.card, theirs.card)) {
    const value = choose(base.card[id], mine.card[id], theirs.card[id], () =>
      clashes.push({ of: 'field', id }),
    );
    if (value !== undefined) card[id] = value;
  }
  const files = choose(base.files, mine.files, theirs.files, () => clashes.push({ of: 'files' })) ?? [];
  const merged: Content = { card, files };
  if (base.chosen || mine.chosen || theirs.chosen) {
    const chosen: Record<string, readonly string[]> = {};
    for (const id of keys(base.chosen ?? {}, mine.chosen ?? {}, theirs.chosen ?? {})) {
      const value = choose(base.chosen?.[id], mine.chosen?.[id], theirs.chosen?.[id], () =>
        clashes.push({ of: 'chosen', id }),
      );
      if (value !== undefined) chosen[id] = value;
    }
    merged.chosen = chosen;
  }
  return { merged, clashes };
}

/** Whether two contents say the same. Pure. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function choose<T>(base: T, mine: T, theirs: T, clash: () => void): T {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  clash();
  return mine;
}

function keys(...records: object[]): string[] {
  return [...new Set(records.flatMap(Object.keys))];
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}
