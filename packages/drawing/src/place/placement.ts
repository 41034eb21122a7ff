import { branchesOf, type Regulation, type Slug, stageOf } from '@reglament/regulation';
import { around, type Box, meets, type Point } from '../geometry/box.ts';
import { textWidth } from '../words/text-width.ts';
import { arrangeScope } from './arrange.ts';
import { freeSpot } from './free-place.ts';
import { type Home, homesOf } from './homes.ts';
import { type Measured, measure } from './measure.ts';
import { blockParts as parts, pillSize, type Size, startSize } from './sizes.ts';

/** A lane of a block on the canvas; `contentX`, `contentY` is what the places of its stages are counted from. */
export interface Lane {
  readonly branch: Slug;
  readonly y: number;
  readonly height: number;
  readonly contentX: number;
  readonly contentY: number;
}

export interface Bars {
  readonly fork: Box;
  readonly join: Box;
}

/** Where everything of a regulation is drawn, in coordinates of the canvas (pixels). */
export interface Placement {
  /** Of every stage; a block's box holds those of its branches. */
  readonly boxes: ReadonlyMap<Slug, Box>;
  readonly lanes: ReadonlyMap<Slug, readonly Lane[]>;
  readonly bars: ReadonlyMap<Slug, Bars>;
  /** The mark of the beginning; null when the first stage is not at the root. */
  readonly start: Box | null;
  /** Around all of these. */
  readonly bounds: Box;
}

export interface PlaceOptions {
  /** What the mark of the beginning says; it grows with it. */
  readonly startTitle?: string;
}

const startGap = 36;

/**
 * Places a regulation: by the positions of its stages, by {@link arrange} where a branch or the root has none at all, and
 * beside the stage that leads there where a single one is missing. A document with errors is placed as well. Pure.
 */
export function place(regulation: Regulation, options: PlaceOptions = {}): Placement {
  const measured = measure(regulation, (home, sizes) => placeScope(regulation, home, sizes));
  const { boxes, lanes, bars } = spread(regulation, measured);
  const start = placeStart(regulation, boxes, options.startTitle ?? '');
  const bounds = around(start === null ? boxes.values() : [...boxes.values(), start]);
  return { boxes, lanes, bars, start, bounds };
}

function placeScope(
  regulation: Regulation,
  home: Home | undefined,
  sizes: (stage: Slug) => Size,
): ReadonlyMap<Slug, Point> {
  const stages = homesOf(regulation).in(home);
  const own = new Map<Slug, Point>();
  for (const id of stages) {
    const position = stageOf(regulation, id)?.position;
    if (position === undefined) continue;
    // A lane begins at its top left: what was dragged over its border stands at it.
    own.set(id, home === undefined ? position : { x: Math.max(0, position.x), y: Math.max(0, position.y) });
  }
  if (own.size === stages.length) return own;
  if (own.size === 0) return arrangeScope(regulation, home, sizes);
  const boxes = [...own].map(([id, at]): Box => ({ ...at, ...sizes(id) }));
  for (const id of stages) {
    if (own.has(id)) continue;
    const before = leadingTo(regulation, id).find((from) => own.has(from));
    const near = before === undefined ? around(boxes) : { ...own.get(before)!, ...sizes(before) };
    const spot = freeSpot(
      boxes,
      near,
      before === undefined ? 'down' : 'right',
      sizes(id),
      home !== undefined,
    );
    own.set(id, spot);
    boxes.push({ ...spot, ...sizes(id) });
  }
  return own;
}

function leadingTo(regulation: Regulation, id: Slug): readonly Slug[] {
  return Object.keys(regulation.transitions)
    .sort()
    .flatMap((key) => {
      const { from, alternatives } = regulation.transitions[key]!;
      return Object.values(alternatives).some(({ to }) => to === id) ? [from] : [];
    });
}

/** Boxes, lanes and bars on the canvas, from the root inwards. */
function spread(
  regulation: Regulation,
  { places, sizes, laneHeights }: Measured,
): Pick<Placement, 'boxes' | 'lanes' | 'bars'> {
  const homes = homesOf(regulation);
  const boxes = new Map<Slug, Box>();
  const lanes = new Map<Slug, readonly Lane[]>();
  const bars = new Map<Slug, Bars>();
  const spreadScope = (home: Home | undefined, origin: Point): void => {
    for (const id of homes.in(home)) {
      const at = places.get(id)!;
      const box = { x: origin.x + at.x, y: origin.y + at.y, ...sizes.get(id)! };
      boxes.set(id, box);
      const stage = stageOf(regulation, id)!;
      if (stage.kind !== 'parallel') continue;
      let y = box.y + parts.head;
      const own = branchesOf(stage).map(([branch], index): Lane => {
        const height = laneHeights.get(id)![index]!;
        const lane = {
          branch,
          y,
          height,
          contentX: box.x + parts.barInset + parts.barWidth + parts.barGap,
          contentY: y + parts.lanePadding,
        };
        y += height;
        return lane;
      });
      lanes.set(id, own);
      bars.set(id, barsOf(box));
      for (const lane of own) {
        spreadScope({ block: id, branch: lane.branch }, { x: lane.contentX, y: lane.contentY });
      }
    }
  };
  spreadScope(undefined, { x: 0, y: 0 });
  return { boxes, lanes, bars };
}

function barsOf(box: Box): Bars {
  const y = box.y + parts.head + parts.barTop;
  const bar = { y, width: parts.barWidth, height: box.y + box.height - parts.barBottom - y };
  return {
    fork: { x: box.x + parts.barInset, ...bar },
    join: { x: box.x + box.width - parts.barInset - parts.barWidth, ...bar },
  };
}

/** The mark of the beginning: above the first stage, or left of it where that is taken or where a block is entered. */
function placeStart(regulation: Regulation, boxes: ReadonlyMap<Slug, Box>, title: string): Box | null {
  const first = boxes.get(regulation.start);
  if (first === undefined || homesOf(regulation).of(regulation.start) !== undefined) return null;
  const size = pillSize(textWidth(title, 13, 600), startSize.width);
  const above = {
    x: first.x + first.width / 2 - size.width / 2,
    y: first.y - startGap - size.height,
    ...size,
  };
  const left = {
    x: first.x - startGap - size.width,
    y: first.y + first.height / 2 - size.height / 2,
    ...size,
  };
  const wanted = stageOf(regulation, regulation.start)?.kind === 'parallel' ? [left, above] : [above, left];
  const others = [...boxes.values()];
  const free = wanted.find((box) => others.every((other) => !meets(box, other, 8)));
  return free ?? { ...freeSpot(others, first, 'up', size), ...size };
}
