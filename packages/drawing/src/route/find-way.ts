import type { Box, Point, Side } from '../geometry/box.ts';
import { lengthOf } from '../geometry/polyline.ts';
import type { Anchor, Dock } from './anchor.ts';
import type { Field } from './field.ts';
import type { Port, Ports } from './ports.ts';
import { type Channels, type End, joiningWays, longWays, shortWays } from './ways.ts';

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
  /** Lines that the group has already. */
  readonly rails: readonly Rail[];
  readonly numbered: boolean;
  /** Whether a line that crosses others is not drawn anyway, so that there is no use in seeking far. */
  readonly mayGiveUp: boolean;
  /** Whether the line turns close to where it leads rather than to where it comes from. */
  readonly nearTarget: boolean;
  /** How far from the boxes the line runs by choice. */
  readonly margin: number;
}

/** A line that others to the same target may join. */
export interface Rail {
  readonly points: readonly Point[];
  readonly toSide: Side;
}

/** The line found, and what it comes upon. */
export interface Found {
  readonly points: readonly Point[];
  readonly fromSide: Side;
  readonly toSide: Side;
  /** Whether it crosses and touches nothing. */
  readonly isClear: boolean;
}

/** Prices, in pixels of way. */
const price = {
  bend: 50,
  box: 20_000,
  near: 160,
  crossing: 400,
  overlap: 300,
  outside: 5000,
  jog: 150,
  /** Of a pixel along a rail that is there already. */
  shared: 0.15,
  late: 0.2,
};
/** The most boxes to go around at a time. */
const mostHit = 6;
/** Before the first turn, beside a number, before the tip. */
const least = { out: 16, numbered: 30, in: 18 };

interface Pair {
  readonly from: Dock;
  readonly to: Dock;
  readonly out: End;
  readonly into: End;
  readonly fromAt: number;
  /** Of both ends, and of the first one alone. */
  readonly cost: number;
  readonly outCost: number;
  /** What a line with three turns costs between them at least. */
  readonly leastLong: number;
}

/**
 * The cheapest orthogonal line between two anchors among those tried: along a rail of its group and with few turns first,
 * with more turns and in other channels only while something is in the way. Undefined when there is no room at all. Pure.
 */
export function findWay(quest: Quest): Found | undefined {
  const pairs = pairsOf(quest);
  const seek = createSeek(quest);
  seek.tryAll(joining(quest, pairs));
  // A number stands before the first turn.
  const margin = quest.numbered ? Math.max(quest.margin, least.numbered + 2) : quest.margin;
  const near = channels(quest, [margin]);
  seek.tryAll(pairs.flatMap((pair) => short(quest, pair, near)));
  const likely = pairs.toSorted((a, b) => a.leastLong - b.leastLong);
  if (seek.isClear() && seek.cost() <= (likely[0]?.leastLong ?? 0)) return seek.found();

  const most = quest.mayGiveUp ? mostPairs.givenUp : mostPairs.drawn;
  // A way back over many rows is followed by nobody: it says by its stub where it leads.
  if (quest.mayGiveUp && (likely[0]?.leastLong ?? 0) > farAway && seek.found() !== undefined)
    return seek.found();

  const limit = mostDetour + 1.5 * Math.max(...pairs.map(({ out, into }) => manhattan(out, into)));
  const long = (among: Channels, from: readonly Pair[]) =>
    seek.tryAll(from.flatMap((pair) => longCandidates(quest, pair, among, Math.min(seek.cost(), limit))));
  long(near, likely.slice(0, most.near));
  const around = seek.hit();
  if (around.length > 0) long(channels(quest, [margin], around), likely.slice(0, most.around));
  if (seek.isClear()) return seek.found();

  const wide = channels(quest, [margin, margin + 12, margin + 24], seek.hit());
  seek.tryAll(pairs.flatMap((pair) => short(quest, pair, wide)));
  if (!seek.isClear()) long(wide, likely.slice(0, most.wide));
  if (seek.found() === undefined) {
    seek.tryAll(pairs.flatMap((pair) => longCandidates(quest, pair, wide, Number.POSITIVE_INFINITY)));
  }
  return seek.found() ?? forced(pairs[0]);
}

