import type { Box, Lane } from '@reglament/drawing';

/** From the border of a block to the names of its lanes, beside the bar of the fork. */
const left = 30;
const lineHeight = 20;
/** Less would show only the beginning of a name. */
const enough = 72;

/**
 * Where the name of a lane stands in its block: level above its line, as far as the first stage lets it, or upright beside the
 * bar when a stage stands there. `boxes` are those of all stages. Pure.
 */
export function laneNamePlace(lane: Lane, block: Box, boxes: Iterable<Box>) {
  const from = block.x + left;
  let end = block.x + block.width * 0.4;
  for (const box of boxes) {
    const isInside = box.y >= lane.y && box.y + box.height <= lane.y + lane.height && box.x > block.x;
    if (isInside && box.y < lane.y + lineHeight && box.x < end && box.x + box.width > from) end = box.x;
  }
  const room = end - from;
  const top = lane.y - block.y;
  return room >= enough
    ? { isUpright: false, style: { top: top + 2, left, maxWidth: room } }
    : { isUpright: true, style: { top: top + 4, left: 21, maxHeight: lane.height - 8 } };
}
