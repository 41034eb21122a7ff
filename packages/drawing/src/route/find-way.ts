import type { Box, Point, Side } from '../geometry/box.ts';
import { lengthOf, manhattan } from '../geometry/polyline.ts';
import type { Anchor } from './anchor.ts';
import type { Field } from './field.ts';
import { channels, type Pair, pairsOf } from './pairs.ts';
import type { Ports } from './ports.ts';
import { least, price } from './prices.ts';
import { type Channels, joiningWays, longWays, shortWays } from './ways.ts';

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

/** The most boxes to go around at a time. */
const mostHit = 6;
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
