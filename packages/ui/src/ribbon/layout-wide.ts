import {
  type Axis,
  beadLine,
  drawBar,
  drawBlock,
  drawTail,
  line,
  type PlacedVisit,
  placeBeads,
  placeVisits,
  rect,
  rowsOf,
} from './bars.ts';
import { leastOf, stretchesOf } from './bend.ts';
import {
  BAR,
  BEAD,
  clamp,
  cut,
  type Drawing,
  type Label,
  LINE,
  type Measure,
  type PlacedBead,
  type PlacedFlag,
  type Shape,
  total,
} from './drawing.ts';
import { placeLabels } from './labels.ts';
import type { RibbonModel, RibbonStage, RibbonVisit } from './model.ts';
import { type Cell, datesOf, placeOn, withKnots } from './ruler.ts';

const GAP = 12;
const FOLDED = 56;
const PAST = 0.72;
/** A day narrower than this holds no person: time turns downwards. */
const MIN_DAY = 32;
const HEAD = 44;
/** The line of the clock. */
const TAG = 18;
const PITCH = 56;

/** Time from left to right; null when a day would be too narrow or a label finds no place. Pure. */
export function layoutWide(
  model: RibbonModel,
  ruler: readonly Cell[],
  zone: string,
  width: number,
  measure: Measure,
): Drawing | null {
  const cells = sized(ruler, model, zone, width, measure);
  if (!cells) return null;
  const at = placeOn(cells, zone);
  // The clock stands in the line of the months; where it would cover one, it gets a line of its own.
  // Whatever was done at this very millisecond is before now.
  const now = at(model.nowMs + 1);
  const half = measure(model.now, '600 12px') / 2 + 8;
  const tag = clamp(now, half, Math.max(half, width - half));
  const top = coversMonth(cells, model, tag - half, tag + half, measure) ? TAG : 0;
  const head = HEAD + top;
  const first = head + 65;
  const last = first + PITCH * (rowsOf(model) - 1);
  const mid = (first + last) / 2;
  const axis: Axis = {
    down: false,
    at,
    mid,
    rowAt: (row) => first + row * PITCH,
    now,
    least: leastBar,
  };
  const visits = placeVisits(model.stages, axis);
  const blocks = model.stages.filter(({ rows }) => rows);
  const ink: Shape[] = [
    ...visits.flatMap((visit) => drawBar(visit, axis)),
    ...blocks.flatMap((stage) => drawBlock(stage, visits, axis)),
  ];

  const beads = beadsOf(visits, axis, width, ink);
  const labels = blockLabels(blocks, visits, axis, head, measure);
  if (!beads || !labels) return null;

  const taken = [
    ...blocks.map(({ startMs, endMs }) => [at(startMs) - 2, 0, at(endMs) + 2, 9999] as const),
    ...model.flags
      .filter(({ kind }) => kind !== 'plan')
      .map(({ atMs }) => [at(atMs) - 2, mid, at(atMs) + 2, 9999] as const),
  ];
  const singles = visits.filter(({ block }) => !block);
  const named = placeLabels({ visits: singles, taken, width, head, mid, measure });
  if (!named) return null;
  for (const one of named) {
    if (!one) continue;
    labels.push(one.label);
    const above = one.label.y < mid;
    ink.push(
      line(
        axis,
        'rb-stem',
        [one.stem, above ? one.label.y + 2 * LINE : one.label.y],
        [one.stem, mid + ((above ? -1 : 1) * BAR) / 2],
      ),
    );
  }

  const far = Math.max(last + 27, ...named.map((one) => (one ? one.label.y + 2 * LINE : 0))) + 10;
  const ground = drawRuler(cells, model, far, axis, top);
  ink.push(line(axis, 'rb-now', [axis.now, head - 4], [axis.now, far]));
  const flags = placeFlags(model, axis, { far, mid, width, measure }, ink);
  return {
    down: false,
    width,
    height: far + 42,
    ground,
    ink,
    labels,
    beads,
    flags,
    now: { x: tag, y: 2, words: model.now },
    shift: drawShift(model, axis, far, ink),
  };
}

/** A bar has room for a person, where it has one. */
const leastBar = ({ beads }: RibbonVisit) => (beads.length > 0 ? BEAD + 2 : 10);

