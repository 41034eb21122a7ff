import { dayKey } from '@reglament/i18n';
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
  BEAD,
  clamp,
  type Drawing,
  type Label,
  LINE,
  type Measure,
  type PlacedBead,
  type PlacedFlag,
  type Shape,
  total,
} from './drawing.ts';
import { foldBeads, MOST } from './fold.ts';
import type { Bead, RibbonFlag, RibbonModel, RibbonVisit } from './model.ts';
import { type Cell, placeOn, withKnots } from './ruler.ts';

const HEAD = 8;
const PITCH = 34;
const FIRST = 62;

/** A stage, a person of a branch, or a promise: each has its words and its moment. */
interface Note {
  visit?: RibbonVisit;
  bead?: Bead;
  flag?: RibbonFlag;
  /** a long wait of the ruler */
  fold?: boolean;
  atMs: number;
  /** decides now: takes the days after now */
  waits: boolean;
  loud: boolean;
  name: string;
  words: string;
  tall: number;
  y: number;
}

/** Time from top to bottom; a day is as tall as its lines of text, so that no words meet. Pure. */
export function layoutDown(
  given: RibbonModel,
  ruler: readonly Cell[],
  zone: string,
  width: number,
  measure: Measure,
): Drawing {
  const model = folded(given);
  const last = FIRST + PITCH * (rowsOf(model) - 1);
  const textX = last + 26;
  const notes = notesOf(model, ruler, width - textX, measure);
  const cells = sized(ruler, model, zone, notes);
  const at = placeOn(cells, zone);
  const axis: Axis = {
    down: true,
    at,
    mid: (FIRST + last) / 2,
    rowAt: (row) => FIRST + row * PITCH,
    // Whatever was done at this very millisecond is before now.
    now: at(model.nowMs + 1),
    words: (visit) => notes.find((note) => note.visit === visit && !note.bead)?.y,
    least: (visit) => leastBar(visit, notes),
  };
  placeNotes(notes, cellsOfNotes(cells, zone, notes, model.nowMs), axis);

  const visits = placeVisits(model.stages, axis);
  const ink: Shape[] = [
    ...visits.flatMap((visit) => drawBar(visit, axis)),
    ...model.stages.filter(({ rows }) => rows).flatMap((stage) => drawBlock(stage, visits, axis)),
  ];
  const beads = beadsOf(visits, notes, axis, ink);
  const far = last + 22;
  const today = cellOf(cells, zone, model.nowMs);
  const ground = cells.flatMap((cell, i) =>
    drawCell(cell, axis, far, model, cell === today, monthOf(cells, i)),
  );
  ink.push(line(axis, 'rb-now', [axis.now, HEAD + 32], [axis.now, far]));
  const end = cells.at(-1);
  for (const { flag, y, tall } of notes) {
    if (flag)
      ink.push(line(axis, `rb-flag rb-flag--${flag.kind}`, [y + tall - 6, 44], [y + tall - 6, width]));
  }
  return {
    down: true,
    width,
    height:
      Math.max(
        end ? end.a + end.size : 0,
        ...notes.map(({ y, tall }) => y + tall),
        ...beads.map(({ y }) => y + BEAD / 2),
      ) + 4,
    ground,
    ink,
    labels: notes.filter(({ flag }) => !flag).map((note) => labelOf(note, textX, width)),
    beads,
    flags: notes.flatMap(({ flag, y, words }): PlacedFlag[] =>
      flag ? [{ flag, x: textX, y, width: width - textX, note: words }] : [],
    ),
    now: { x: 0, y: clockAt(today, axis.now), words: model.clock },
    shift: null,
  };
}

/** People of one bar before places are known: the notes name whom the beads will show. */
function folded(model: RibbonModel): RibbonModel {
  const fold = <V extends RibbonVisit>(visit: V): V => ({
    ...visit,
    beads: foldBeads(visit.beads, MOST, visit.key),
  });
  return {
    ...model,
    stages: model.stages.map((stage) => ({
      ...fold(stage),
      ...(stage.rows && { rows: stage.rows.map((row) => ({ ...row, visits: row.visits.map(fold) })) }),
    })),
  };
}