/** A line with no regard for anything, for ends that leave no room for a better one. */
function forced(pair: Pair | undefined): Found | undefined {
  if (pair === undefined) return undefined;
  const { out, into } = pair;
  const points = [
    { x: out.x, y: out.y },
    { x: into.x, y: out.y },
    { x: into.x, y: into.y },
  ];
  return { points, fromSide: out.side, toSide: into.side, isClear: false };
}

/** A line so much longer than its ends are apart is no help to anybody. */
const mostDetour = 800;
const farAway = 2600;
/** How many pairs of places are tried with many turns: the more channels there are, the fewer. */
const mostPairs = {
  drawn: { near: 16, around: 6, wide: 6 },
  givenUp: { near: 10, around: 4, wide: 0 },
};

interface Candidate {
  readonly points: readonly Point[];
  readonly pair: Pair;
  /** Its price before anything is met. */
  readonly base: number;
  /** From this point on it follows a rail, which is clear. */
  readonly joinedAt: number;
}

/** The best of the lines tried so far. */
interface Seek {
  readonly tryAll: (list: readonly Candidate[]) => void;
  readonly cost: () => number;
  readonly isClear: () => boolean;
  /** Boxes that cheap lines went through: what to go around next. */
  readonly hit: () => readonly Box[];
  readonly found: () => Found | undefined;
}

function createSeek({ field, ownFrom, ownTo, group, mayGiveUp }: Quest): Seek {
  let cost = Number.POSITIVE_INFINITY;
  let best: { readonly candidate: Candidate; readonly trouble: number } | undefined;
  const hit = new Set<number>();

  const tryOne = (candidate: Candidate): void => {
    const { points, joinedAt } = candidate;
    let sum = candidate.base;
    let trouble = 0;
    const last = points.length - 1;
    for (let i = 1; i <= Math.min(last, joinedAt); i++) {
      const [from, to] = [points[i - 1]!, points[i]!];
      const met = field.meet(
        from,
        to,
        i === 1 ? ownFrom : undefined,
        i === last ? ownTo : undefined,
        group,
        mayGiveUp && best !== undefined,
      );
      trouble += met.boxes + met.crossings + met.overlap;
      sum +=
        met.boxes * price.box +
        met.near * price.near +
        met.crossings * price.crossing +
        (met.overlap > 0 ? price.overlap + met.overlap * 2 : 0) +
        (field.closed && isOutside(field.region, to) ? price.outside : 0);
      if (met.boxes > 0 && hit.size < mostHit) for (const index of field.boxesMet(from, to)) hit.add(index);
      // Of lines that are not drawn when they cross others, one is enough to show the whole way by.
      if (sum >= cost || (mayGiveUp && trouble > 0 && best !== undefined)) return;
    }
    cost = sum;
    best = { candidate, trouble };
  };

  return {
    tryAll: (list) => {
      for (const candidate of list.toSorted((a, b) => a.base - b.base)) {
        if (candidate.base >= cost) break;
        tryOne(candidate);
      }
    },
    cost: () => cost,
    isClear: () => best?.trouble === 0,
    hit: () => [...hit].map((index) => field.boxAt(index)),
    found: () => {
      if (best === undefined) return undefined;
      const { points, pair } = best.candidate;
      return {
        points: points.map(({ x, y }) => ({ x, y })),
        fromSide: pair.from.side,
        toSide: pair.to.side,
        isClear: best.trouble === 0,
      };
    },
  };
}

