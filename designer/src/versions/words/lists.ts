import type { Slug } from '@reglament/regulation';
import type { Line } from './wording.ts';

/** Entries of an ordered map, each in words. */
export interface Listed {
  readonly words: ReadonlyMap<Slug, string>;
  /** What an entry is called, without what else it says. */
  readonly titles: ReadonlyMap<Slug, string>;
}

export interface ListNames {
  /** «исход «…»» */
  readonly one: (title: string) => string;
  readonly added: string;
  readonly removed: string;
  readonly order: string;
}

/** An ordered map as lines: entries that came, that went, that say something else, and the order where what stays was turned. */
export function listLines(before: Listed, after: Listed, names: ListNames): readonly Line[] {
  const lines: Line[] = [];
  for (const [id, to] of after.words) {
    const from = before.words.get(id);
    if (from === undefined) lines.push({ what: names.added, to });
    else if (from !== to) lines.push({ what: names.one(before.titles.get(id) ?? from), from, to });
  }
  for (const [id, from] of before.words) if (!after.words.has(id)) lines.push({ what: names.removed, from });
  const kept = [...before.words.keys()].filter((id) => after.words.has(id));
  const now = [...after.words.keys()].filter((id) => before.words.has(id));
  if (kept.join() !== now.join()) {
    const said = (list: Listed, ids: readonly Slug[]) =>
      ids.map((id) => list.titles.get(id) ?? id).join(', ');
    lines.push({ what: names.order, from: said(before, kept), to: said(after, now) });
  }
  return lines;
}

export function listed<T>(
  order: readonly Slug[] | undefined,
  map: Readonly<Record<Slug, T>> | undefined,
  title: (value: T) => string,
  words: (value: T) => string = title,
): Listed {
  const entries = (order ?? []).flatMap((id): (readonly [Slug, T])[] => {
    const value = map?.[id];
    return value === undefined ? [] : [[id, value]];
  });
  return {
    titles: new Map(entries.map(([id, value]) => [id, title(value)])),
    words: new Map(entries.map(([id, value]) => [id, words(value)])),
  };
}
