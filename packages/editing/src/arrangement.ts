import type { Slug } from '@reglament/regulation';
import type { Position } from './new-stage.ts';
import type { StageMove, StageOperation } from './operations/stages.ts';

/** A stage as it is drawn, in the drawing's units; `x` and `y` are its upper left corner. */
export interface Box {
  readonly id: Slug;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The line on which boxes come to lie: an edge, or the middle from left to right (`center`) or top to bottom (`middle`). */
export type Side = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

export type Axis = 'x' | 'y';

export type MoveStages = Extract<StageOperation, { readonly do: 'moveStages' }>;

/** Moves boxes to the outermost of a side, or to the middle of all of them. Pure; whole units. */
export function align(boxes: readonly Box[], side: Side): MoveStages {
  const axis: Axis = side === 'left' || side === 'center' || side === 'right' ? 'x' : 'y';
  const size = sizeOn(axis);
  const low = Math.min(...boxes.map((box) => box[axis]));
  const high = Math.max(...boxes.map((box) => box[axis] + box[size]));
  const share = side === 'left' || side === 'top' ? 0 : side === 'right' || side === 'bottom' ? 1 : 0.5;
  return moving(boxes, (box) => ({ ...cornerOf(box), [axis]: low + (high - low - box[size]) * share }));
}

/** Makes the gaps between boxes equal; the two outer boxes stay. Pure; whole units. */
export function distribute(boxes: readonly Box[], axis: Axis): MoveStages {
  const size = sizeOn(axis);
  const sorted = boxes.toSorted((a, b) => a[axis] + a[size] / 2 - (b[axis] + b[size] / 2));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || sorted.length < 3) return moving([], cornerOf);
  const filled = sorted.reduce((sum, box) => sum + box[size], 0);
  const gap = (last[axis] + last[size] - first[axis] - filled) / (sorted.length - 1);
  const places = new Map<Slug, number>();
  let place = first[axis];
  for (const box of sorted) {
    places.set(box.id, place);
    place += box[size] + gap;
  }
  return moving(boxes, (box) => ({ ...cornerOf(box), [axis]: places.get(box.id) ?? box[axis] }));
}

/** Moves everything that begins at `from` or behind it by `by` along an axis. Pure. */
export function makeRoom(
  positions: Readonly<Record<Slug, Position>>,
  { axis, from, by }: { readonly axis: Axis; readonly from: number; readonly by: number },
): MoveStages {
  const behind = Object.entries(positions)
    .filter(([, position]) => position[axis] >= from)
    .map(([id, { x, y }]) => ({ id, x, y }));
  return moving(behind, (position) => ({ ...cornerOf(position), [axis]: position[axis] + by }));
}

function moving<P extends Position & { readonly id: Slug }>(
  places: readonly P[],
  moved: (place: P) => Position,
): MoveStages {
  const moves = places.flatMap((place): readonly StageMove[] => {
    const { x, y } = moved(place);
    const position = { x: Math.round(x), y: Math.round(y) };
    return position.x === place.x && position.y === place.y ? [] : [{ id: place.id, position }];
  });
  return { do: 'moveStages', moves };
}

function cornerOf({ x, y }: Position): Position {
  return { x, y };
}

function sizeOn(axis: Axis): 'width' | 'height' {
  return axis === 'x' ? 'width' : 'height';
}
