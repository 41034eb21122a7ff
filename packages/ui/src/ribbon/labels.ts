import type { PlacedVisit } from './bars.ts';
import { cutWords, type Label, LINE, type Measure } from './drawing.ts';

type Box = readonly [left: number, top: number, right: number, bottom: number];

interface Option {
  name: string;
  x: number;
  y: number;
  width: number;
  stem: number;
}

export interface LabelField {
  visits: readonly PlacedVisit[];
  /** places that are taken: blocks, flags */
  taken: readonly Box[];
  width: number;
  head: number;
  mid: number;
  measure: Measure;
}

const TALL = 2 * LINE;
const STEPS = 3000;
/** When the whole name does not find a place, it is tried cut to so many px. */
const SHORTER = [118, 64];

/**
 * Places the labels of the main line above and below it, near first: a search with return, so that one label does
 * not take the last place of another. Pure.
 *
 * @returns a label and its stem for each visit (null for a done one that found no place), or null when they do not fit
 */
export function placeLabels(field: LabelField): ({ label: Label; stem: number } | null)[] | null {
  return solve(field, false) ?? solve(field, true);
}

function solve(field: LabelField, tight: boolean): ({ label: Label; stem: number } | null)[] | null {
  const boxes: Box[] = [...field.taken];
  const chosen: (Option | null)[] = [];
  let steps = STEPS;
  const next = (i: number): boolean => {
    const placed = field.visits[i];
    if (!placed) return true;
    const silent = tight && placed.visit.state === 'done';
    for (const option of optionsOf(placed, [...boxes], field, silent)) {
      if (steps-- < 0) return false;
      if (option) boxes.push(...boxesOf(option, field.mid));
      chosen[i] = option;
      if (next(i + 1)) return true;
      if (option) boxes.splice(-2);
    }
    return false;
  };
  if (!next(0)) return null;
  return field.visits.map(({ visit }, i) => {
    const option = chosen[i];
    if (!option) return null;
    const { name, x, y, width, stem } = option;
    return {
      stem,
      label: {
        key: visit.key,
        cls: '',
        x,
        y,
        width,
        height: TALL,
        kind: visit.kind,
        name,
        whole: visit.name,
        note: visit.note,
      },
    };
  });
}

function boxesOf({ x, y, width, stem }: Option, mid: number): [Box, Box] {
  return [
    [x, y, x + width + 10, y + TALL],
    [stem - 3, Math.min(y, mid), stem + 3, Math.max(y, mid)],
  ];
}

/** One after another, so that a search which takes the first never makes the rest. */
function* optionsOf(
  { visit, a0, a1 }: PlacedVisit,
  boxes: readonly Box[],
  field: LabelField,
  silent: boolean,
): Generator<Option | null> {
  const { width: whole, head, mid, measure } = field;
  const free = (x: number, y: number, w: number, h: number) =>
    x >= 0 &&
    y >= head &&
    x + w <= whole &&
    !boxes.some(([l, t, r, b]) => x < r && x + w > l && y < b && y + h > t);
  const shorter = SHORTER.map((room) => cutWords(visit.name, room, '500 13px', measure));
  for (const name of new Set([visit.name, ...shorter])) {
    const width = Math.ceil(Math.max(measure(name, '500 13px') + 21, measure(visit.note, '400 13px'))) + 2;
    const sides = boxes.flatMap((box) => [box[0] - width - 15, box[2] + 1]);
    const xs = new Set(
      [a0 - 1, a1 - width, ...sides, whole - width - 14].filter((x) => x <= a0 + 12 && x + width >= a0 + 6),
    );
    for (const dy of [-21 - TALL, 21, -61 - TALL, 61, 101])
      for (const x of xs) {
        const y = mid + dy;
        if (!free(x, y, width + 14, TALL)) continue;
        for (const stem of [a0 + 6, a1 - 6]) {
          if (stem <= x || stem >= x + width) continue;
          const open =
            y < mid
              ? free(stem - 2, y + TALL, 4, mid - 20 - y - TALL)
              : free(stem - 2, mid + 18, 4, y - mid - 20);
          if (open) yield { name, x, y, width, stem };
        }
      }
  }
  if (silent) yield null;
}
