import { noteBox } from '@reglament/drawing';
import type { Note, Regulation } from '@reglament/regulation';
import { useMemo } from 'react';
import { noteKey } from '../document/keys.ts';
import type { StageNodeType } from './scene.ts';

/** Notes as React Flow wants them. A note that did not change keeps its node. */
const nodes = new WeakMap<Note, StageNodeType>();

export function useNoteNodes({ notes }: Regulation): readonly StageNodeType[] {
  return useMemo(() => Object.entries(notes ?? {}).map(([id, note]) => nodeOf(noteKey(id), note)), [notes]);
}

function nodeOf(key: string, note: Note): StageNodeType {
  const known = nodes.get(note);
  if (known?.id === key) return known;
  const { x, y, width, height } = noteBox(note);
  const node: StageNodeType = {
    id: key,
    type: 'note',
    data: { stage: key },
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: [],
    connectable: false,
    // Over blocks, under lines: a line is never hidden by what is said of it.
    zIndex: 0,
  };
  nodes.set(note, node);
  return node;
}
