import { dayKey } from '@reglament/i18n';
import type { RibbonModel, RibbonVisit } from './model.ts';
import type { Cell } from './ruler.ts';

/** So many px are needed along the axis from one moment to another of the same cell. */
export interface Stretch {
  lane: string;
  fromMs: number;
  toMs: number;
  px: number;
}

/** A moment with its place along the axis, px. */
export interface Knot {
  ms: number;
  a: number;
}

/** What every bar needs along the axis; `whole`: also a bar that goes on behind its first day needs it there. */
export interface Needs {
  bar: (visit: RibbonVisit) => number;
  /** a block between its brackets, beside what its branches need */
  block: number;
  whole: boolean;
}

/**
 * What the bars of a model need inside one cell. A day on which much happened gets that much room, so that its people
 * and words never run into the days after it. Pure.
 */
export function stretchesOf(
  model: RibbonModel,
  cells: readonly Cell[],
  zone: string,
  needs: Needs,
): ReadonlyMap<Cell, readonly Stretch[]> {
  const cellOf = new Map(cells.flatMap((cell) => cell.days.map(({ date }) => [date, cell] as const)));
  const found = new Map<Cell, Stretch[]>();
  const add = (lane: string, { startMs, endMs }: RibbonVisit, px: number) => {
    const cell = cellOf.get(dayKey(startMs, zone));
    if (!cell) return;
    const inside = cellOf.get(dayKey(endMs, zone)) === cell;
    if (!inside && !needs.whole) return;
    const toMs = inside ? Math.max(endMs, startMs + 1) : Number.MAX_SAFE_INTEGER;
    const list = found.get(cell) ?? [];
    found.set(cell, list);
    const same = list.find((one) => one.lane === lane && one.fromMs === startMs && one.toMs === toMs);
    if (same) same.px += px;
    else list.push({ lane, fromMs: startMs, toMs, px });
  };
  for (const stage of model.stages) {
    add('main', stage, stage.rows ? needs.block : needs.bar(stage));
    stage.rows?.forEach(({ key, visits }) => {
      for (const visit of visits) add(key, visit, needs.bar(visit));
    });
  }
  return found;
}

/** How long a cell must be for its stretches, px. Pure. */
export function leastOf(stretches: readonly Stretch[]): number {
  return forward(pointsOf(stretches), stretches, () => 0).at(-1) ?? 0;
}

/**
 * The clock of a cell, bent where its stretches need more room than their time is long. Pure.
 *
 * @param plain - a moment -> its place by the working hours, px
 * @returns moments with their places in order; none when the cell is shorter than `leastOf`
 */
export function knotsOf(
  { a, size }: Cell,
  stretches: readonly Stretch[],
  plain: (ms: number) => number,
): readonly Knot[] {
  if (stretches.length === 0 || leastOf(stretches) > size) return [];
  const points = pointsOf(stretches);
  const places = forward(points, stretches, plain);
  // Back from the end: nothing may leave its day.
  for (let i = points.length - 1; i >= 0; i--) {
    const limits = [
      places[i + 1] ?? a + size,
      ...stretches
        .filter(({ fromMs }) => fromMs === points[i])
        .map(({ toMs, px }) => (places[points.indexOf(toMs)] ?? a + size) - px),
    ];
    places[i] = Math.min(places[i] ?? a, ...limits);
  }
  return points.map((ms, i) => ({ ms, a: places[i] ?? a }));
}

/** A moment between two knots stands in the same share as by the working hours, else as by the clock. Pure. */
export function bent(knots: readonly Knot[], ms: number, plain: (ms: number) => number, cell: Cell): number {
  const at = plain(ms);
  const next = knots.findIndex((knot) => knot.ms > ms);
  const before = knots[(next < 0 ? knots.length : next) - 1];
  const after = next < 0 ? undefined : knots[next];
  const [p0, q0] = before ? [plain(before.ms), before.a] : [cell.a, cell.a];
  const [p1, q1] = after ? [plain(after.ms), after.a] : [cell.a + cell.size, cell.a + cell.size];
  const share =
    p1 > p0 ? (at - p0) / (p1 - p0) : before && after ? (ms - before.ms) / (after.ms - before.ms) : 0;
  return q0 + (q1 - q0) * Math.min(1, Math.max(0, share));
}

function pointsOf(stretches: readonly Stretch[]): number[] {
  return [...new Set(stretches.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((p, q) => p - q);
}

function forward(
  points: readonly number[],
  stretches: readonly Stretch[],
  plain: (ms: number) => number,
): number[] {
  const places: number[] = [];
  points.forEach((ms, i) => {
    places[i] = Math.max(
      plain(ms),
      places[i - 1] ?? Number.NEGATIVE_INFINITY,
      ...stretches
        .filter(({ toMs }) => toMs === ms)
        .map(({ fromMs, px }) => (places[points.indexOf(fromMs)] ?? 0) + px),
    );
  });
  return places;
}
