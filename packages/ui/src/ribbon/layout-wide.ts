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
import {
  BAR,
  BEAD,
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
import type { RibbonModel, RibbonStage } from './model.ts';
import { type Cell, placeOn } from './ruler.ts';

const GAP = 12;
const FOLDED = 56;
const PAST = 0.72;
/** A day narrower than this holds no person: time turns downwards. */
const MIN_DAY = 32;
const HEAD = 44;
const PITCH = 56;

/** Time from left to right; null when a day would be too narrow or a label finds no place. Pure. */
export function layoutWide(
  model: RibbonModel,
  ruler: readonly Cell[],
  zone: string,
  width: number,
  measure: Measure,
): Drawing | null {
  const cells = sized(ruler, width);
  if (!cells) return null;
  const at = placeOn(cells, zone);
  const first = HEAD + 65;
  const last = first + PITCH * (rowsOf(model) - 1);
  const mid = (first + last) / 2;
  const axis: Axis = { down: false, at, mid, rowAt: (row) => first + row * PITCH, now: at(model.nowMs) };
  const visits = placeVisits(model.stages, axis);
  const blocks = model.stages.filter(({ rows }) => rows);
  const ink: Shape[] = [
    ...visits.flatMap((visit) => drawBar(visit, axis)),
    ...blocks.flatMap((stage) => drawBlock(stage, visits, axis)),
  ];

  const beads = beadsOf(visits, axis, width, ink);
  const labels = blockLabels(blocks, visits, axis, measure);
  if (!beads || !labels) return null;

  const taken = [
    ...blocks.map(({ startMs, endMs }) => [at(startMs) - 2, 0, at(endMs) + 2, 9999] as const),
    ...model.flags
      .filter(({ kind }) => kind !== 'plan')
      .map(({ atMs }) => [at(atMs) - 2, mid, at(atMs) + 2, 9999] as const),
  ];
  const singles = visits.filter(({ block }) => !block);
  const named = placeLabels({ visits: singles, taken, width, head: HEAD, mid, measure });
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
  const ground = drawRuler(cells, model, far, axis);
  ink.push(line(axis, 'rb-now', [axis.now, HEAD - 4], [axis.now, far]));
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
    now: { x: axis.now, y: 2, words: model.now },
    shift: drawShift(model, axis, far, ink),
  };
}

function sized(ruler: readonly Cell[], width: number): Cell[] | null {
  const fixed = ({ kind }: Cell) => (kind === 'off' ? GAP : kind === 'fold' ? FOLDED : 0);
  const weight = ({ kind, past }: Cell) => (kind !== 'day' ? 0 : past ? PAST : 1);
  const unit = (width - 8 - total(ruler, fixed)) / Math.max(1, total(ruler, weight));
  if (unit < MIN_DAY) return null;
  let end = 0;
  return ruler.map((cell) => {
    const size = fixed(cell) || Math.min(unit, 160) * weight(cell);
    const placed = { ...cell, a: end, size };
    end += size;
    return placed;
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
      y: HEAD + 4,
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

function drawRuler(cells: readonly Cell[], model: RibbonModel, far: number, axis: Axis): Shape[] {
  const ground: Shape[] = [];
  const today = cells.find(({ a, size }) => axis.now >= a && axis.now <= a + size && size > 0)?.days[0]?.date;
  let month = -1;
  for (const { kind, days, a, size } of cells) {
    const half = a + size / 2;
    if (kind !== 'day') ground.push(rect(axis, 'rb-off', a, a + size, 22, far));
    if (kind === 'fold')
      ground.push({ type: 'text', cls: 'rb-day', x: half, y: 36, words: '⋯', anchor: 'middle' });
    const day = days[0];
    if (kind !== 'day' || !day) continue;
    const [, m = 1, d = 1] = day.date.split('-').map(Number);
    const cls = `rb-day${day.date === today ? ' is-now' : ''}${day.provisional ? ' is-provisional' : ''}`;
    ground.push({ type: 'text', cls, x: half, y: 36, words: String(d), anchor: 'middle' });
    if (m !== month)
      ground.push({
        type: 'text',
        cls: 'rb-month',
        x: half - 7,
        y: 16,
        words: model.months[m - 1] ?? '',
        anchor: 'start',
      });
    ground.push(line(axis, 'rb-tick', [a, HEAD - 4], [a, HEAD]));
    month = m;
  }
  const end = cells.at(-1);
  ground.push(line(axis, 'rb-axis', [0, HEAD], [end ? end.a + end.size : 0, HEAD]));
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
