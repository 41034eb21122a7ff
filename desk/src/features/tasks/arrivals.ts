import type { TaskRow } from '@reglament/api';

/** What the list shows, and what waits behind the «N новых» bar. */
export interface Shown {
  rows: readonly TaskRow[];
  waiting: readonly string[];
  /** came in while the list was free: tinted for a moment */
  fresh: ReadonlySet<string>;
}

export const nothingShown: Shown = { rows: [], waiting: [], fresh: new Set() };

/**
 * Puts the latest rows on the screen so that nothing jumps under the hand. While the list is held (pointer or focus in
 * it) rows keep their places, their words are renewed, those decided here leave, and new ones wait; when it is free, or
 * `all` is asked for, the latest rows stand as they are. Pure.
 *
 * @param gone - whether a row was decided on this page: it leaves at once
 * @param more - the reader asked for the next page: its rows are no arrivals
 */
export function settle(
  before: Shown,
  latest: readonly TaskRow[],
  how: { held: boolean; first: boolean; more: boolean; gone: (id: string) => boolean },
): Shown {
  const known = new Set(before.rows.map(({ id }) => id));
  if (!how.held || how.first) {
    const fresh = how.first || how.more ? [] : latest.filter(({ id }) => !known.has(id));
    return { rows: latest, waiting: [], fresh: new Set(fresh.map(({ id }) => id)) };
  }
  const now = new Map(latest.map((row) => [row.id, row]));
  const kept = before.rows
    .filter(({ id }) => now.has(id) || !how.gone(id))
    .map((row) => now.get(row.id) ?? { ...row, state: 'closed' as const });
  const added = latest.filter(({ id }) => !known.has(id));
  return how.more
    ? { rows: [...kept, ...added], waiting: [], fresh: before.fresh }
    : { rows: kept, waiting: added.map(({ id }) => id), fresh: before.fresh };
}
