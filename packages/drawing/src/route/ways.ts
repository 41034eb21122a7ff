import type { Point, Side } from '../geometry/box.ts';

/** One end of a line on its way: where it starts, to which side, and how far it goes before it may turn. */
export interface End extends Point {
  readonly side: Side;
  readonly least: number;
}

/** Coordinates at which a line may run: `xs` of upright parts, `ys` of level ones. */
export interface Channels {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Takes a line that was thought of. */
export type Emit = (points: readonly Point[]) => void;

/** Orthogonal lines from end to end with up to two turns. */
export function shortWays(from: End, to: End, { xs, ys }: Channels, emit: Emit): void {
  const [levelOut, levelIn] = [isLevel(from.side), isLevel(to.side)];
  if (levelOut && levelIn) {
    if (from.y === to.y) {
      if (clears(from, to.x, to.y) && clears(to, from.x, from.y)) emit([from, to]);
      return;
    }
    for (const x of xs) {
      if (clears(from, x, from.y) && clears(to, x, to.y)) {
        emit([from, { x, y: from.y }, { x, y: to.y }, to]);
      }
    }
  } else if (!levelOut && !levelIn) {
    if (from.x === to.x) {
      if (clears(from, to.x, to.y) && clears(to, from.x, from.y)) emit([from, to]);
      return;
    }
    for (const y of ys) {
      if (clears(from, from.x, y) && clears(to, to.x, y)) {
        emit([from, { x: from.x, y }, { x: to.x, y }, to]);
      }
    }
  } else {
    const turn = levelOut ? { x: to.x, y: from.y } : { x: from.x, y: to.y };
    if (clears(from, turn.x, turn.y) && clears(to, turn.x, turn.y)) emit([from, turn, to]);
  }
}

/** Orthogonal lines from end to end with three and four turns, no longer than `longest`. */
export function longWays(from: End, to: End, { xs, ys }: Channels, longest: number, emit: Emit): void {
  const [levelOut, levelIn] = [isLevel(from.side), isLevel(to.side)];
  if (levelOut && !levelIn) {
    for (const x of xs) {
      if (x === to.x || !clears(from, x, from.y)) continue;
      const across = Math.abs(x - from.x) + Math.abs(x - to.x);
      for (const y of ys) {
        if (across + Math.abs(y - from.y) + Math.abs(y - to.y) > longest) continue;
        if (y === from.y || !clears(to, to.x, y)) continue;
        emit([from, { x, y: from.y }, { x, y }, { x: to.x, y }, to]);
      }
    }
  } else if (!levelOut && levelIn) {
    for (const y of ys) {
      if (y === to.y || !clears(from, from.x, y)) continue;
      const down = Math.abs(y - from.y) + Math.abs(y - to.y);
      for (const x of xs) {
        if (down + Math.abs(x - from.x) + Math.abs(x - to.x) > longest) continue;
        if (x === from.x || !clears(to, x, to.y)) continue;
        emit([from, { x: from.x, y }, { x, y }, { x, y: to.y }, to]);
      }
    }
  } else if (levelOut) {
    const firsts = nearest(
      xs.filter((x) => clears(from, x, from.y)),
      from.x,
    );
    const lasts = nearest(
      xs.filter((x) => clears(to, x, to.y)),
      to.x,
    );
    for (const x1 of firsts) {
      for (const x2 of lasts) {
        const across = Math.abs(x1 - from.x) + Math.abs(x1 - x2) + Math.abs(x2 - to.x);
        for (const y of ys) {
          if (x1 === x2 || y === from.y || y === to.y) continue;
          if (across + Math.abs(y - from.y) + Math.abs(y - to.y) > longest) continue;
          emit([from, { x: x1, y: from.y }, { x: x1, y }, { x: x2, y }, { x: x2, y: to.y }, to]);
        }
      }
    }
  } else {
    const firsts = nearest(
      ys.filter((y) => clears(from, from.x, y)),
      from.y,
    );
    const lasts = nearest(
      ys.filter((y) => clears(to, to.x, y)),
      to.y,
    );
    for (const y1 of firsts) {
      for (const y2 of lasts) {
        const down = Math.abs(y1 - from.y) + Math.abs(y1 - y2) + Math.abs(y2 - to.y);
        for (const x of xs) {
          if (y1 === y2 || x === from.x || x === to.x) continue;
          if (down + Math.abs(x - from.x) + Math.abs(x - to.x) > longest) continue;
          emit([from, { x: from.x, y: y1 }, { x, y: y1 }, { x, y: y2 }, { x: to.x, y: y2 }, to]);
        }
      }
    }
  }
}

/**
 * Lines from an end into a rail, a line that leads to the same target: they meet one of its parts, or the prolongation of
 * one backwards, and follow it to its end. `emit` is also told from which of the points on the rail is followed.
 */
export function joiningWays(
  from: End,
  rail: readonly Point[],
  margin: number,
  emit: (points: readonly Point[], joinedAt: number) => void,
): void {
  const levelOut = isLevel(from.side);
  for (let part = 0; part < rail.length - 1; part++) {
    const [start, next] = [rail[part]!, rail[part + 1]!];
    const rest = rail.slice(part + 1);
    const level = start.y === next.y;
    // Room for the tip, where the part is the last one.
    const spare = part === rail.length - 2 ? 24 : 0;
    if (level !== levelOut) {
      const meeting = level ? { x: from.x, y: start.y } : { x: start.x, y: from.y };
      if (clears(from, meeting.x, meeting.y) && leadsOn(meeting, start, next, spare)) {
        emit([from, meeting, ...rest], 1);
      }
    } else {
      const turn = outwards(from, Math.max(margin, from.least));
      const meeting = level ? { x: turn.x, y: start.y } : { x: start.x, y: turn.y };
      if (leadsOn(meeting, start, next, spare) && (level ? turn.y !== start.y : turn.x !== start.x)) {
        emit([from, turn, meeting, ...rest], 2);
      }
    }
  }
}

/** Whether going from `at` to `next` goes the way of the part from `start` to `next`, and `spare` pixels of it are left. */
function leadsOn(at: Point, start: Point, next: Point, spare: number): boolean {
  const [dx, dy] = [Math.sign(next.x - start.x), Math.sign(next.y - start.y)];
  return (next.x - at.x) * dx + (next.y - at.y) * dy > spare;
}

function outwards({ x, y, side }: End, by: number): Point {
  switch (side) {
    case 'right':
      return { x: x + by, y };
    case 'left':
      return { x: x - by, y };
    case 'bottom':
      return { x, y: y + by };
    case 'top':
      return { x, y: y - by };
  }
}

/** With four turns the outer parts run close to their ends: a few channels each are enough. */
const fewChannels = 4;

function nearest(values: readonly number[], to: number): readonly number[] {
  if (values.length <= fewChannels) return values;
  return values.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to)).slice(0, fewChannels);
}

function isLevel(side: Side): boolean {
  return side === 'left' || side === 'right';
}

/** Whether a point lies outwards of an end, and far enough for a turn. */
function clears(end: End, x: number, y: number): boolean {
  switch (end.side) {
    case 'right':
      return x - end.x >= end.least;
    case 'left':
      return end.x - x >= end.least;
    case 'bottom':
      return y - end.y >= end.least;
    case 'top':
      return end.y - y >= end.least;
  }
}
