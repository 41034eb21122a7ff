import { type Box, grown, holds, type Point } from '../geometry/box.ts';
import { textWidth, wrapWords } from '../words/text-width.ts';
import { type EdgeLabel, labelBox, labelSize, lineHeight, numberAway } from './edge.ts';
import type { Field } from './field.ts';

/** A label may be wrapped to these widths, the first that fits is taken. */
const wraps = [
  { width: 190, most: 1, cost: 0 },
  { width: 132, most: 2, cost: 30 },
  { width: 190, most: 2, cost: 40 },
  { width: 96, most: 3, cost: 60 },
  { width: 190, most: 3, cost: 80 },
  { width: 76, most: 4, cost: 90 },
];
/** From a level line to the words above and below it, and from an upright one to those beside it. */
const away = { above: 6, below: 15, beside: 8 };
const price = { box: 9000, reserved: 6000, line: 3000, part: 22, beside: 60, outside: 40 };
/** Above this there is no good place, and the words are left to the line's tip. */
const tooMuch = 6000;

/**
 * A place for words beside a line: along its first parts, above, below or at a side, clear of stages, lines and of what is
 * reserved; undefined when there is none. Reserves what it takes.
 *
 * @param shared - parts of the line from this one on are the rail of its group, which others label too
 */
export function placeLabel(
  words: string,
  points: readonly Point[],
  field: Field,
  options: { readonly numbered: boolean; readonly shared?: number | undefined },
): EdgeLabel | undefined {
  let best: EdgeLabel | undefined;
  let least = tooMuch;
  const parts = Math.min(points.length - 1, options.shared ?? points.length - 1);
  for (const wrap of wraps) {
    const lines = wrapWords(words, wrap.width, labelSize, 500, wrap.most);
    if (wrap.most > 1 && lines.length === 1) continue;
    const cut = lines.some((line) => line.endsWith('…')) ? 400 : 0;
    const width = Math.max(...lines.map((line) => textWidth(line, labelSize, 500)));
    for (let part = 0; part < Math.max(1, parts); part++) {
      const from = points[part]!;
      const to = points[part + 1]!;
      for (const [order, label] of labelsAlong(
        lines,
        width,
        from,
        to,
        part === 0 && options.numbered,
        part,
        points.length - 2,
      ).entries()) {
        const base = wrap.cost + cut + part * price.part + order;
        if (base >= least) continue;
        const cost = base + trouble(field, label);
        if (cost < least) {
          least = cost;
          best = label;
        }
      }
      if (least < wrap.cost + cut + price.part) break;
    }
    if (best !== undefined && least < 120) break;
  }
  if (best !== undefined) field.reserve(labelBox(best));
  return best;
}

/** Labels along one part of a line, the best places first. */
function labelsAlong(
  lines: readonly string[],
  width: number,
  from: Point,
  to: Point,
  numbered: boolean,
  part: number,
  last: number,
): readonly EdgeLabel[] {
  const before = (numbered ? numberAway + 12 : 4) + (part === 0 ? 0 : 6);
  const after = part === last ? 14 : 6;
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const height = lines.length * lineHeight;
  if (from.y === to.y) {
    const sign = Math.sign(to.x - from.x);
    const room = length - before - after;
    const spots = room >= width ? [before + room / 2, before + width / 2, length - after - width / 2] : [];
    return spots.flatMap((spot): EdgeLabel[] => {
      const x = from.x + sign * spot;
      return [
        { lines, x, y: from.y - away.above - (lines.length - 1) * lineHeight, anchor: 'middle' },
        { lines, x, y: from.y + away.below, anchor: 'middle' },
      ];
    });
  }
  const sign = Math.sign(to.y - from.y);
  const room = length - before - after;
  // Beside a short upright part the words may be higher than it is.
  const spots =
    room >= height
      ? [before + room / 2, before + height / 2, length - after - height / 2]
      : [before + room / 2];
  return spots.flatMap((spot): EdgeLabel[] => {
    const y = from.y + sign * spot - height / 2 + 12;
    return [
      { lines, x: from.x + away.beside, y, anchor: 'start' },
      { lines, x: from.x - away.beside, y, anchor: 'end' },
    ];
  });
}

function trouble(field: Field, label: EdgeLabel): number {
  const box = labelBox(label);
  const tight: Box = { x: box.x - 3, y: box.y - 1, width: box.width + 6, height: box.height };
  const at = field.clearance(tight);
  let cost = at.boxes * price.box + at.reserved * price.reserved + at.lines * price.line;
  // Words close under a pill, or outside of the drawing, would be read as somebody else's.
  if (at.reserved === 0) cost += field.clearance(grown(tight, 12)).proud * price.beside;
  if (!holds(field.region, box)) cost += price.outside;
  if (field.closed && !holds(grown(field.region, 2), box)) cost += price.box;
  return cost;
}
