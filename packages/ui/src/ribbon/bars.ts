import { BAR, BEAD, clamp, type Shape } from './drawing.ts';
import { foldBeads } from './fold.ts';
import type { Bead, RibbonModel, RibbonStage, RibbonVisit } from './model.ts';

/** Knows which way time runs: `a` is along the axis, `c` across it. */
export interface Axis {
  down: boolean;
  at: (ms: number) => number;
  /** centre of the main line and of each branch */
  mid: number;
  rowAt: (row: number) => number;
  now: number;
  /** where the words of a bar begin, when they stand beside it */
  words?: (visit: RibbonVisit) => number | undefined;
  /** px that a bar never is shorter than */
  least: (visit: RibbonVisit) => number;
}

/** A bar with its place, and the beads it has room for. */
export interface PlacedVisit {
  visit: RibbonVisit;
  block?: RibbonStage;
  row: number;
  c: number;
  a0: number;
  a1: number;
  beads: readonly Bead[];
}

/** Places every bar along the axis; none is thinner than can be seen, none runs into the one before. Pure. */
export function placeVisits(stages: readonly RibbonStage[], axis: Axis): PlacedVisit[] {
  const placed: PlacedVisit[] = [];
  let free = 0;
  for (const stage of stages) {
    if (!stage.rows) {
      const one = placeBar(stage, axis, { row: 0, c: axis.mid, from: free, pad: 1.5 });
      free = one.a1 + 3;
      placed.push(one);
      continue;
    }
    stage.rows.forEach((row, index) => {
      let rowFree = 0;
      for (const visit of row.visits) {
        const until = axis.at(stage.endMs) - 12;
        const bar = placeBar(visit, axis, {
          row: index,
          c: axis.rowAt(index),
          from: rowFree,
          pad: 12,
          until,
        });
        rowFree = bar.a1 + 3;
        placed.push({ ...bar, block: stage });
      }
    });
    free = axis.at(stage.endMs) + 1.5;
  }
  return placed;
}

function placeBar(
  visit: RibbonVisit,
  { at, least, words }: Axis,
  { row, c, from, pad, until }: { row: number; c: number; from: number; pad: number; until?: number },
): PlacedVisit {
  const begins = Math.min(at(visit.startMs), words?.(visit) ?? Number.POSITIVE_INFINITY);
  const a0 = Math.max(begins + pad, from);
  const end = until === undefined ? at(visit.endMs) - pad : Math.min(at(visit.endMs), until);
  const a1 = Math.max(a0 + least(visit), end);
  const room = Math.floor((a1 - a0) / (BEAD + 2));
  return { visit, row, c, a0, a1, beads: foldBeads(visit.beads, Math.max(1, room), visit.key) };
}

/** The bar itself: planned time pale, spent time filled, time past the term crossed. */
export function drawBar({ visit, c, a0, a1 }: PlacedVisit, axis: Axis): Shape[] {
  const bar = (cls: string, from: number, to: number): Shape =>
    rect(axis, cls, from, to, c - BAR / 2, c + BAR / 2);
  const fill = visit.state === 'done' ? a1 : visit.state === 'now' ? clamp(axis.now, a0, a1) : a0;
  const due = visit.dueMs === undefined ? Number.POSITIVE_INFINITY : axis.at(visit.dueMs);
  return [
    bar('rb-plan', a0, a1),
    ...(fill > a0 ? [bar('rb-spent', a0, fill)] : []),
    ...(due < fill - 2 ? [bar('rb-over', Math.max(a0, due), fill)] : []),
    { ...bar('rb-edge', a0, a1), title: [visit.name, visit.note].filter(Boolean).join(', ') } as Shape,
  ];
}

