import type { Box, Size } from '@reglament/drawing';
import { getViewportForBounds, type Viewport } from '@xyflow/react';
import { legible } from './lod.ts';

const margin = 16;
const least = 0.1;

/** The whole drawing in a window, never larger than life. Pure. */
export function wholeIn(bounds: Box, { width, height }: Size): Viewport {
  if (bounds.width === 0) return { x: 0, y: 0, zoom: 1 };
  return getViewportForBounds(bounds, width, height, least, 1, `${margin}px`);
}

/**
 * How a drawing opens: whole where its names can be read so, else as much of it as can be read, around where its documents
 * begin, without empty sheet beside it. Pure.
 */
export function openingView(bounds: Box, start: Box | null, room: Size): Viewport {
  const whole = wholeIn(bounds, room);
  if (whole.zoom >= legible) return whole;
  const at = start ?? { ...bounds, width: 0, height: 0 };
  return {
    x: shift(bounds.x, bounds.width, at.x + at.width / 2, room.width),
    y: shift(bounds.y, bounds.height, at.y + at.height / 2, room.height),
    zoom: legible,
  };
}

/** Along one axis: the middle of the room at a point, as far as the drawing reaches. */
function shift(from: number, length: number, point: number, room: number): number {
  if (length * legible + 2 * margin <= room) return (room - length * legible) / 2 - from * legible;
  const [first, last] = [margin - from * legible, room - margin - (from + length) * legible];
  return Math.max(last, Math.min(first, room / 2 - point * legible));
}
