import type { Slug } from '@reglament/regulation';
import { EditRefused, type PartMap } from '../refusal.ts';
import { needSameMembers, needSlug, type Work } from '../work.ts';
import type { Performers } from './performers.ts';

/** Maps whose parts are set and removed whole; stages have operations of their own. */
export type SettablePart = Exclude<PartMap, 'stages'>;

const settable: Readonly<Record<SettablePart, true>> = {
  participants: true,
  deadlines: true,
  registers: true,
  rules: true,
  fields: true,
  legalTerms: true,
};

export type PartOperation =
  /** A new part, or a whole part in the place of the present one. `value` is a part as the model has it. */
  | { readonly do: 'setPart'; readonly map: SettablePart; readonly id: Slug; readonly value: unknown }
  /** What names the part goes on naming it, and lint says so. */
  | { readonly do: 'removePart'; readonly map: SettablePart; readonly id: Slug }
  | { readonly do: 'reorderFields'; readonly order: readonly Slug[] };

export const partOperations: Performers<PartOperation> = {
  setPart: (work, { map, id, value }) => {
    needSettable(map);
    needSlug(id);
    const isNew = !work.has(map, id);
    work.put([map, id], value);
    if (isNew && map === 'fields') work.put(['fieldOrder'], [...work.now.fieldOrder, id]);
  },
  removePart: (work, { map, id }) => {
    needSettable(map);
    work.needPart(map, id);
    work.drop([map, id]);
    if (map === 'fields') putFieldOrderWithout(work, id);
  },
  reorderFields: (work, { order }) => {
    needSameMembers('fields', work.now.fieldOrder, order);
    work.put(['fieldOrder'], order);
  },
};

function putFieldOrderWithout(work: Work, id: Slug): void {
  work.put(
    ['fieldOrder'],
    work.now.fieldOrder.filter((each) => each !== id),
  );
}

/** Operations are data that was saved: the map is checked again. */
export function needSettable(map: string): void {
  if (!Object.hasOwn(settable, map)) throw new EditRefused('path-refused', { path: map });
}
