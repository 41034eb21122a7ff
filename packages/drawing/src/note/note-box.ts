import { type Note, noteBounds, type Regulation, type Slug } from '@reglament/regulation';
import { around, type Box } from '../geometry/box.ts';
import { wrapText } from '../words/text-width.ts';

/** How the words of a note stand in it, in pixels. */
export const noteType = { size: 13, line: 18, padding: { x: 12, y: 10 } } as const;
/** The corner that is turned down. */
const ear = 14;

/** The lines of a note's words in a note of that width; none of the words is left out. Pure. */
export function noteLines(words: string, width: number): readonly string[] {
  return wrapText(words, width - 2 * noteType.padding.x, noteType.size, 400);
}

/** Where a note lies: as wide as it says, and at least as high as its words need in either language. Pure. */
export function noteBox({ text, position, size = noteBounds.size }: Note): Box {
  const lines = Math.max(noteLines(text.ru, size.width).length, noteLines(text.en, size.width).length);
  const height = Math.max(size.height, lines * noteType.line + 2 * noteType.padding.y);
  return { x: position.x, y: position.y, width: size.width, height };
}

/** Where every note of a drawing lies. Pure. */
export function noteBoxes({ notes = {} }: Regulation): ReadonlyMap<Slug, Box> {
  return new Map(Object.entries(notes).map(([id, note]) => [id, noteBox(note)]));
}

/** Around what is drawn already, as `bounds` has it, and all notes. Pure. */
export function boundsWithNotes(regulation: Regulation, bounds: Box): Box {
  const drawn = bounds.width === 0 && bounds.height === 0 ? [] : [bounds];
  return around([...drawn, ...noteBoxes(regulation).values()]);
}

/** The paths of a sheet with a corner turned down: around it, and the corner. Pure. */
export function noteOutline(
  width: number,
  height: number,
): { readonly outline: string; readonly ear: string } {
  const [x, r] = [width - ear, 4];
  return {
    outline:
      `M${r},0H${x}L${width},${ear}V${height - r}Q${width},${height} ${width - r},${height}` +
      `H${r}Q0,${height} 0,${height - r}V${r}Q0,0 ${r},0Z`,
    ear: `M${x},0V${ear - r}Q${x},${ear} ${x + r},${ear}H${width}`,
  };
}
