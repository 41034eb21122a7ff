import type { Box, Point, Side } from '../geometry/box.ts';
import { lengthOf } from '../geometry/polyline.ts';
import type { Anchor, Dock } from './anchor.ts';
import type { Field } from './field.ts';
import type { Port, Ports } from './ports.ts';
import { type Channels, type End, longWays, shortWays } from './ways.ts';

/** What a line is sought between, and what it may touch. */
export interface Quest {
  readonly from: Anchor;
  readonly to: Anchor;
  readonly field: Field;
  readonly ports: Ports;
  /** Boxes of the field that the first and the last part of the line may lie in. */
  readonly ownFrom: number | undefined;
  readonly ownTo: number | undefined;
  /** Lines of one group may run together. */
  readonly group: string | undefined;
  /** Channels of the lines that the group has already. */
  readonly rail: Channels | undefined;
  readonly numbered: boolean;
  /** Whether the line turns close to where it leads rather than to where it comes from. */
  readonly nearTarget: boolean;
  /** How far from the boxes the line runs by choice. */
  readonly margin: number;
}

/** The line found, and what it comes upon. */
export interface Found {
  readonly points: readonly Point[];
  readonly fromSide: Side;
  readonly toSide: Side;
  readonly fromAt: number;
  readonly toAt: number;
  readonly boxes: number;
  readonly crossings: number;
  readonly overlap: number;
}

/** Prices, in pixels of way. */
const price = {
  bend: 50,
  box: 20_000,
  near: 160,
  crossing: 400,
  overlap: 300,
  outside: 5000,
  shared: 0.85,
  jog: 150,
  late: 0.2,
};
/** Before the first turn, beside a number, before the tip. */
const least = { out: 16, numbered: 30, in: 18 };
/** The most boxes to go around at a time. */
const mostHit = 8;
const noBoxes: ReadonlySet<number> = new Set();

interface Pair {
  readonly from: Dock;
  readonly to: Dock;
  readonly out: End;
  readonly into: End;
  readonly fromAt: number;
  readonly toAt: number;
  readonly cost: number;
}

interface Candidate {
  readonly points: readonly Point[];
  readonly pair: Pair;
  readonly base: number;
}

/**
 * The cheapest orthogonal line between two anchors among those tried: few turns first, more of them and other channels
 * only while something is in the way. Undefined when the anchors leave no room at all.
 */
export function findWay(quest: Quest): Found | undefined {
  const pairs = pairsOf(quest);
  const seek = new Seek(quest);
  const lists = channels(quest, [quest.margin]);
  seek.tryAll(pairs.flatMap((pair) => candidates(quest, pair, shortWays(pair.out, pair.into, lists))));
  if (seek.isClear && quest.group === undefined && seek.cost <= seek.leastOfLong(pairs)) return seek.found();
  seek.tryAll(pairs.flatMap((pair) => candidates(quest, pair, longWays(pair.out, pair.into, lists))));
  for (let round = 0; round < 2 && !seek.isClear; round++) {
    const { margin } = quest;
    const wide = channels(quest, [margin, margin + 12, margin + 24], seek.boxesInTheWay());
    seek.tryAll(
      pairs.flatMap((pair) =>
        candidates(quest, pair, [
          ...shortWays(pair.out, pair.into, wide),
          ...longWays(pair.out, pair.into, wide),
        ]),
      ),
    );
  }
  return seek.found();
}

/** The best of the lines tried so far. */
class Seek {
  cost = Number.POSITIVE_INFINITY;
  readonly #quest: Quest;
  /** Boxes that cheap lines went through: what to go around next. */
  readonly #hit = new Set<number>();
  #best:
    | (Candidate & { readonly boxes: number; readonly crossings: number; readonly overlap: number })
    | undefined;

  constructor(quest: Quest) {
    this.#quest = quest;
  }

  get isClear(): boolean {
    const best = this.#best;
    return best !== undefined && best.boxes === 0 && best.crossings === 0 && best.overlap === 0;
  }

  tryAll(list: readonly Candidate[]): void {
    const discount = this.#quest.group === undefined ? 1 : 1 - price.shared;
    for (const candidate of list.toSorted((a, b) => a.base - b.base)) {
      if (candidate.base * discount >= this.cost) break;
      this.#try(candidate);
    }
  }