function notesOf(model: RibbonModel, ruler: readonly Cell[], room: number, measure: Measure): Note[] {
  const list: Omit<Note, 'tall' | 'y'>[] = ruler.flatMap(({ days }) => {
    const [day] = days;
    const name = (day && model.folds[day.date]) ?? '';
    return day && name ? [{ fold: true, atMs: day.startMs, waits: false, loud: false, name, words: '' }] : [];
  });
  for (const stage of model.stages) {
    list.push({
      visit: stage,
      atMs: stage.startMs,
      waits: false,
      loud: !!stage.rows,
      name: stage.name,
      words: [stage.who, stage.note].filter(Boolean).join(', '),
    });
    for (const visit of stage.rows?.flatMap(({ visits }) => visits) ?? []) {
      if (visit.beads.length === 0)
        list.push({
          visit,
          atMs: visit.endMs,
          waits: false,
          loud: false,
          name: visit.name,
          words: visit.note,
        });
      for (const bead of visit.beads) {
        const waits = bead.look === 'waiting';
        const atMs = bead.atMs ?? (waits ? model.nowMs : visit.startMs);
        list.push({ visit, bead, atMs, waits, loud: false, name: bead.name, words: bead.words });
      }
    }
  }
  for (const flag of model.flags) {
    const words = flag.kind === 'promise' ? model.shiftToPlan : '';
    list.push({ flag, atMs: flag.atMs, waits: false, loud: false, name: flag.text, words });
  }
  return list
    .map((note) => {
      const icon = note.fold || note.bead ? 0 : 22;
      const name = linesOf(note.name, note.flag ? '600 14px' : '600 13px', room - icon, measure);
      const words = note.words ? linesOf(note.words, '400 13px', room - (note.flag ? icon : 0), measure) : 0;
      const tall = name * (note.flag ? 20 : LINE) + words * LINE + (note.flag ? 12 : 8);
      // People of a bar stand below each other: it is as tall as they are.
      const crowd = note.bead || !note.visit ? 0 : note.visit.beads.length * (BEAD + 2) + 4;
      return { ...note, tall: Math.max(tall, crowd), y: 0 };
    })
    .toSorted((p, q) => p.atMs - q.atMs);
}

function linesOf(words: string, font: string, room: number, measure: Measure): number {
  let lines = 1;
  let used = 0;
  for (const word of words.split(' ')) {
    const wide = measure(`${word} `, font);
    if (used > 0 && used + wide > room + 3) {
      lines++;
      used = 0;
    }
    // A word wider than the room is broken by the browser.
    lines += Math.max(0, Math.ceil(wide / room) - 1);
    used += wide % room;
  }
  return lines;
}

const cellOf = (cells: readonly Cell[], zone: string, ms: number): Cell | undefined => {
  const date = dayKey(ms, zone);
  const found = cells.find(({ days }) => days.some((day) => day.date === date));
  return found ?? (date < (cells[0]?.days[0]?.date ?? '') ? cells[0] : cells.at(-1));
};

/** Who waits takes the working days after now, one a day; the others the day of their moment. */
function cellsOfNotes(
  cells: readonly Cell[],
  zone: string,
  notes: readonly Note[],
  nowMs: number,
): Map<Note, Cell> {
  const today = cellOf(cells, zone, nowMs);
  const ahead = today ? cells.slice(cells.indexOf(today) + 1).filter(({ kind }) => kind === 'day') : [];
  const found = new Map<Note, Cell>();
  for (const note of notes) {
    const cell = (note.waits ? ahead.shift() : undefined) ?? cellOf(cells, zone, note.atMs);
    if (cell) found.set(note, cell);
  }
  return found;
}

