import type { Operation } from '@reglament/editing';
import { type Note, type Regulation, type Slug, stageOf } from '@reglament/regulation';

const noteMark = '$note.';

/** What a note is called where it is chosen or stood on among stages; no stage can be called so. */
export const noteKey = (id: Slug): string => noteMark + id;

/** The note that a key means, or undefined for that of a stage. */
export function noteIdOf(key: string): Slug | undefined {
  return key.startsWith(noteMark) ? key.slice(noteMark.length) : undefined;
}

/** The note that a key means, where the regulation has it. Pure. */
export function noteAt({ notes = {} }: Regulation, key: string): Note | undefined {
  const id = noteIdOf(key);
  return id !== undefined && Object.hasOwn(notes, id) ? notes[id] : undefined;
}

/** Whether the regulation has the stage or the note that a key means. Pure. */
export function isThere(regulation: Regulation, key: string): boolean {
  return stageOf(regulation, key) !== undefined || noteAt(regulation, key) !== undefined;
}

/** Everything that can be chosen on the drawing: stages in their order, then notes. Pure. */
export function allKeys({ stageOrder, notes = {} }: Regulation): readonly string[] {
  return [...stageOrder, ...Object.keys(notes).map(noteKey)];
}

export interface Parted {
  readonly stages: readonly Slug[];
  readonly notes: readonly Slug[];
}

/** Stages and notes among keys, by their ids. Pure. */
export function parted(keys: readonly string[]): Parted {
  return {
    stages: keys.filter((key) => noteIdOf(key) === undefined),
    notes: keys.flatMap((key) => noteIdOf(key) ?? []),
  };
}

/** The gesture that takes stages and notes away; it is called by the stages where there are any. Pure. */
export function removing(keys: readonly string[]): readonly Operation[] {
  const { stages, notes } = parted(keys);
  return [
    ...(notes.length > 0 ? [{ do: 'removeNotes', ids: notes } as const] : []),
    ...(stages.length > 0 ? [{ do: 'removeStages', ids: stages } as const] : []),
  ];
}