function manhattan(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function isOutside(region: Box, { x, y }: Point): boolean {
  return x < region.x || y < region.y || x > region.x + region.width || y > region.y + region.height;
}

function short(quest: Quest, pair: Pair, among: Channels): readonly Candidate[] {
  const found: Candidate[] = [];
  shortWays(pair.out, pair.into, among, (points) => found.push(candidate(quest, pair, points)));
  return found;
}

function longCandidates(quest: Quest, pair: Pair, among: Channels, most: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const longest = most - 3 * price.bend - pair.cost;
  if (manhattan(pair.out, pair.into) > longest) return found;
  longWays(pair.out, pair.into, among, longest, (points) => {
    const one = candidate(quest, pair, points);
    if (one.base < most) found.push(one);
  });
  return found;
}

/** Lines that join those which the group has already. */
function joining(quest: Quest, pairs: readonly Pair[]): readonly Candidate[] {
  const found: Candidate[] = [];
  const starts = new Map(pairs.map((pair) => [`${pair.from.side} ${pair.fromAt}`, pair]));
  for (const pair of starts.values()) {
    for (const rail of quest.rails) {
      joiningWays(pair.out, rail.points, quest.margin, (points, joinedAt) => {
        const own = lengthOf(points.slice(0, joinedAt + 1));
        found.push({
          points,
          pair: { ...pair, to: { ...pair.to, side: rail.toSide } },
          joinedAt: joinedAt + 1,
          base:
            own +
            (lengthOf(points) - own) * price.shared +
            joinedAt * price.bend +
            pair.outCost +
            jogs(points) * price.jog +
            lateness(points, false) * price.late,
        });
      });
    }
  }
  return found;
}

function candidate(quest: Quest, pair: Pair, points: readonly Point[]): Candidate {
  return {
    points,
    pair,
    joinedAt: points.length,
    base:
      lengthOf(points) +
      (points.length - 2) * price.bend +
      pair.cost +
      jogs(points) * price.jog +
      lateness(points, quest.nearTarget) * price.late,
  };
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
  const add = (a: Dock, b: Dock, out: Port, into: Port) => {
    const [start, end] = [a.point(out.at), b.point(into.at)];
    const first = numbered ? least.numbered : least.out;
    const outCost = a.cost + out.cost;
    const cost = outCost + b.cost + into.cost;
    pairs.push({
      from: a,
      to: b,
      out: { ...start, side: a.side, least: outset(from.box, a.side, start) + first },
      into: { ...end, side: b.side, least: outset(to.box, b.side, end) + least.in },
      fromAt: out.at,
      cost,
      outCost,
      leastLong: manhattan(start, end) + 3 * price.bend + cost,
    });
  };
  // A way from a stage to itself ends beside where it begins.
  const aside = from.box === to.box ? selfApart : 0;
  const insOn = new Map(to.docks.map((dock) => [dock, spots(to, dock, quest, aside)]));
  for (const a of from.docks) {
    const outs = spots(from, a, quest);
    for (const b of to.docks) {
      const straight = straightAt(a, b);
      const common = straight === undefined ? [] : commonPorts(from, a, to, b, straight, ports, group);
      for (const at of common) add(a, b, { at, cost: 0 }, { at, cost: 0 });
      const ins = insOn.get(b)!;
      for (const [i, out] of outs.entries()) {
        for (const [j, into] of ins.entries()) {
          // Not every place with every other: the middle of one side with all of the other is enough.
          if (i > 0 && j > 0) continue;
          if (out.at !== into.at || !common.includes(out.at)) add(a, b, out, into);
        }
        // A bar has room along its whole length: straight from where the other end is.
        if (isLevel(a) && isLevel(b) && b.to - b.from > 100) add(a, b, out, ports.free(to, b, out.at, group));
      }
    }
  }
  return pairs;
}

/** Places on a side: its middle or the nearest to it; a way back also tries those beside, which others may leave clear. */
function spots(anchor: Anchor, dock: Dock, { ports, group }: Quest, aside = 0): readonly Port[] {
  const first = ports.free(anchor, dock, middle(dock) + aside, group);
  if (group === undefined) return [first];
  const quarter = (dock.to - dock.from) / 4;
  const found = [first];
  for (const wanted of [middle(dock) - quarter, middle(dock) + quarter]) {
    const port = ports.free(anchor, dock, wanted, group);
    if (found.every((other) => other.at !== port.at)) found.push({ at: port.at, cost: port.cost + 8 });
  }
  return found;
}

/** Between the beginning and the end of a way from a stage to itself. */
const selfApart = 36;

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
function channels({ from, to }: Quest, margins: readonly number[], inTheWay: readonly Box[] = []): Channels {
  const boxes = [from.box, to.box, ...inTheWay];
  const xs = new Set<number>();
  const ys = new Set<number>();
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
