import { type Box, holds, meets, type Point } from '../geometry/box.ts';
import type { Placement } from './placement.ts';
import { nodeSize, type Size } from './sizes.ts';

export type Direction = 'right' | 'left' | 'down' | 'up';

/** Between two stages that stand beside each other, and one above another. */
const gap = { across: 112, down: 72 };
/** What is left free around a new stage at least. */
const margin = 24;
const step = 8;

/**
 * A place for a new stage beside `near`, a box of the placement, on the side asked for: the nearest that meets nothing.
 * Blocks that hold `near` are what it is placed in and no hindrance. Coordinates of the canvas. Pure.
 */
export function freePlace(
  placement: Placement,
  near: Box,
  direction: Direction,
  size: Size = nodeSize,
): Point {
  const others = [...placement.boxes.values()].filter((box) => !holds(box, near) || holds(near, box));
  const taken = placement.start === null ? others : [...others, placement.start];
  return freeSpot(taken, near, direction, size);
}

/** As {@link freePlace}, among any boxes; with `positive`, at no negative coordinate. Pure. */
export function freeSpot(
  taken: readonly Box[],
  near: Box,
  direction: Direction,
  size: Size,
  positive = false,
): Point {
  const first = firstSpot(near, direction, size);
  const along = direction === 'right' || direction === 'left' ? 'x' : 'y';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const isFree = (at: Point) =>
    (!positive || (at.x >= 0 && at.y >= 0)) && !taken.some((box) => meets({ ...at, ...size }, box, margin));
  // Half a step aside costs as much as a step on: the place stays in sight of its neighbour.
  for (let far = 0; far < 10_000; far++) {
    for (let aside = 0; aside <= far; aside++) {
      for (const side of aside === 0 ? [0] : [1, -1]) {
        const on = first[along] + sign * (far - aside) * step;
        const across = side * aside * step;
        const at = along === 'x' ? { x: on, y: first.y + across } : { x: first.x + across, y: on };
        if (isFree(at)) return at;
      }
    }
  }
  return first;
}

function firstSpot(near: Box, direction: Direction, size: Size): Point {
  const middle = { x: near.x + (near.width - size.width) / 2, y: near.y + (near.height - size.height) / 2 };
  switch (direction) {
    case 'right':
      return { x: near.x + near.width + gap.across, y: middle.y };
    case 'left':
      return { x: near.x - gap.across - size.width, y: middle.y };
    case 'down':
      return { x: middle.x, y: near.y + near.height + gap.down };
    case 'up':
      return { x: middle.x, y: near.y - gap.down - size.height };
  }
}
