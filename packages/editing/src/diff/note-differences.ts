import type { Note, Regulation, Slug } from '@reglament/regulation';
import type { Change } from '../change.ts';
import type { NoteDifference } from './difference.ts';
import { same } from './setting-differences.ts';

type Notes = Readonly<Record<Slug, Note>>;

/**
 * Notes that differ, in the order of the second's, those that are gone last: what came or went and what is worded anew as
 * text, what only lies or measures otherwise as place. Both in canonical form. Pure.
 */
export function noteDifferences(a: Regulation, b: Regulation): readonly NoteDifference[] {
  const [from, to]: readonly [Notes, Notes] = [a.notes ?? {}, b.notes ?? {}];
  const added = Object.keys(to).filter((id) => !Object.hasOwn(from, id));
  const gone = Object.keys(from).filter((id) => !Object.hasOwn(to, id));
  return [
    ...Object.keys(to)
      .filter((id) => Object.hasOwn(from, id))
      .flatMap((id) => changed(id, from[id]!, to[id]!)),
    ...added.map((id): NoteDifference => {
      const after = to[id]!;
      // The first one brings the map.
      const isFirst = a.notes === undefined && id === added[0];
      const change: Change = isFirst
        ? { do: 'put', path: ['notes'], value: { [id]: after } }
        : { do: 'put', path: ['notes', id], value: after };
      return { of: 'note', kind: 'text', id, how: 'added', after, changes: [change] };
    }),
    ...gone.map((id): NoteDifference => {
      const before = from[id]!;
      // The last one takes the map away.
      const isLast = b.notes === undefined && id === gone.at(-1);
      const change: Change = { do: 'drop', path: isLast ? ['notes'] : ['notes', id] };
      return { of: 'note', kind: 'text', id, how: 'removed', before, changes: [change] };
    }),
  ];
}

function changed(id: Slug, before: Note, after: Note): readonly NoteDifference[] {
  const path = ['notes', id];
  const common = { of: 'note', id, how: 'changed', before, after } as const;
  const found: NoteDifference[] = [];
  if (!same(before.text, after.text)) {
    const changes: readonly Change[] = [{ do: 'put', path: [...path, 'text'], value: after.text }];
    found.push({ ...common, kind: 'text', changes });
  }
  const places: Change[] = [];
  if (!same(before.position, after.position))
    places.push({ do: 'put', path: [...path, 'position'], value: after.position });
  if (after.size === undefined && before.size !== undefined)
    places.push({ do: 'drop', path: [...path, 'size'] });
  else if (after.size !== undefined && !same(before.size, after.size))
    places.push({ do: 'put', path: [...path, 'size'], value: after.size });
  if (places.length > 0) found.push({ ...common, kind: 'place', changes: places });
  return found;
}