function sized(ruler: readonly Cell[], model: RibbonModel, zone: string, notes: readonly Note[]): Cell[] {
  const today = cellOf(ruler, zone, model.nowMs);
  const of = cellsOfNotes(ruler, zone, notes, model.nowMs);
  const needs = { bar: (visit: RibbonVisit) => leastBar(visit, notes) + 3, block: 30, whole: true };
  const stretches = stretchesOf(model, ruler, zone, needs);
  let end = HEAD;
  return ruler.map((cell) => {
    const plain = cell.kind === 'day' ? (cell.past ? 22 : 28) : cell.kind === 'off' ? 10 : 60;
    const crowd = stretches.get(cell);
    // Today has room for its date and the clock.
    const least = cell === today ? Math.max(plain, 56) : plain;
    const size = Math.max(
      least,
      leastOf(crowd ?? []),
      total(notes, (note) => (of.get(note) === cell ? note.tall : 0)),
    );
    const placed = { ...cell, a: end, size };
    end += size;
    return withKnots(placed, crowd);
  });
}

/** A bar is as tall as its words, or as its people in a branch. */
function leastBar(visit: RibbonVisit, notes: readonly Note[]): number {
  const note = notes.find((one) => one.visit === visit && !one.bead);
  return note ? note.tall - 3 : Math.max(10, visit.beads.length * (BEAD + 2));
}

/** The clock stands in its own day, under the date: never on the day after. */
function clockAt(today: Cell | undefined, now: number): number {
  const y = now - 9;
  return today?.kind === 'day' ? clamp(y, today.a + 18, today.a + today.size - 18) : y;
}

/** Each at its moment: not higher than the one before, not below its day while there is room. */
function placeNotes(notes: readonly Note[], of: ReadonlyMap<Note, Cell>, axis: Axis): void {
  let y = HEAD;
  notes.forEach((note, i) => {
    const cell = of.get(note);
    const rest = total(notes.slice(i), (other) => (of.get(other) === cell ? other.tall : 0));
    const want = axis.at(note.atMs) - (note.flag ? note.tall - 4 : note.bead ? 20 : 0);
    const floor = cell ? cell.a + cell.size - rest : want;
    note.y = Math.max(y, note.waits ? axis.now + 7 : Math.min(want, floor));
    y = note.y + note.tall;
  });
}

function beadsOf(
  visits: readonly PlacedVisit[],
  notes: readonly Note[],
  axis: Axis,
  ink: Shape[],
): PlacedBead[] {
  const flow = beadLine();
  return visits.flatMap((visit) => {
    const said = (bead: Bead) => {
      const note = notes.find((one) =>
        visit.block ? one.bead === bead : one.visit === visit.visit && visit.beads.length === 1,
      );
      return note && note.y + (note.bead ? 18 : 16);
    };
    return placeBeads(visit, axis, flow.before(visit), said).map(({ bead, a }) => {
      ink.push(...drawTail(bead, a, visit, axis));
      flow.took(visit, a);
      return { bead, x: visit.c, y: a, end: false };
    });
  });
}

function drawCell(
  cell: Cell,
  axis: Axis,
  far: number,
  model: RibbonModel,
  today: boolean,
  named: boolean,
): Shape[] {
  const { kind, days, a, size } = cell;
  if (kind !== 'day') {
    return [rect(axis, `rb-${kind}`, a, a + size, 44, far)];
  }
  const [, m = 1, d = 1] = (days[0]?.date ?? '').split('-').map(Number);
  const words = named ? `${d} ${(model.months[m - 1] ?? '').slice(0, 3)}` : String(d);
  const cls = `rb-day${today ? ' is-now' : ''}${days[0]?.provisional ? ' is-provisional' : ''}`;
  return [{ type: 'text', cls, x: 38, y: a + 13, words, anchor: 'end' }];
}

/** Whether a day is the first of its month on the ruler. */
function monthOf(cells: readonly Cell[], i: number): boolean {
  const month = (cell: Cell | undefined) => cell?.days[0]?.date.slice(0, 7);
  const before = cells.slice(0, i).findLast(({ kind }) => kind === 'day');
  return month(before) !== month(cells[i]);
}

function labelOf(note: Note, x: number, width: number): Label {
  const { visit, bead, fold, loud, name, words, tall, y } = note;
  return {
    key: bead?.key ?? visit?.key ?? name,
    cls: fold ? 'rb-label--fold' : bead ? 'rb-label--who' : loud ? 'rb-label--now' : '',
    x,
    y,
    width: width - x,
    height: tall,
    ...(visit && !bead && { kind: visit.kind }),
    name,
    whole: name,
    note: words,
  };
}
