import type { Box, Point, Side } from '../geometry/box.ts';
import { manhattan } from '../geometry/polyline.ts';
import type { Anchor, Dock } from './anchor.ts';
import type { Quest } from './find-way.ts';
import type { Port, Ports } from './ports.ts';
import { least, price } from './prices.ts';
import type { Channels, End } from './ways.ts';

/** A place on a side of each end. */
export interface Pair {
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

/** Pairs of places on the sides of both ends. */
export function pairsOf(quest: Quest): readonly Pair[] {
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
export function channels(
  { from, to }: Quest,
  margins: readonly number[],
  inTheWay: readonly Box[] = [],
): Channels {
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
