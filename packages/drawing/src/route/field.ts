import { type Box, grown, type Point } from '../geometry/box.ts';
import { createGrid } from './grid.ts';

/** What a straight part of a line comes upon. Written anew by each measuring: read it before the next. */
export interface Encounter {
  /** Boxes that it goes through. */
  boxes: number;
  /** Boxes that it passes too near. */
  near: number;
  crossings: number;
  /** Pixels along which it lies on, or almost on, a line that is not its own. */
  overlap: number;
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
  /** Measures a part of a line; `ownFrom` and `ownTo` are boxes that it may lie in, `group` are lines that it may join. */
  readonly meet: (
    from: Point,
    to: Point,
    ownFrom: number | undefined,
    ownTo: number | undefined,
    group: string | undefined,
    /** Whether one trouble is enough to know. */
    briefly?: boolean,
  ) => Encounter;
  readonly boxesMet: (from: Point, to: Point) => readonly number[];
  readonly addLine: (points: readonly Point[], group: string | undefined) => void;
  /** What of boxes, lines and of what was reserved meets a rectangle. */
  readonly clearance: (box: Box) => Clearance;
  /** Keeps words away from a place; `proud` is a pill, near which words of another line would be read as its own. */
  readonly reserve: (box: Box, proud?: boolean) => void;
}

/** What a line keeps from a box, from another line beside it, and from one that it might seem to touch. */
const room = { box: 12, line: 9, touch: 4 };

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
  const met: Encounter = { boxes: 0, near: 0, crossings: 0, overlap: 0 };

  const meetBoxes = (
    left: number,
    top: number,
    right: number,
    bottom: number,
    ownFrom: number | undefined,
    ownTo: number | undefined,
    briefly: boolean,
  ): void => {
    const count = boxGrid.find(left - room.box, top - room.box, right + room.box, bottom + room.box);
    for (let i = 0; i < count; i++) {
      const index = boxGrid.near[i]!;
      if (index === ownFrom || index === ownTo) continue;
      const { x, y, width, height } = boxes[index]!;
      if (right > x && left < x + width && bottom > y && top < y + height) {
        met.boxes++;
        if (briefly) return;
      } else if (
        right > x - room.box &&
        left < x + width + room.box &&
        bottom > y - room.box &&
        top < y + height + room.box
      ) {
        met.near++;
      }
    }
  };

  const meetLines = (
    left: number,
    top: number,
    right: number,
    bottom: number,
    flat: boolean,
    group: string | undefined,
    briefly: boolean,
  ): void => {
    const count = lineGrid.find(left - room.line, top - room.line, right + room.line, bottom + room.line);
    for (let i = 0; i < count; i++) {
      const line = segments[lineGrid.near[i]!]!;
      const mine = group !== undefined && line.group === group;
      if (line.flat !== flat) {
        const touches =
          line.left < right + room.touch &&
          line.right > left - room.touch &&
          line.top < bottom + room.touch &&
          line.bottom > top - room.touch;
        if (touches && !mine) {
          met.crossings++;
          if (briefly) return;
        }
        continue;
      }
      const away = flat ? Math.abs(line.top - top) : Math.abs(line.left - left);
      if (away >= room.line || (mine && away === 0)) continue;
      const common = flat
        ? Math.min(right, line.right) - Math.max(left, line.left)
        : Math.min(bottom, line.bottom) - Math.max(top, line.top);
      if (common > (mine ? 0 : -room.line)) met.overlap += Math.max(room.line, common);
    }
  };

  return {
    region,
    closed,
    boxAt: (index) => boxes[index]!,
    meet: (from, to, ownFrom, ownTo, group, briefly = false) => {
      met.boxes = 0;
      met.near = 0;
      met.crossings = 0;
      met.overlap = 0;
      const left = Math.min(from.x, to.x);
      const right = Math.max(from.x, to.x);
      const top = Math.min(from.y, to.y);
      const bottom = Math.max(from.y, to.y);
      meetBoxes(left, top, right, bottom, ownFrom, ownTo, briefly);
      if (briefly && met.boxes > 0) return met;
      meetLines(left, top, right, bottom, from.y === to.y, group, briefly);
      return met;
    },
    boxesMet: (from, to) => {
      const [left, right] = from.x < to.x ? [from.x, to.x] : [to.x, from.x];
      const [top, bottom] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
      const count = boxGrid.find(left, top, right, bottom);
      return boxGrid.near.slice(0, count).filter((index) => {
        const { x, y, width, height } = boxes[index]!;
        return right > x && left < x + width && bottom > y && top < y + height;
      });
    },
    addLine: (points, group) => {
      for (let i = 1; i < points.length; i++) {
        const [from, to] = [points[i - 1]!, points[i]!];
        const [left, right] = from.x < to.x ? [from.x, to.x] : [to.x, from.x];
        const [top, bottom] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
        lineGrid.add(segments.length, { x: left, y: top, width: right - left, height: bottom - top });
        segments.push({ left, top, right, bottom, flat: from.y === to.y, group });
      }
    },
    clearance: ({ x: left, y: top, width, height }) => {
      const [right, bottom] = [left + width, top + height];
      const hits = (other: Box) =>
        other.x < right && other.x + other.width > left && other.y < bottom && other.y + other.height > top;
      const found = { boxes: 0, lines: 0, reserved: 0, proud: 0 };
      for (let count = boxGrid.find(left, top, right, bottom), i = 0; i < count; i++) {
        if (hits(boxes[boxGrid.near[i]!]!)) found.boxes++;
      }
      for (let count = lineGrid.find(left, top, right, bottom), i = 0; i < count; i++) {
        const line = segments[lineGrid.near[i]!]!;
        if (line.left <= right && line.right >= left && line.top <= bottom && line.bottom >= top)
          found.lines++;
      }
      for (let count = reservedGrid.find(left, top, right, bottom), i = 0; i < count; i++) {
        const { box: other, proud } = reserved[reservedGrid.near[i]!]!;
        if (!hits(other)) continue;
        found.reserved++;
        if (proud) found.proud++;
      }
      return found;
    },
    reserve: (box, proud = false) => {
      reservedGrid.add(reserved.length, box);
      reserved.push({ box, proud });
    },
  };
}