/** Days share the width evenly; one on which more happened than fits takes what it needs first. */
function sized(
  ruler: readonly Cell[],
  model: RibbonModel,
  zone: string,
  width: number,
  measure: Measure,
): Cell[] | null {
  const needs = { bar: (visit: RibbonVisit) => leastBar(visit) + 4, block: 100, whole: false };
  const stretches = stretchesOf(model, ruler, zone, needs);
  const least = (cell: Cell) => {
    const crowd = leastOf(stretches.get(cell) ?? []);
    if (cell.kind === 'day') return crowd;
    if (cell.kind === 'off') return Math.max(GAP, crowd);
    const words = foldWords(cell, model);
    return words ? measure(words, '400 12px') + 16 : FOLDED;
  };
  const weight = ({ kind, past }: Cell) => (kind !== 'day' ? 0 : past ? PAST : 1);
  let tight: ReadonlySet<Cell> = new Set(ruler.filter(({ kind }) => kind !== 'day'));
  let unit = 0;
  for (;;) {
    const fixed = total([...tight], least);
    unit =
      (width - 8 - fixed) /
      Math.max(
        1,
        total(ruler, (cell) => (tight.has(cell) ? 0 : weight(cell))),
      );
    if (unit < MIN_DAY) return null;
    const day = Math.min(unit, 160);
    const more = ruler.filter((cell) => tight.has(cell) || least(cell) > day * weight(cell));
    if (more.length === tight.size) break;
    tight = new Set(more);
  }
  let end = 0;
  return ruler.map((cell) => {
    const size = tight.has(cell) ? least(cell) : Math.min(unit, 160) * weight(cell);
    const placed = { ...cell, a: end, size };
    end += size;
    return withKnots(placed, stretches.get(cell));
  });
}

const foldWords = ({ days }: Cell, { folds }: RibbonModel) => folds[days[0]?.date ?? ''] ?? '';

/** Whether the clock, centred over now, would stand on the name of a month. */
function coversMonth(
  cells: readonly Cell[],
  model: RibbonModel,
  left: number,
  right: number,
  measure: Measure,
): boolean {
  return monthsOf(cells, model).some(({ x, words }) => left < x + measure(words, '500 12px') && right > x);
}

/** Names of the months over the first day of each. */
function monthsOf(
  cells: readonly Cell[],
  { months }: RibbonModel,
): { cell: Cell; x: number; words: string }[] {
  let month = '';
  return cells.flatMap((cell) => {
    const date = cell.days[0]?.date ?? '';
    if (cell.kind !== 'day' || date.slice(0, 7) === month) return [];
    month = date.slice(0, 7);
    return [{ cell, x: cell.a + cell.size / 2 - 7, words: months[Number(date.slice(5, 7)) - 1] ?? '' }];
  });
}

/** Beads of the main line never run into each other, nor do those of a branch; null when they run out of room. */
function beadsOf(
  visits: readonly PlacedVisit[],
  axis: Axis,
  width: number,
  ink: Shape[],
): PlacedBead[] | null {
  const flow = beadLine();
  const placed: PlacedBead[] = [];
  for (const visit of visits) {
    for (const { bead, a } of placeBeads(visit, axis, flow.before(visit))) {
      if (a > width - BEAD / 2) return null;
      placed.push({ bead, x: a, y: visit.c, end: a > width * 0.6 });
      ink.push(...drawTail(bead, a, visit, axis));
      flow.took(visit, a);
    }
  }
  return placed;
}

