import { type Note, noteBounds, type Slug, type Text } from '@reglament/regulation';
import type { Position } from '../new-stage.ts';
import type { Work } from '../work.ts';
import type { Performers } from './performers.ts';

export interface NoteMove {
  readonly id: Slug;
  readonly position: Position;
}

export type NoteOperation =
  /** A new note on the sheet. */
  | ({ readonly do: 'addNote'; readonly id: Slug } & Note)
  /** Its text, place or size; what is not named stays. */
  | ({ readonly do: 'setNote'; readonly id: Slug } & Partial<Note>)
  | { readonly do: 'moveNotes'; readonly moves: readonly NoteMove[] }
  | { readonly do: 'removeNotes'; readonly ids: readonly Slug[] };

export const noteOperations: Performers<NoteOperation> = {
  addNote: (work, { id, text, position, size }) => {
    work.needFree('notes', id);
    putNote(work, id, { text, position, ...(size && { size }) });
  },
  setNote: (work, { id, text, position, size }) => {
    work.needPart('notes', id);
    if (text !== undefined) work.put(['notes', id, 'text'], plainText(text));
    if (position !== undefined) work.put(['notes', id, 'position'], plainPosition(position));
    if (size !== undefined) work.set(['notes', id, 'size'], isUsual(size) ? undefined : plainSize(size));
  },
  moveNotes: (work, { moves }) => {
    for (const { id, position } of moves) {
      work.needPart('notes', id);
      work.put(['notes', id, 'position'], plainPosition(position));
    }
  },
  removeNotes: (work, { ids }) => {
    const gone = new Set(ids);
    for (const id of gone) work.needPart('notes', id);
    // A map without notes is no map: the document is as it was before the first of them.
    if (gone.size > 0 && gone.size === Object.keys(work.now.notes ?? {}).length) work.drop(['notes']);
    else for (const id of gone) work.drop(['notes', id]);
  },
};

/** Puts a note whose id is free; the first one brings the map of notes. */
export function putNote(work: Work, id: Slug, { text, position, size }: Note): void {
  const note: Note = {
    text: plainText(text),
    position: plainPosition(position),
    ...(size && !isUsual(size) && { size: plainSize(size) }),
  };
  if (work.now.notes === undefined) work.put(['notes'], { [id]: note });
  else work.put(['notes', id], note);
}

type NoteSize = NonNullable<Note['size']>;

const isUsual = ({ width, height }: NoteSize) =>
  width === noteBounds.size.width && height === noteBounds.size.height;
const plainText = ({ ru, en }: Text): Text => ({ ru, en });
const plainPosition = ({ x, y }: Position): Position => ({ x, y });
const plainSize = ({ width, height }: NoteSize): NoteSize => ({ width, height });
