import type { Box, Edge as DrawnEdge, Point } from '@reglament/drawing';
import type { Slug } from '@reglament/regulation';

/** One way out: an alternative of a transition. */
export interface Way {
  readonly transition: Slug;
  readonly alternative: Slug;
}

/** How near to its line something is held for the way to be meant: as far as most of a stage covers it. */
const reach: Pick<Box, 'width' | 'height'> = { width: 128, height: 64 };

/** The way whose line, as it is drawn, passes nearest to the middle of something held over the drawing. Pure. */
export function wayUnder(edges: readonly DrawnEdge[], middle: Point, within = reach): Way | undefined {
  const core = { x: middle.x - within.width / 2, y: middle.y - within.height / 2, ...within };
  let best: { way: Way; away: number } | undefined;
  for (const { transition, alternative, points, stub } of edges) {
    if (transition === undefined || alternative === undefined) continue;
    // Of a stub only the pills are seen.
    const lines = stub ? [stub.out.points, ...(stub.into.drawn ? [stub.into.points] : [])] : [points];
    for (const line of lines)
      for (let i = 1; i < line.length; i++) {
        const [a, b] = [line[i - 1], line[i]];
        if (!a || !b || !passes(a, b, core)) continue;
        const away = distance(a, b, middle);
        if (!best || away < best.away) best = { way: { transition, alternative }, away };
      }
  }
  return best?.way;
}

/** Whether a level or upright part of a line enters a box. */
function passes(a: Point, b: Point, box: Box): boolean {
  return (
    Math.min(a.x, b.x) <= box.x + box.width &&
    Math.max(a.x, b.x) >= box.x &&
    Math.min(a.y, b.y) <= box.y + box.height &&
    Math.max(a.y, b.y) >= box.y
  );
}

function distance(a: Point, b: Point, { x, y }: Point): number {
  const nearX = Math.min(Math.max(x, Math.min(a.x, b.x)), Math.max(a.x, b.x));
  const nearY = Math.min(Math.max(y, Math.min(a.y, b.y)), Math.max(a.y, b.y));
  return Math.hypot(nearX - x, nearY - y);
}