/** Brackets of a block and the wires from its branches to its end. */
export function drawBlock(stage: RibbonStage, visits: readonly PlacedVisit[], axis: Axis): Shape[] {
  const rows = stage.rows ?? [];
  const top = axis.rowAt(0);
  const bottom = axis.rowAt(rows.length - 1);
  const sides = [
    [axis.at(stage.startMs) + 4, 8],
    [axis.at(stage.endMs) - 4, -8],
  ] as const;
  const wires = rows.flatMap((_, index): Shape[] => {
    const last = visits.findLast(({ block, row }) => block === stage && row === index);
    return last && last.a1 < axis.at(stage.endMs) - 8
      ? [line(axis, 'rb-wire', [last.a1, last.c], [axis.at(stage.endMs) - 6, last.c])]
      : [];
  });
  return [
    ...wires,
    ...sides.flatMap(([a, foot]) => [
      line(axis, 'rb-bracket', [a + foot, top], [a, top], [a, bottom], [a + foot, bottom]),
      line(axis, 'rb-bracket', [a - foot / 2, axis.mid], [a + foot, axis.mid]),
    ]),
  ];
}

/** Where each bead of a bar stands: at its decision, right after now while waiting, else spread over the bar. */
export function placeBeads(
  { visit, beads, a0, a1 }: PlacedVisit,
  axis: Axis,
  from: number,
  said: (bead: Bead) => number | undefined = () => undefined,
): { bead: Bead; a: number }[] {
  const half = BEAD / 2;
  const room = a1 - a0;
  let before = from;
  return beads.map((bead, i) => {
    const wanted =
      said(bead) ??
      (bead.atMs !== undefined
        ? axis.at(bead.atMs)
        : bead.look === 'waiting' && visit.state === 'now'
          ? axis.now + 7 + half
          : a0 + (room * (i + 0.5)) / beads.length);
    const a = Math.max(room > BEAD ? clamp(wanted, a0 + half, a1 - half) : (a0 + a1) / 2, before + BEAD + 2);
    before = a;
    return { bead, a };
  });
}

/** Remembers where the last bead stands, so that the next one of the same line or of a branch keeps clear of it. */
export interface BeadLine {
  before(visit: PlacedVisit): number;
  took(visit: PlacedVisit, a: number): void;
}

export function beadLine(): BeadLine {
  let main = Number.NEGATIVE_INFINITY;
  const rows = new Map<number, number>();
  return {
    before: ({ block, row }) =>
      block ? Math.max(main, rows.get(row) ?? main) : Math.max(main, ...rows.values()),
    took({ block, row }, a) {
      if (block) rows.set(row, a);
      else main = a;
    },
  };
}

/** The dashed tail from a waiting person to the moment when silence becomes his visa. */
export function drawTail(bead: Bead, a: number, { c, a1 }: PlacedVisit, axis: Axis): Shape[] {
  if (bead.look !== 'waiting' || bead.autoVisaAtMs === undefined) return [];
  const end = Math.min(axis.at(bead.autoVisaAtMs), a1) - 12;
  if (end < a + BEAD / 2 + 12) return [];
  return [
    line(axis, 'rb-tail', [a + BEAD / 2, c], [end - 10, c]),
    axis.down ? { type: 'then', x: c, y: end } : { type: 'then', x: end, y: c },
  ];
}

export function rect(
  { down }: { down: boolean },
  cls: string,
  a0: number,
  a1: number,
  c0: number,
  c1: number,
): Shape {
  const long = Math.max(0, a1 - a0);
  return down
    ? { type: 'rect', cls, x: c0, y: a0, width: c1 - c0, height: long }
    : { type: 'rect', cls, x: a0, y: c0, width: long, height: c1 - c0 };
}

export function line({ down }: { down: boolean }, cls: string, ...points: [number, number][]): Shape {
  return { type: 'line', cls, points: down ? points.map(([a, c]) => [c, a] as const) : points };
}

/** How many branches lie above each other at most. */
export const rowsOf = ({ stages }: RibbonModel) =>
  Math.max(1, ...stages.map(({ rows }) => rows?.length ?? 1));
