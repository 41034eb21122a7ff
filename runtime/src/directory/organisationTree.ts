import type { Directory } from '@reglament/engine';

/** Organisations below these at any depth, in the order of the data, these not among them. A loop in the data ends. Pure. */
export function organisationsBelow(tops: Iterable<string>, { data }: Directory): readonly string[] {
  const above = new Set(tops);
  const below = new Set<string>();
  for (let before = -1; before !== below.size; ) {
    before = below.size;
    for (const { id, parent } of data.organisations)
      if (parent !== undefined && !above.has(id) && (above.has(parent) || below.has(parent))) below.add(id);
  }
  return data.organisations.filter(({ id }) => below.has(id)).map(({ id }) => id);
}

/** Organisations above one, the nearest first. A loop in the data ends. Pure. */
export function organisationsAbove(organisation: string, directory: Directory): readonly string[] {
  const above: string[] = [];
  let next = directory.organisation(organisation)?.parent;
  while (next !== undefined && next !== organisation && !above.includes(next)) {
    above.push(next);
    next = directory.organisation(next)?.parent;
  }
  return above;
}
