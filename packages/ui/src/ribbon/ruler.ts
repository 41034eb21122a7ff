import { dayKey } from '@reglament/i18n';
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
    if (to - from >= FOLD) for (let i = from; i < to; i++) folded.add(i);
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
    const share =
      cell.kind === 'day'
        ? (ms - day.startMs) / Math.max(1, day.endMs - day.startMs)
        : cell.kind === 'fold'
          ? (i + 0.5) / cell.days.length
          : 0;
    return cell.a + cell.size * Math.min(1, Math.max(0, share));
  };
}
