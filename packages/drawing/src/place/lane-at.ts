import type { Slug } from '@reglament/regulation';
import { holds, holdsPoint, type Point } from '../geometry/box.ts';
import type { Home } from './homes.ts';
import type { Lane, Placement } from './placement.ts';

/** A branch under a point, and where its content begins. */
export interface LaneUnder extends Home {
  readonly lane: Lane;
}

/**
 * The branch under a point of the canvas, the innermost one; null on a block's head and outside of blocks. `except` is the
 * stage being dragged: a block does not fall into itself, nor into what it holds. Pure.
 */
export function laneAt(placement: Placement, point: Point, except?: Slug): LaneUnder | null {
  const movedBlock =
    except !== undefined && placement.lanes.has(except) ? placement.boxes.get(except) : undefined;
  let found: LaneUnder | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const [block, lanes] of placement.lanes) {
    const box = placement.boxes.get(block);
    if (box === undefined || !holdsPoint(box, point) || box.width * box.height >= smallest) continue;
    if (movedBlock !== undefined && holds(movedBlock, box)) continue;
    const lane = lanes.find(({ y, height }) => y <= point.y && point.y < y + height);
    if (lane === undefined) continue;
    smallest = box.width * box.height;
    found = { block, branch: lane.branch, lane };
  }
  return found;
}
