import { isSlug, type Regulation, type Slug } from '@reglament/regulation';
import { mentionsIn } from './mentions.ts';
import { slugOf } from './slug-of.ts';
import type { IdMap } from './work.ts';

/** The most characters of a slug. */
const slugLimit = 64;

/**
 * An id for a new entry of a map: `wished` when it is free, else with the first free number (`legal`, `legal-2`). An id
 * that something of the document names though nothing bears it (a part was removed) is not free either, so that a new part
 * is never taken for the old one; but the name of the missing first stage is. What is no slug is made one. Pure.
 */
export function freeId(regulation: Regulation, map: IdMap, wished: string): Slug {
  const taken = takenIds(regulation, map);
  return freeAmong((id) => taken.has(id), wished);
}

/** Ids of a map that a new entry may not bear; see {@link freeId}. Pure. */
export function takenIds(regulation: Regulation, map: IdMap): ReadonlySet<Slug> {
  const taken = new Set(Object.keys(regulation[map] ?? {}));
  if (map === 'transitions' || map === 'notes') return taken;
  for (const mention of mentionsIn(regulation)) {
    if (mention.map === map && mention.path[0] !== 'start') taken.add(mention.id);
  }
  return taken;
}

/** An id that is not taken; see {@link freeId}. Pure. */
export function freeAmong(isTaken: (id: Slug) => boolean, wished: string): Slug {
  const start = isSlug(wished) ? wished : slugOf(wished);
  if (!isTaken(start)) return start;
  const base = start.replace(/-\d{1,3}$/, '');
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const id = base.slice(0, slugLimit - suffix.length) + suffix;
    if (!isTaken(id)) return id;
  }
}