function blockLabels(
  blocks: readonly RibbonStage[],
  visits: readonly PlacedVisit[],
  axis: Axis,
  head: number,
  measure: Measure,
): Label[] | null {
  const labels: Label[] = [];
  for (const stage of blocks) {
    const x = axis.at(stage.startMs) + 4;
    const width = axis.at(stage.endMs) - 4 - x;
    if (width < 72) return null;
    const noteWide = measure(stage.note, '400 13px');
    const both = measure(stage.name, '600 13px') + noteWide + 44 < width;
    const name = cut(stage.name, width - 24, '600 13px', measure);
    labels.push({
      key: stage.key,
      cls: 'rb-label--now',
      x,
      y: head + 4,
      width,
      height: LINE,
      kind: stage.kind,
      name,
      whole: stage.name,
      note: both ? stage.note : '',
    });
    (stage.rows ?? []).forEach((row, index) => {
      const start = visits.find(({ block, row: of }) => block === stage && of === index);
      if (!start) return;
      const room = x + width - start.a0 - 8;
      const cutName = cut(row.name, room, '400 13px', measure);
      labels.push({
        key: row.key,
        cls: 'rb-label--row',
        x: start.a0 + 4,
        y: axis.rowAt(index) - 36,
        width: Math.min(room, measure(cutName, '400 13px') + 4),
        height: LINE,
        name: cutName,
        whole: row.name,
        note: '',
      });
    });
  }
  return labels;
}

function drawRuler(
  cells: readonly Cell[],
  model: RibbonModel,
  far: number,
  axis: Axis,
  top: number,
): Shape[] {
  const head = HEAD + top;
  const ground: Shape[] = monthsOf(cells, model).map(({ x, words }) => ({
    type: 'text',
    cls: 'rb-month',
    x,
    y: top + 16,
    words,
    anchor: 'start',
  }));
  const today = cells.find(({ a, size }) => axis.now >= a && axis.now <= a + size && size > 0)?.days[0]?.date;
  for (const cell of cells) {
    const { kind, days, a, size } = cell;
    const half = a + size / 2;
    const said = (words: string, more = '') =>
      ground.push({ type: 'text', cls: `rb-day${more}`, x: half, y: top + 36, words, anchor: 'middle' });
    const [day, last] = [days[0], days.at(-1)];
    if (!day || !last) continue;
    if (kind !== 'day') ground.push(rect(axis, `rb-${kind}`, a, a + size, top + 22, far));
    if (kind === 'fold') said(foldWords(cell, model));
    // Days off on which people decided are as wide as a day: they say which they are.
    if (kind === 'off' && size > 3 * GAP) said(datesOf(day.date, last.date, model.months));
    if (kind !== 'day') continue;
    const now = day.date === today ? ' is-now' : '';
    said(String(Number(day.date.slice(8))), `${now}${day.provisional ? ' is-provisional' : ''}`);
    ground.push(line(axis, 'rb-tick', [a, head - 4], [a, head]));
  }
  const end = cells.at(-1);
  ground.push(line(axis, 'rb-axis', [0, head], [end ? end.a + end.size : 0, head]));
  return ground;
}

/** From the last flag to the first, so that their words stand side by side. */
function placeFlags(
  { flags }: RibbonModel,
  axis: Axis,
  { far, mid, width, measure }: { far: number; mid: number; width: number; measure: Measure },
  ink: Shape[],
): PlacedFlag[] {
  let right = width;
  const placed: PlacedFlag[] = [];
  for (const flag of flags.toSorted((p, q) => q.atMs - p.atMs)) {
    const a = axis.at(flag.atMs);
    const x = Math.max(0, Math.min(a - 8, right - measure(flag.text, '600 14px') - 28));
    ink.push(
      line(
        axis,
        `rb-flag rb-flag--${flag.kind}`,
        [a, flag.kind === 'plan' ? far - 8 : mid + BAR / 2],
        [a, far + 18],
      ),
    );
    placed.push({ flag, x, y: far + 20, note: '' });
    right = x - 8;
  }
  return placed;
}

function drawShift({ flags, shift }: RibbonModel, axis: Axis, far: number, ink: Shape[]): Drawing['shift'] {
  const plan = flags.find(({ kind }) => kind === 'plan');
  const promise = flags.find(({ kind }) => kind === 'promise');
  if (!shift || !plan || !promise) return null;
  const [p, f] = [axis.at(plan.atMs), axis.at(promise.atMs)];
  const tip = Math.sign(f - p);
  const y = far + 9;
  if (Math.abs(f - p) < 96) return null;
  ink.push(line(axis, 'rb-shift', [p + 4 * tip, y], [f - 4 * tip, y]));
  ink.push(line(axis, 'rb-shift', [f - 9 * tip, y - 4], [f - 4 * tip, y], [f - 9 * tip, y + 4]));
  return { x: (p + f) / 2, y: y - 8, words: shift };
}
