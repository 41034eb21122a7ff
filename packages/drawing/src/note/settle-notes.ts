import type { Slug } from '@reglament/regulation';
import { type Box, gapBetween, meets, type Point, sameBox } from '../geometry/box.ts';
import { type Direction, freeSpot } from '../place/free-place.ts';
import type { Placement } from '../place/placement.ts';

/** How far a note may lie from the stage that it goes with. */
const reach = 400;

/**
 * Where notes go when stages were laid out anew, by their boxes before: each goes with the nearest stage, and where something
 * now stands that did not lie under it, to the nearest free place on the same side of that stage. Only those that move; whole
 * steps of the grid. Pure.
 */
export function settleNotes(
  notes: ReadonlyMap<Slug, Box>,
  before: Placement,
  after: Placement,
): ReadonlyMap<Slug, Point> {
  const [were, are] = [namedBoxes(before), namedBoxes(after)];
  const moved = new Map<Slug, Point>();
  const settled: Box[] = [];
  for (const [id, note] of notes) {
    const under = new Set([...were].filter(([, box]) => meets(note, box)).map(([name]) => name));
    const anchor = nearest(note, were);
    const [from, to] = anchor === undefined ? [] : [were.get(anchor), are.get(anchor)];
    const wish =
      from && to && !sameBox(from, to)
        ? { ...note, x: snapped(note.x + to.x - from.x), y: snapped(note.y + to.y - from.y) }
        : note;
    const inTheWay = [
      ...[...are].filter(([name]) => !under.has(name)).map(([, box]) => box),
      ...(wish === note ? [] : settled),
    ];
    const size = { width: note.width, height: note.height };
    const isFree = !inTheWay.some((box) => meets(wish, box));
    if (isFree && wish === note) {
      settled.push(note);
      continue;
    }
    const spot = isFree
      ? wish
      : freeSpot([...are.values(), ...settled], to ?? wish, sideOf(from, note), size);
    const at = { x: snapped(spot.x), y: snapped(spot.y) };
    settled.push({ ...at, ...size });
    moved.set(id, at);
  }
  return moved;
}

function namedBoxes({ boxes, start }: Placement): ReadonlyMap<string, Box> {
  return new Map<string, Box>(start === null ? boxes : [...boxes, ['$start', start]]);
}

function nearest(note: Box, boxes: ReadonlyMap<string, Box>): string | undefined {
  let best: { readonly name: string; readonly gap: number } | undefined;
  for (const [name, box] of boxes) {
    const gap = gapBetween(note, box);
    if (gap <= reach && (best === undefined || gap < best.gap)) best = { name, gap };
  }
  return best?.name;
}

function sideOf(anchor: Box | undefined, note: Box): Direction {
  if (anchor === undefined) return 'down';
  const dx = note.x + note.width / 2 - anchor.x - anchor.width / 2;
  const dy = note.y + note.height / 2 - anchor.y - anchor.height / 2;
  if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? 'right' : 'left';
  return dy > 0 ? 'down' : 'up';
}

const snapped = (value: number): number => Math.round(value / 8) * 8;
