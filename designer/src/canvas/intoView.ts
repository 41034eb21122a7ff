import type { Box, Size } from '@reglament/drawing';
import type { Viewport } from '@xyflow/react';

/** Room left around what was brought into view, in pixels of the window: its plus and its mark fit there. */
const margin = 48;

/**
 * The viewport that shows a box whole, moved no farther than needed and at the same zoom; of a box larger than the room, its
 * upper left. The same object when nothing has to move. Pure.
 */
export function intoView(viewport: Viewport, room: Size, box: Box): Viewport {
  const { zoom } = viewport;
  const x = viewport.x + shift(box.x * zoom + viewport.x, box.width * zoom, room.width);
  const y = viewport.y + shift(box.y * zoom + viewport.y, box.height * zoom, room.height);
  return x === viewport.x && y === viewport.y ? viewport : { x, y, zoom };
}

function shift(from: number, length: number, room: number): number {
  const gap = Math.max(0, Math.min(margin, (room - length) / 2));
  if (from < gap || length > room) return gap - from;
  return Math.min(0, room - gap - from - length);
}
