import type { Bead, RibbonFlag } from './model.ts';

/** Shapes of the svg; every colour and stroke is the class's. Px. */
export type Shape =
  | { type: 'rect'; cls: string; x: number; y: number; width: number; height: number; title?: string }
  | { type: 'line'; cls: string; points: readonly (readonly [number, number])[] }
  | { type: 'text'; cls: string; x: number; y: number; words: string; anchor: 'start' | 'middle' | 'end' }
  | { type: 'then'; x: number; y: number };

/** Words beside the ribbon: a stage, a branch, a person of a branch. */
export interface Label {
  key: string;
  cls: string;
  x: number;
  y: number;
  width: number;
  height: number;
  kind?: string;
  name: string;
  /** the whole name when `name` is cut */
  whole: string;
  note: string;
}

export interface PlacedBead {
  bead: Bead;
  /** centre */
  x: number;
  y: number;
  /** in the last part of the width: its tip opens to the left */
  end: boolean;
}

export interface PlacedFlag {
  flag: RibbonFlag;
  x: number;
  y: number;
  width?: number;
  note: string;
}

/** A whole ribbon with places: what React puts on the page. Px, from the top left corner. */
export interface Drawing {
  /** time runs down */
  down: boolean;
  width: number;
  height: number;
  ground: readonly Shape[];
  ink: readonly Shape[];
  labels: readonly Label[];
  beads: readonly PlacedBead[];
  flags: readonly PlacedFlag[];
  now: { x: number; y: number; words: string } | null;
  shift: { x: number; y: number; words: string } | null;
}

/** Width of words in px; `font` is weight and size, e.g. `600 13px`. */
export type Measure = (words: string, font: string) => number;

export const BAR = 16;
export const BEAD = 30;
export const LINE = 18;

export const clamp = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);
export const total = <T>(list: readonly T[], size: (item: T) => number) =>
  list.reduce((sum, item) => sum + size(item), 0);

/** Words cut at the end so that they fit; at least the first letters stay. */
export function cut(words: string, room: number, font: string, measure: Measure): string {
  if (measure(words, font) <= room) return words;
  let end = words.length - 1;
  while (end > 3 && measure(`${words.slice(0, end).trimEnd()}…`, font) > room) end--;
  return `${words.slice(0, end).trimEnd()}…`;
}

/** Words cut after a whole word where one fits, else inside the first. */
export function cutWords(words: string, room: number, font: string, measure: Measure): string {
  if (measure(words, font) <= room) return words;
  const parts = words.split(' ');
  for (let keep = parts.length - 1; keep > 0; keep--) {
    const short = `${parts
      .slice(0, keep)
      .join(' ')
      .replace(/[,;:]$/, '')}…`;
    if (measure(short, font) <= room) return short;
  }
  return cut(words, room, font, measure);
}
