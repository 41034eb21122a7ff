import { type Regulation, stageOf } from '@reglament/regulation';
import type { Box, Point, Side } from '../geometry/box.ts';
import { outlinePoint } from '../geometry/outline.ts';
import type { SilhouetteKind } from '../geometry/silhouette.ts';
import type { Placement } from '../place/placement.ts';
import { startMark } from './edge.ts';
import type { Plan } from './plan.ts';

/** A side of a thing on which lines may end, and how readily. */
export interface Dock {
  readonly side: Side;
  /** Bounds along the side. */
  readonly from: number;
  readonly to: number;
  /** What an end here costs, as pixels of way. */
  readonly cost: number;
  /** The end of a line at a coordinate along the side. */
  readonly point: (at: number) => Point;
}

/** One end of a line: what it touches, and where it may. */
export interface Anchor {
  /** Ends with one key share the room of its sides. */
  readonly key: string;
  readonly box: Box;
  readonly docks: readonly Dock[];
}

type Costs = Readonly<Record<Side, number | undefined>>;

const ways: Readonly<Record<'mainOut' | 'mainIn' | 'sideOut' | 'sideIn', Costs>> = {
  mainOut: { right: 0, bottom: 24, left: 320, top: 160 },
  mainIn: { left: 0, top: 24, bottom: 160, right: 160 },
  sideOut: { bottom: 0, top: 30, left: 50, right: 90 },
  sideIn: { left: 0, bottom: 20, top: 40, right: 60 },
};

/** The way past a branch runs so far above the bottom of its lane. */
const skipRise = 12;
/** How near to a corner a line may come. */
const cornerRoom = 22;

/** The two ends of a plan; undefined when there is nothing to draw between. */
export function anchorsOf(
  regulation: Regulation,
  placement: Placement,
  plan: Plan,
): { readonly from: Anchor; readonly to: Anchor } | undefined {
  const from = fromAnchor(regulation, placement, plan);
  if (from === undefined) return undefined;
  if (plan.broken) return { from, to: from };
  const to = toAnchor(regulation, placement, plan);
  return to && { from: plan.tone !== 'other' && plan.number === undefined ? turned(from, to) : from, to };
}

/** The main way to a row below leaves at the end of its own row, so that ways back find the room under it free. */
function turned(from: Anchor, to: Anchor): Anchor {
  const isBelow = to.box.y >= from.box.y + from.box.height;
  if (!isBelow || to.box.x + to.box.width > from.box.x) return from;
  return {
    ...from,
    docks: from.docks.map((dock) =>
      dock.side === 'bottom' || dock.side === 'left' ? { ...dock, cost: dock.cost + rowTurn } : dock,
    ),
  };
}

const rowTurn = 240;

function fromAnchor(regulation: Regulation, placement: Placement, plan: Plan): Anchor | undefined {
  if (plan.from === startMark) {
    return placement.start === null
      ? undefined
      : boxAnchor(startMark, 'start', placement.start, ways.mainOut);
  }
  if (plan.kind === 'branch') return barAnchor(placement, plan, 'fork', 'right');
  return stageAnchor(
    regulation,
    placement,
    plan.from,
    plan.tone === 'other' ? ways.sideOut : ways.mainOut,
    'out',
  );
}

function toAnchor(regulation: Regulation, placement: Placement, plan: Plan): Anchor | undefined {
  if (plan.kind === 'join' || plan.skips) return barAnchor(placement, plan, 'join', 'left');
  return stageAnchor(regulation, placement, plan.to, plan.tone === 'other' ? ways.sideIn : ways.mainIn, 'in');
}

function stageAnchor(
  regulation: Regulation,
  placement: Placement,
  id: string,
  costs: Costs,
  end: 'in' | 'out',
): Anchor | undefined {
  const stage = stageOf(regulation, id);
  const box = placement.boxes.get(id);
  if (stage === undefined || box === undefined) return undefined;
  if (stage.kind !== 'parallel') return boxAnchor(id, stage.kind, box, costs);
  // A block is entered at its fork and left from its join, across its border; a refusal may leave by the border itself.
  const { fork, join } = placement.bars.get(id)!;
  const bar = end === 'in' ? fork : join;
  const x = end === 'in' ? fork.x : join.x + join.width;
  const side = end === 'in' ? 'left' : 'right';
  const docks: Dock[] = [
    { side, from: bar.y + 8, to: bar.y + bar.height - 8, cost: 0, point: (at) => ({ x, y: at }) },
  ];
  if (end === 'out' && costs === ways.sideOut) {
    const [left, right] = [box.x + 40, box.x + box.width - 40];
    docks.push(
      { side: 'bottom', from: left, to: right, cost: 0, point: (at) => ({ x: at, y: box.y + box.height }) },
      { side: 'left', from: bar.y, to: bar.y + bar.height, cost: 40, point: (at) => ({ x: box.x, y: at }) },
    );
  }
  return { key: `${id}/${end}`, box, docks };
}

function boxAnchor(key: string, kind: SilhouetteKind, box: Box, costs: Costs): Anchor {
  const pointed = kind === 'choice';
  const docks = (['right', 'bottom', 'left', 'top'] as const).flatMap((side): Dock[] => {
    const cost = costs[side];
    if (cost === undefined) return [];
    const vertical = side === 'left' || side === 'right';
    const [start, length] = vertical ? [box.y, box.height] : [box.x, box.width];
    const middle = start + length / 2;
    // A low or pointed side has one place, its middle.
    const room = pointed || length < 2 * cornerRoom ? length / 2 : cornerRoom;
    return [
      {
        side,
        from: Math.min(middle, start + room),
        to: Math.max(middle, start + length - room),
        cost,
        point: (at) => outlinePoint(kind, box, side, at),
      },
    ];
  });
  return { key, box, docks };
}

function barAnchor(
  placement: Placement,
  plan: Plan,
  bar: 'fork' | 'join',
  side: 'left' | 'right',
): Anchor | undefined {
  const block = plan.kind === 'branch' ? plan.from : plan.to;
  const box = placement.bars.get(block)?.[bar];
  const lane = placement.lanes.get(block)?.find(({ branch }) => branch === plan.branch);
  if (box === undefined || lane === undefined) return undefined;
  const x = side === 'left' ? box.x : box.x + box.width;
  const [top, bottom] = [Math.max(box.y, lane.y) + 8, Math.min(box.y + box.height, lane.y + lane.height) - 8];
  const skipAt = lane.y + lane.height - skipRise;
  const bounds = plan.skips ? { from: skipAt, to: skipAt } : { from: top, to: bottom };
  return {
    key: `${block}/${bar}/${plan.branch}`,
    box,
    docks: [{ side, ...bounds, cost: 0, point: (at) => ({ x, y: at }) }],
  };
}
