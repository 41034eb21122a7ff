import type { Slug } from '@reglament/regulation';
import { mentionsOf } from '../mentions.ts';
import type { PartMap } from '../refusal.ts';
import type { Work } from '../work.ts';
import { needSettable, type SettablePart } from './parts.ts';
import type { Performers } from './performers.ts';

export type RenameOperation =
  | { readonly do: 'renameStage'; readonly id: Slug; readonly to: Slug }
  | { readonly do: 'renamePart'; readonly map: SettablePart; readonly id: Slug; readonly to: Slug };

export const renameOperations: Performers<RenameOperation> = {
  renameStage: (work, { id, to }) => renamePart(work, 'stages', id, to),
  renamePart: (work, { map, id, to }) => {
    needSettable(map);
    renamePart(work, map, id, to);
  },
};

/** Orders that stand beside maps of parts. */
export const orderOf: Readonly<Partial<Record<PartMap, 'stageOrder' | 'fieldOrder'>>> = {
  stages: 'stageOrder',
  fields: 'fieldOrder',
};

/**
 * Changes a permanent id in its map, in its place, and everywhere it is named.
 *
 * @throws EditRefused `part-unknown`, `id-wrong`, `id-taken`
 */
export function renamePart(work: Work, map: PartMap, id: Slug, to: Slug): void {
  work.needPart(map, id);
  if (id === to) return;
  work.needFree(map, to);
  const mentions = mentionsOf(work.now, map, id);
  const keys = Object.keys(work.now[map]);
  const value = work.at([map, id]);
  work.drop([map, id]);
  work.put([map, to], value, keys[keys.indexOf(id) + 1]);
  const order = orderOf[map];
  if (order !== undefined) {
    work.put(
      [order],
      work.now[order].map((each) => (each === id ? to : each)),
    );
  }
  for (const { path, renamed } of mentions) {
    // A part may name itself: a block as the first stage of its own branch.
    const [head, own, ...rest] = path;
    const inside = head === map && own === id;
    work.put(inside ? [map, to, ...rest] : path, renamed(to));
  }
}