  #try(candidate: Candidate): void {
    const { field, ownFrom, ownTo, group } = this.#quest;
    const { points } = candidate;
    let { base: cost } = candidate;
    let [boxes, crossings, overlap] = [0, 0, 0];
    for (let i = 1; i < points.length; i++) {
      const [from, to] = [points[i - 1]!, points[i]!];
      const met = field.meet(from, to, ownAt(i, points.length - 1, ownFrom, ownTo), group);
      boxes += met.boxes;
      if (met.boxes > 0 && this.#hit.size < mostHit) {
        for (const index of field.boxesMet(from, to)) this.#hit.add(index);
      }
      crossings += met.crossings;
      overlap += met.overlap;
      cost +=
        met.boxes * price.box +
        met.near * price.near +
        met.crossings * price.crossing +
        (met.overlap > 0 ? price.overlap + met.overlap * 2 : 0) -
        met.shared * price.shared +
        (field.closed && isOutside(field.region, to) ? price.outside : 0);
      if (cost - (group === undefined ? 0 : candidate.base) >= this.cost) return;
    }
    if (cost >= this.cost) return;
    this.cost = cost;
    this.#best = { ...candidate, boxes, crossings, overlap };
  }

  /** What a line with three turns costs at least. */
  leastOfLong(pairs: readonly Pair[]): number {
    return Math.min(
      ...pairs.map(
        ({ out, into, cost }) => Math.abs(out.x - into.x) + Math.abs(out.y - into.y) + 3 * price.bend + cost,
      ),
    );
  }

  boxesInTheWay(): readonly Box[] {
    return [...this.#hit].map((index) => this.#quest.field.boxAt(index));
  }

  found(): Found | undefined {
    if (this.#best === undefined) return undefined;
    const { points, pair, boxes, crossings, overlap } = this.#best;
    return {
      points: points.map(({ x, y }) => ({ x, y })),
      fromSide: pair.from.side,
      toSide: pair.to.side,
      fromAt: pair.fromAt,
      toAt: pair.toAt,
      boxes,
      crossings,
      overlap,
    };
  }
}

const owned = new Map<number, ReadonlySet<number>>();

/** The first part may lie in the box it leaves, the last one in the box it enters. */
function ownAt(
  part: number,
  last: number,
  from: number | undefined,
  to: number | undefined,
): ReadonlySet<number> {
  const mayFrom = part === 1 ? from : undefined;
  const mayTo = part === last ? to : undefined;
  if (mayFrom !== undefined && mayTo !== undefined && mayFrom !== mayTo) return new Set([mayFrom, mayTo]);
  const one = mayFrom ?? mayTo;
  if (one === undefined) return noBoxes;
  const set = owned.get(one) ?? new Set([one]);
  owned.set(one, set);
  return set;
}

function isOutside(region: Box, { x, y }: Point): boolean {
  return x < region.x || y < region.y || x > region.x + region.width || y > region.y + region.height;
}

function candidates(
  { nearTarget }: Quest,
  pair: Pair,
  ways: readonly (readonly Point[])[],
): readonly Candidate[] {
  return ways.map((points) => ({
    points,
    pair,
    base:
      lengthOf(points) +
      (points.length - 2) * price.bend +
      pair.cost +
      jogs(points) * price.jog +
      lateness(points, nearTarget) * price.late,
  }));
}

/** Turns that follow each other so closely that the line only seems to tremble. */
function jogs(points: readonly Point[]): number {
  let found = 0;
  for (let i = 2; i < points.length - 1; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    if (Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 14) found++;
  }
  return found;
}

/** How far from its end, or from its beginning, a line with several turns runs: of two equally long ways one is preferred. */
function lateness(points: readonly Point[], nearTarget: boolean): number {
  if (points.length < 4) return 0;
  const [a, b] = nearTarget ? [points.at(-2)!, points.at(-1)!] : [points[0]!, points[1]!];
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** Pairs of places on the sides of both ends. */
function pairsOf(quest: Quest): readonly Pair[] {
  const { from, to, ports, group, numbered } = quest;
  const pairs: Pair[] = [];
  const add = (a: Dock, b: Dock, fromAt: number, toAt: number, cost: number) => {
    const [start, end] = [a.point(fromAt), b.point(toAt)];
    const out = {
      ...start,
      side: a.side,
      least: outset(from.box, a.side, start) + (numbered ? least.numbered : least.out),
    };
    const into = { ...end, side: b.side, least: outset(to.box, b.side, end) + least.in };
    pairs.push({ from: a, to: b, out, into, fromAt, toAt, cost: a.cost + b.cost + cost });
  };
  for (const a of from.docks) {
    for (const b of to.docks) {
      const straight = straightAt(a, b);
      const common = straight === undefined ? [] : commonPorts(from, a, to, b, straight, ports, group);
      for (const at of common) add(a, b, at, at, 0);
      const outs = spots(from, a, ports, quest);
      const rail = ports.shared(to, b, group);
      const ins = rail === undefined ? spots(to, b, ports, quest) : [rail];
      for (const out of outs) {
        for (const into of ins) {
          if (out.at === into.at && common.includes(out.at)) continue;
          add(a, b, out.at, into.at, out.cost + into.cost);
        }
        // A bar has room along its whole length: straight from where the other end is.
        if (isLevel(a) && isLevel(b) && b.to - b.from > 100) {
          const level = ports.free(to, b, out.at, group);
          add(a, b, out.at, level.at, out.cost + level.cost);
        }
      }
    }
  }
  return pairs;
}

/** Places on a side: its middle or the nearest to it; a way back also tries those beside, which others may leave clear. */
function spots(anchor: Anchor, dock: Dock, ports: Ports, { group }: Quest): readonly Port[] {
  const first = ports.free(anchor, dock, middle(dock), group);
  if (group === undefined) return [first];
  const quarter = (dock.to - dock.from) / 4;
  const found = [first];
  for (const wanted of [middle(dock) - quarter, middle(dock) + quarter]) {
    const port = ports.free(anchor, dock, wanted, group);
    if (found.every((other) => other.at !== port.at)) found.push({ ...port, cost: port.cost + 8 });
  }
  return found;
}

function isLevel({ side }: Dock): boolean {
  return side === 'left' || side === 'right';
}

function middle(dock: Dock): number {
  return (dock.from + dock.to) / 2;
}

/** Where two sides that face each other see each other. */
function straightAt(a: Dock, b: Dock): { readonly from: number; readonly to: number } | undefined {
  const facing =
    (a.side === 'right' && b.side === 'left') ||
    (a.side === 'left' && b.side === 'right') ||
    (a.side === 'bottom' && b.side === 'top') ||
    (a.side === 'top' && b.side === 'bottom');
  if (!facing) return undefined;
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return from <= to ? { from, to } : undefined;
}

/** Places that are free on both sides: the nearest to the middle on either hand of it. */
function commonPorts(
  from: Anchor,
  a: Dock,
  to: Anchor,
  b: Dock,
  range: { readonly from: number; readonly to: number },
  ports: Ports,
  group: string | undefined,
): readonly number[] {
  // The narrower side says where: its middle is where the eye looks for the line.
  const wanted = a.to - a.from <= b.to - b.from ? middle(a) : middle(b);
  const first = Math.min(range.to, Math.max(range.from, wanted));
  const isFree = (at: number) => ports.isFree(from, a, at, undefined) && ports.isFree(to, b, at, group);
  if (isFree(first)) return [first];
  const found: number[] = [];
  for (const step of [4, -4]) {
    for (let at = first + step; at >= range.from && at <= range.to; at += step) {
      if (!isFree(at)) continue;
      found.push(at);
      break;
    }
  }
  return found;
}

/** How deep in its box an end lies: a bar inside a block, a round side. */
function outset(box: Box, side: Side, { x, y }: Point): number {
  switch (side) {
    case 'right':
      return Math.max(0, box.x + box.width - x);
    case 'left':
      return Math.max(0, x - box.x);
    case 'bottom':
      return Math.max(0, box.y + box.height - y);
    case 'top':
      return Math.max(0, y - box.y);
  }
}

/** Where the line may run: around both boxes, between them, on the rail of its group, around what is in the way. */
function channels(
  { from, to, rail }: Quest,
  margins: readonly number[],
  inTheWay: readonly Box[] = [],
): Channels {
  const boxes = [from.box, to.box, ...inTheWay];
  const xs = new Set(rail?.xs);
  const ys = new Set(rail?.ys);
  for (const margin of margins) {
    for (const box of boxes) {
      xs.add(box.x - margin).add(box.x + box.width + margin);
      ys.add(box.y - margin).add(box.y + box.height + margin);
    }
  }
  const [a, b] = [from.box, to.box];
  if (a.x + a.width < b.x) xs.add((a.x + a.width + b.x) / 2);
  if (b.x + b.width < a.x) xs.add((b.x + b.width + a.x) / 2);
  if (a.y + a.height < b.y) ys.add((a.y + a.height + b.y) / 2);
  if (b.y + b.height < a.y) ys.add((b.y + b.height + a.y) / 2);
  return { xs: [...xs], ys: [...ys] };
}
