import type { Regulation, Slug } from '@reglament/regulation';

/** Stages and all that lie in the blocks among them, in no order. Pure. */
export function withStagesInside(regulation: Regulation, ids: readonly Slug[]): ReadonlySet<Slug> {
  const inside = Map.groupBy(Object.keys(regulation.stages), (id) => regulation.stages[id]?.parent?.block);
  const found = new Set(ids);
  for (const id of found) for (const each of inside.get(id) ?? []) found.add(each);
  return found;
}
