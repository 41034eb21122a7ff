import { type Box, grown, type Point } from '../geometry/box.ts';
import { createGrid } from './grid.ts';

/** What a straight part of a line comes upon. */
export interface Encounter {
  /** Boxes that it goes through. */
  readonly boxes: number;
  /** Boxes that it passes too near. */
  readonly near: number;
  readonly crossings: number;
  /** Pixels along which it lies on, or almost on, a line that is not its own. */
  readonly overlap: number;
  /** Pixels that it shares with the rail of its group. */
  readonly shared: number;
}

/** What meets a rectangle. */
export interface Clearance {
  readonly boxes: number;
  readonly lines: number;
  readonly reserved: number;
  /** Of those reserved, the proud ones. */
  readonly proud: number;
}

/** One place of the canvas in which lines are drawn: the root, or a lane. Boxes stand in it, lines are added one by one. */
export interface Field {
  readonly region: Box;
  /** Whether lines must stay inside: a lane. */
  readonly closed: boolean;
  readonly boxAt: (index: number) => Box;
  /** Measures a part of a line; `own` are boxes that it may touch, `group` the rail it may join. */
  readonly meet: (from: Point, to: Point, own: ReadonlySet<number>, group: string | undefined) => Encounter;
  readonly boxesMet: (from: Point, to: Point) => readonly number[];
  readonly addLine: (points: readonly Point[], group: string | undefined) => void;
  /** Whether a rectangle is clear of boxes, of lines and of what was reserved. */
  readonly clearance: (box: Box) => Clearance;
  /** Keeps words away from a place; `proud` is a pill, near which words of another line would be read as its own. */
  readonly reserve: (box: Box, proud?: boolean) => void;
}

/** What a line keeps from a box, and from another line beside it. */
const boxRoom = 12;
const lineRoom = 9;

interface Segment {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly flat: boolean;
  readonly group: string | undefined;
}

export function createField(boxes: readonly Box[], region: Box, closed: boolean): Field {
  const bounds = grown(region, 240);
  const boxGrid = createGrid(bounds);
  for (const [index, box] of boxes.entries()) boxGrid.add(index, box);
  const segments: Segment[] = [];
  const lineGrid = createGrid(bounds);
  const reserved: { readonly box: Box; readonly proud: boolean }[] = [];
  const reservedGrid = createGrid(bounds);

  const meet: Field['meet'] = (from, to, own, group) => {
    const flat = from.y === to.y;
    const [left, right] = from.x < to.x ? [from.x, to.x] : [to.x, from.x];
    const [top, bottom] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
    let [through, near, crossings, overlap, shared] = [0, 0, 0, 0, 0];
    boxGrid.visit(left - boxRoom, top - boxRoom, right + boxRoom, bottom + boxRoom, (index) => {
      const box = boxes[index]!;
      if (
        right <= box.x - boxRoom ||
        left >= box.x + box.width + boxRoom ||
        bottom <= box.y - boxRoom ||
        top >= box.y + box.height + boxRoom
      ) {
        return;
      }
      const inside = right > box.x && left < box.x + box.width && bottom > box.y && top < box.y + box.height;
      if (own.has(index)) return;
      if (inside) through++;
      else near++;
    });
    lineGrid.visit(left - lineRoom, top - lineRoom, right + lineRoom, bottom + lineRoom, (index) => {
      const line = segments[index]!;
      const mine = group !== undefined && line.group === group;
      if (line.flat === flat) {
        const away = flat ? Math.abs(line.top - top) : Math.abs(line.left - left);
        if (away >= lineRoom) return;
        const common = flat
          ? Math.min(right, line.right) - Math.max(left, line.left)
          : Math.min(bottom, line.bottom) - Math.max(top, line.top);
        if (common <= -lineRoom) return;
        if (mine && away === 0) shared += Math.max(0, common);
        else if (!mine || common > 0) overlap += Math.max(lineRoom, common);
      } else {
        const meetsIt = flat
          ? line.left > left - 4 && line.left < right + 4 && line.top < top + 4 && line.bottom > top - 4
          : line.top > top - 4 && line.top < bottom + 4 && line.left < left + 4 && line.right > left - 4;
        if (meetsIt && !mine) crossings++;
      }
    });
    return { boxes: through, near, crossings, overlap, shared };
  };

  const clearance: Field['clearance'] = (box) => {
    const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
    const found = { boxes: 0, lines: 0, reserved: 0, proud: 0 };
    const hits = (other: Box) =>
      other.x < right && other.x + other.width > left && other.y < bottom && other.y + other.height > top;
    boxGrid.visit(left, top, right, bottom, (index) => {
      if (hits(boxes[index]!)) found.boxes++;
    });
    lineGrid.visit(left, top, right, bottom, (index) => {
      const line = segments[index]!;
      if (line.left <= right && line.right >= left && line.top <= bottom && line.bottom >= top) found.lines++;
    });
    reservedGrid.visit(left, top, right, bottom, (index) => {
      const { box: other, proud } = reserved[index]!;
      if (!hits(other)) return;
      found.reserved++;
      if (proud) found.proud++;
    });
    return found;
  };

  return {
    region,
    closed,
    boxAt: (index) => boxes[index]!,
    meet,
    boxesMet: (from, to) => {
      const [left, right] = from.x < to.x ? [from.x, to.x] : [to.x, from.x];
      const [top, bottom] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
      const met: number[] = [];
      boxGrid.visit(left, top, right, bottom, (index) => {
        const box = boxes[index]!;
        if (right > box.x && left < box.x + box.width && bottom > box.y && top < box.y + box.height)
          met.push(index);
      });
      return met;
    },
    addLine: (points, group) => {
      for (let i = 1; i < points.length; i++) {
        const [from, to] = [points[i - 1]!, points[i]!];
        const segment = {
          left: Math.min(from.x, to.x),
          top: Math.min(from.y, to.y),
          right: Math.max(from.x, to.x),
          bottom: Math.max(from.y, to.y),
          flat: from.y === to.y,
          group,
        };
        lineGrid.add(segments.length, {
          x: segment.left,
          y: segment.top,
          width: segment.right - segment.left,
          height: segment.bottom - segment.top,
        });
        segments.push(segment);
      }
    },
    clearance,
    reserve: (box, proud = false) => {
      reservedGrid.add(reserved.length, box);
      reserved.push({ box, proud });
    },
  };
}
