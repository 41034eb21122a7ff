import { type Box, boundsWithNotes, notePlace, type Placement, type Point } from '@reglament/drawing';
import { freeId, type NoteMove } from '@reglament/editing';
import type { I18n } from '@reglament/i18n';
import { noteBounds, type Regulation } from '@reglament/regulation';
import { noteIdOf, noteKey } from '../document/keys.ts';
import { type EditorStore, one } from '../document/store.ts';
import { firstWords } from '../inspector/firstWords.ts';
import { boxesByKey } from './walk.ts';

/** Makes a note around a point and opens its words. */
export function createNoteAt(store: EditorStore, at: Point): boolean {
  const { width, height } = noteBounds.size;
  return createNote(store, { x: at.x - width / 2, y: at.y - height / 2 });
}

/** Makes a note in the free place beside a stage, another note or a point, under the whole drawing where none is given. */
export function createNoteBy(
  store: EditorStore,
  placement: Placement,
  beside: string | Point | null,
  i18n: I18n,
): boolean {
  const { regulation } = store.getState();
  const near =
    typeof beside === 'string'
      ? boxesByKey(regulation, placement).get(beside)
      : beside && { ...beside, width: 0, height: 0 };
  const { x, y, height } = boundsWithNotes(regulation, placement.bounds);
  return createNote(store, near ? notePlace(regulation, placement, near, i18n) : { x, y: y + height + 48 });
}

function createNote(store: EditorStore, at: Point): boolean {
  const id = freeId(store.getState().regulation, 'notes', 'note');
  const made = store
    .getState()
    .dispatch(
      { do: 'addNote', id, text: firstWords.note, position: snapped(at) },
      { select: one(noteKey(id)) },
    );
  if (made) {
    store.getState().write(id);
    store.getState().reveal(noteKey(id));
  }
  return made;
}

/** Where dragged notes were put down; none of those that were not moved. */
export function movedNotes(
  { notes = {} }: Regulation,
  moved: readonly { readonly id: string; readonly position: Point }[],
): readonly NoteMove[] {
  return moved.flatMap(({ id: key, position }) => {
    const id = noteIdOf(key);
    const before = id === undefined ? undefined : notes[id]?.position;
    if (id === undefined || !before || (before.x === position.x && before.y === position.y)) return [];
    return [{ id, position: snapped(position) }];
  });
}

/** Chosen notes moved by arrows. */
export function nudgedNotes(
  { notes = {} }: Regulation,
  keys: readonly string[],
  by: Point,
): readonly NoteMove[] {
  return keys.flatMap((key) => {
    const id = noteIdOf(key);
    const before = id === undefined ? undefined : notes[id]?.position;
    return id === undefined || !before ? [] : [{ id, position: { x: before.x + by.x, y: before.y + by.y } }];
  });
}

/** A size that somebody dragged a note to, as the document keeps it. Pure. */
export function sizedNote({ x, y, width, height }: Box): {
  position: Point;
  size: { width: number; height: number };
} {
  const within = (value: number, { least, most }: { least: number; most: number }) =>
    Math.min(most, Math.max(least, Math.round(value)));
  return {
    position: { x: Math.round(x), y: Math.round(y) },
    size: { width: within(width, noteBounds.width), height: within(height, noteBounds.height) },
  };
}

const snapped = ({ x, y }: Point): Point => ({ x: Math.round(x / 8) * 8, y: Math.round(y / 8) * 8 });
