import type { Point, Side } from '../geometry/box.ts';
import type { Fields } from './fields.ts';
import type { Found } from './find-way.ts';
import { along, type Line } from './line.ts';
import type { Ports } from './ports.ts';

/** A line that leads nowhere: a short one, to whichever side is clear. */
export function brokenWay(line: Line, fields: Fields, ports: Ports): Found | undefined {
  const { from } = line.ends;
  const field = fields.of(line.plan);
  const own = fields.ownIn(line.plan, line.plan.from);
  let best: Found | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const dock of from.docks) {
    const port = ports.free(from, dock, (dock.from + dock.to) / 2, undefined);
    const start = dock.point(port.at);
    const end = outwards(start, dock.side, brokenLength);
    const met = field.meet(start, end, own, own, undefined);
    const cost = dock.cost + port.cost + met.boxes * 5000 + (met.crossings + met.overlap) * 500;
    if (cost >= least) continue;
    least = cost;
    best = { points: [start, end], fromSide: dock.side, toSide: dock.side, isClear: true };
  }
  if (best === undefined) return undefined;
  field.addLine(best.points, undefined);
  ports.take(from, best.fromSide, along(best.fromSide, best.points[0]!), undefined);
  return best;
}

const brokenLength = 36;

function outwards({ x, y }: Point, side: Side, by: number): Point {
  switch (side) {
    case 'right':
      return { x: x + by, y };
    case 'left':
      return { x: x - by, y };
    case 'bottom':
      return { x, y: y + by };
    case 'top':
      return { x, y: y - by };
  }
}
