import { z } from 'zod';
import type { Text } from './regulation.ts';
import { textOf } from './words.ts';

/** A text that lies freely on the drawing, for those who draw; nothing executes it. */
export interface Note {
  readonly text: Text;
  /** Its upper left corner on the sheet; blocks hold no notes. */
  readonly position: { readonly x: number; readonly y: number };
  /** {@link noteBounds.size} when absent; a note grows downwards where its text needs more. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** The most notes of a regulation and characters of one, and what a note may measure. */
export const noteBounds = {
  count: 500,
  characters: 2000,
  width: { least: 96, most: 800 },
  height: { least: 40, most: 800 },
  size: { width: 208, height: 96 },
} as const;

/** A place on the drawing, along either axis. */
export const coordinateSchema = z.number().min(-1_000_000).max(1_000_000);

const extent = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.number().min(least).max(most);

export const noteSchema: z.ZodType<Note> = z.strictObject({
  text: textOf(noteBounds.characters),
  position: z.strictObject({ x: coordinateSchema, y: coordinateSchema }),
  size: z
    .strictObject({ width: extent(noteBounds.width), height: extent(noteBounds.height) })
    .exactOptional(),
});
