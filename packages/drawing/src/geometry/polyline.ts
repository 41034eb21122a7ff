import type { Box, Point } from './box.ts';

/** How far before its end a line stops, so that it does not show through the tip. */
const tipInset = 6;
const tipLength = 9;
const tipHalf = 4.5;

/**
 * The path of a line whose turns are rounded, as SVG path data. It stops short of its last point, where
 * {@link arrowHead} begins; with `tip: false` it goes to the very end. Pure.
 */
export function wire(
  points: readonly Point[],
  radius = 10,
  options: { readonly tip?: boolean } = {},
): string {
  const all = options.tip === false ? points : withoutTip(points);
  const first = all[0];
  if (first === undefined) return '';
  let path = `M${at(first)}`;
  for (let i = 1; i < all.length; i++) {
    const [from, turn, to] = [all[i - 1]!, all[i]!, all[i + 1]];
    if (to === undefined) {
      path += `L${at(turn)}`;
      break;
    }
    const r = Math.min(radius, manhattan(from, turn) / 2, manhattan(turn, to) / 2);
    path += `L${at(towards(turn, from, r))}Q${at(turn)} ${at(towards(turn, to, r))}`;
  }
  return path;
}

/** The triangle at the end of a line, as SVG path data. Pure. */
export function arrowHead(points: readonly Point[]): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return '';
  const ux = Math.sign(end.x - before.x);
  const uy = Math.sign(end.y - before.y);
  const back = { x: end.x - ux * tipLength, y: end.y - uy * tipLength };
  const one = { x: back.x + uy * tipHalf, y: back.y + ux * tipHalf };
  const other = { x: back.x - uy * tipHalf, y: back.y - ux * tipHalf };
  return `M${at(end)}L${at(one)}L${at(other)}Z`;
}

/** The point half way along a line, for a menu or a handle. Pure. */
export function midpoint(points: readonly Point[]): Point {
  const half = lengthOf(points) / 2;
  let passed = 0;
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!];
    const length = manhattan(from, to);
    if (passed + length >= half && length > 0) return towards(from, to, half - passed);
    passed += length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

export function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) length += manhattan(points[i - 1]!, points[i]!);
  return length;
}

/** The parts of an orthogonal line as boxes without thickness. */
export function segmentsOf(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map((to, i) => {
    const from = points[i]!;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
  });
}

function withoutTip(points: readonly Point[]): readonly Point[] {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return points;
  return [...points.slice(0, -1), towards(end, before, Math.min(tipInset, manhattan(before, end)))];
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

/** How far apart two points are along a line of level and upright parts. */
export function manhattan(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function at({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
