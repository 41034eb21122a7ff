import type { Note } from '@reglament/regulation';
import { noteBox, noteLines, noteOutline, noteType } from '../note/note-box.ts';
import type { Colours } from './colours.ts';
import { text } from './parts.ts';
import { element } from './xml.ts';

/** A note: a sheet with its words, in the language asked for. */
export function drawNote(note: Note, locale: 'ru' | 'en', colours: Colours): string {
  const { x, y, width, height } = noteBox(note);
  const { outline, ear } = noteOutline(width, height);
  const { padding, line, size } = noteType;
  const pen = { stroke: colours.noteLine, 'stroke-width': 1 };
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('path', { d: outline, fill: colours.note, ...pen }),
    element('path', { d: ear, fill: 'none', ...pen }),
    ...noteLines(note.text[locale], width).map((words, index) =>
      words === ''
        ? ''
        : text(
            words,
            { x: padding.x, y: padding.y + index * line + 13 },
            { size, weight: 400, colour: colours.noteInk },
          ),
    ),
  );
}
