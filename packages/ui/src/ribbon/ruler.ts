import { dayKey } from '@reglament/i18n';
import { bent, type Knot, knotsOf, type Stretch } from './bend.ts';
import type { RibbonModel } from './model.ts';
import type { PlanDay } from './plan.ts';

/** A cell of the ruler: a working day, a gap of days off, or a fold of days on which nothing happens. */
export interface Cell {
  kind: 'day' | 'off' | 'fold';
  days: readonly PlanDay[];
  /** before what is open now: drawn smaller */
  past: boolean;
  /** where it begins along the axis, px */
  a: number;
  /** px along the axis */
  size: number;
  /** where its clock is bent to give room to what happened close together */
  knots?: readonly Knot[];
}

/** Calendar days on which nothing happens, from which on they are folded. */
const FOLD = 9;

/** Cells of the ruler, without sizes yet. Pure. */
export function rulerOf(model: RibbonModel, days: readonly PlanDay[], zone: string): Cell[] {
  const busy = new Set(momentsOf(model).map((ms) => dayKey(ms, zone)));
  const open =
    model.stages.find(({ state }) => state === 'now') ??
    model.stages.find(({ state }) => state === 'planned');
  const openKey = dayKey(Math.min(open?.startMs ?? model.nowMs, model.nowMs), zone);
  const quiet = quietRuns(days, busy);
  const cells: Cell[] = [];
  days.forEach((day, index) => {
    const kind = quiet.has(index) ? 'fold' : day.working ? 'day' : 'off';
    const last = cells.at(-1);
    if (kind !== 'day' && last?.kind === kind) last.days = [...last.days, day];
    else cells.push({ kind, days: [day], past: day.date < openKey, a: 0, size: 0 });
  });
  return cells;
}

/** Indexes of days that may be folded: long runs of days on which nothing begins, ends or is decided. */
function quietRuns(days: readonly PlanDay[], busy: ReadonlySet<string>): ReadonlySet<number> {
  const folded = new Set<number>();
  let from = 0;
  for (let to = 0; to <= days.length; to++) {
    const day = days[to];
    if (day && !busy.has(day.date)) continue;
    // Days off at the edges stay days off: only a run with working days in it is told by its own words.
    let [first, last] = [from, to - 1];
    while (first < last && !days[first]?.working) first++;
    while (last > first && !days[last]?.working) last--;
    if (last - first + 1 >= FOLD) for (let i = first; i <= last; i++) folded.add(i);
    from = to + 1;
  }
  return folded;
}

function momentsOf({ stages, flags, nowMs }: RibbonModel): number[] {
  const bars = stages.flatMap((stage) => [stage, ...(stage.rows?.flatMap(({ visits }) => visits) ?? [])]);
  return [
    nowMs,
    ...flags.map(({ atMs }) => atMs),
    ...bars.flatMap(({ startMs, endMs, dueMs, state, beads }) => [
      startMs,
      endMs,
      ...(dueMs !== undefined && state === 'now' ? [dueMs] : []),
      ...beads.flatMap(({ atMs }) => atMs ?? []),
    ]),
  ];
}

/** A moment -> its place along the axis; outside working hours it sticks to the edge of its day. Pure. */
export function placeOn(cells: readonly Cell[], zone: string): (ms: number) => number {
  const found = new Map(
    cells.flatMap((cell) => cell.days.map((day, i) => [day.date, { cell, day, i }] as const)),
  );
  const first = cells[0];
  const last = cells.at(-1);
  return (ms) => {
    const at = found.get(dayKey(ms, zone));
    if (!at) return ms < (first?.days[0]?.startMs ?? 0) ? (first?.a ?? 0) : last ? last.a + last.size : 0;
    const { cell, day, i } = at;
    if (cell.kind === 'fold') return cell.a + (cell.size * (i + 0.5)) / cell.days.length;
    const plain = plainOn(cell, day);
    return cell.knots?.length ? bent(cell.knots, ms, plain, cell) : plain(ms);
  };
}

/** A placed cell with its clock bent for what happened in it. Pure. */
export function withKnots(cell: Cell, stretches: readonly Stretch[] = []): Cell {
  const day = cell.days[0];
  return day && stretches.length > 0
    ? { ...cell, knots: knotsOf(cell, stretches, plainOn(cell, day)) }
    : cell;
}

/** A moment -> its place in a cell by the working hours alone; days off have none. Pure. */
export function plainOn(cell: Cell, day: PlanDay): (ms: number) => number {
  return (ms) => {
    const share = cell.kind === 'day' ? (ms - day.startMs) / Math.max(1, day.endMs - day.startMs) : 0;
    return cell.a + cell.size * Math.min(1, Math.max(0, share));
  };
}

/** Words of the long waits, by the first day of each: «1–29 дек, 20 раб. дней». Pure. */
export function namedFolds(
  cells: readonly Cell[],
  { months }: Pick<RibbonModel, 'months'>,
  say: (dates: string, count: number) => string,
): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const { kind, days } of cells) {
    const [first, last] = [days[0], days.at(-1)];
    if (kind !== 'fold' || !first || !last) continue;
    words[first.date] = say(
      datesOf(first.date, last.date, months),
      days.filter(({ working }) => working).length,
    );
  }
  return words;
}

/** «1–29 дек», «29 дек – 11 янв». Pure. */
export function datesOf(from: string, to: string, months: readonly string[]): string {
  const [[m0, d0], [m1, d1]] = [partsOf(from), partsOf(to)];
  const month = (m: number) => (months[m - 1] ?? '').slice(0, 3);
  if (from === to) return `${d0} ${month(m0)}`;
  return m0 === m1 ? `${d0}–${d1} ${month(m1)}` : `${d0} ${month(m0)} – ${d1} ${month(m1)}`;
}

function partsOf(date: string): [month: number, day: number] {
  const [, m = 1, d = 1] = date.split('-').map(Number);
  return [m, d];
}
