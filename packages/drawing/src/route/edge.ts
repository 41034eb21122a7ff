import type { Slug } from '@reglament/regulation';
import type { Box, Point, Side } from '../geometry/box.ts';
import { textWidth } from '../words/text-width.ts';

/** The `from` of the line out of the mark of the beginning. */
export const startMark = '$start';

export type EdgeKind = 'transition' | 'start' | 'branch' | 'join';

/** `main`: the way forward; `lapse`: it is time that opens it; `other`: any other outcome. */
export type EdgeTone = 'main' | 'other' | 'lapse';

/** Words beside a line. `x`, `y` is the baseline of the first line of text; the next ones are {@link lineHeight} below. */
export interface EdgeLabel {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A pill with the sign of return, and the line between it and its stage. `x` is its left side, `y` its middle. */
export interface Pill {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  /** From the stage to the pill, or from the pill to the stage (where it has a tip). */
  readonly points: readonly Point[];
}

/** The pill at the stage that is returned to; lines into one stage share it. */
export interface InPill extends Pill {
  readonly side: Side;
  /** How many lines it stands for. */
  readonly count: number;
  /** Whether this line draws it: the first of those that share it. */
  readonly drawn: boolean;
}

/** One line of a drawing. Coordinates of the canvas, in pixels. */
export interface Edge {
  /** `<transition>.<alternative>`; `$start`; `<block>.<branch>`, and `<block>.<branch>.skip` for the way past a branch. */
  readonly id: string;
  readonly kind: EdgeKind;
  readonly transition?: Slug;
  readonly alternative?: Slug;
  /** The branch that a `branch` line enters or passes by, or that a `join` line ends. */
  readonly branch?: Slug;
  /** A stage, or `$start`. */
  readonly from: string;
  /** A stage; the block whose branch ends, of a `join`; an unknown id of a broken one. */
  readonly to: string;
  readonly fromSide: Side;
  readonly toSide: Side;
  readonly tone: EdgeTone;
  /** Place of the alternative among several, from 1. */
  readonly number?: number;
  /** Where the number stands: the middle of its circle. */
  readonly numberAt?: Point;
  /** What the way says, whether or not there was room for a label. */
  readonly words: string;
  readonly label?: EdgeLabel;
  /** An orthogonal line from box to box; of a stub, the whole way, for a hover or a selection. */
  readonly points: readonly Point[];
  /** A return whose line would cross others is drawn as a pill at both ends. */
  readonly stub?: { readonly out: Pill; readonly into: InPill };
  /** Whether the way leads back: a return, or a way into rework. */
  readonly isReturn: boolean;
  /** The target is no stage that the line could reach. */
  readonly broken?: true;
  /** The line that this one coincides with: another outcome of the same stage with the same target. */
  readonly along?: string;
}

export const labelSize = 12;
export const lineHeight = 16;
export const pillHeight = 20;
/** From the beginning of a line to the middle of its number, and the radius of the circle. */
export const numberAway = 15;
export const numberRadius = 8;

/** The rectangle that a label covers. Pure. */
export function labelBox({ lines, x, y, anchor }: EdgeLabel): Box {
  const width = Math.max(...lines.map((line) => textWidth(line, labelSize, 500)));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - 12, width, height: lines.length * lineHeight };
}

export function pillBox({ x, y, width }: Pill): Box {
  return { x, y: y - pillHeight / 2, width, height: pillHeight };
}
