import { type Box, holds, meets, type Point } from '../geometry/box.ts';
import type { Lane, Placement } from './placement.ts';
import { nodeSize, type Size } from './sizes.ts';

export type Direction = 'right' | 'left' | 'down' | 'up';

/** Between two stages that stand beside each other, and one above another. */
const gap = { across: 112, down: 72 };
/** What is left free around a new stage at least. */
const margin = 24;
const step = 8;
/** Far beyond any drawing. */
const mostSteps = 4000;

/**
 * A place for a new stage beside `near`, a box of the placement, on the side asked for: the nearest that meets nothing. In
 * a branch it is inside the lane, which grows with it, so that only the stages of that lane are in the way. `also` are
 * boxes of the root that are no stages: notes. Coordinates of the canvas. Pure.
 */
export function freePlace(
  placement: Placement,
  near: Box,
  direction: Direction,
  size: Size = nodeSize,
  also: Iterable<Box> = [],
): Point {
  const boxes = [...placement.boxes.values()];
  const lane = laneHolding(placement, near);
  if (lane === undefined) {
    const taken = [...boxes, ...(placement.start === null ? [] : [placement.start]), ...also];
    return freeSpot(taken, near, direction, size);
  }
  const { contentX, contentY } = lane;
  const local = (box: Box) => ({ ...box, x: box.x - contentX, y: box.y - contentY });
  const taken = boxes.filter((box) => holds(lane.area, box)).map(local);
  const spot = freeSpot(taken, local(near), direction, size, true);
  return { x: spot.x + contentX, y: spot.y + contentY };
}

/** The innermost lane that holds a box. */
function laneHolding(placement: Placement, box: Box): (Lane & { readonly area: Box }) | undefined {
  const around = [...placement.lanes].flatMap(([block, lanes]) => {
    const { x, width } = placement.boxes.get(block)!;
    return lanes
      .map((lane) => ({ ...lane, area: { x, width, y: lane.y, height: lane.height } }))
      .filter(({ area }) => holds(area, box));
  });
  return around.sort((a, b) => a.area.width * a.area.height - b.area.width * b.area.height)[0];
}

/** As {@link freePlace}, among any boxes; with `positive`, at no negative coordinate. Pure. */
export function freeSpot(
  taken: readonly Box[],
  near: Box,
  direction: Direction,
  size: Size,
  positive = false,
): Point {
  const wanted = firstSpot(near, direction, size);
  const first = positive ? { x: Math.max(0, wanted.x), y: Math.max(0, wanted.y) } : wanted;
  const along = direction === 'right' || direction === 'left' ? 'x' : 'y';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const isFree = (at: Point) =>
    (!positive || (at.x >= 0 && at.y >= 0)) && !taken.some((box) => meets({ ...at, ...size }, box, margin));
  // Half a step aside costs as much as a step on: the place stays in sight of its neighbour.
  for (let far = 0; far < mostSteps; far++) {
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
