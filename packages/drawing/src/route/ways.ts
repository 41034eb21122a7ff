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

/** Orthogonal lines from end to end with up to two turns. */
export function shortWays(from: End, to: End, { xs, ys }: Channels): readonly (readonly Point[])[] {
  const found: (readonly Point[])[] = [];
  const [levelOut, levelIn] = [isLevel(from.side), isLevel(to.side)];
  if (levelOut && levelIn) {
    if (from.y === to.y && clears(from, to) && clears(to, from)) found.push([from, to]);
    for (const x of xs) {
      const [one, other] = [
        { x, y: from.y },
        { x, y: to.y },
      ];
      if (from.y !== to.y && clears(from, one) && clears(to, other)) found.push([from, one, other, to]);
    }
  } else if (!levelOut && !levelIn) {
    if (from.x === to.x && clears(from, to) && clears(to, from)) found.push([from, to]);
    for (const y of ys) {
      const [one, other] = [
        { x: from.x, y },
        { x: to.x, y },
      ];
      if (from.x !== to.x && clears(from, one) && clears(to, other)) found.push([from, one, other, to]);
    }
  } else {
    const turn = levelOut ? { x: to.x, y: from.y } : { x: from.x, y: to.y };
    if (clears(from, turn) && clears(to, turn)) found.push([from, turn, to]);
  }
  return found;
}

/** Orthogonal lines from end to end with three and four turns. */
export function longWays(from: End, to: End, { xs, ys }: Channels): readonly (readonly Point[])[] {
  const found: (readonly Point[])[] = [];
  const [levelOut, levelIn] = [isLevel(from.side), isLevel(to.side)];
  if (levelOut && !levelIn) {
    for (const x of xs) {
      const one = { x, y: from.y };
      if (!clears(from, one)) continue;
      for (const y of ys) {
        const last = { x: to.x, y };
        if (y === from.y || x === to.x || !clears(to, last)) continue;
        found.push([from, one, { x, y }, last, to]);
      }
    }
  } else if (!levelOut && levelIn) {
    for (const y of ys) {
      const one = { x: from.x, y };
      if (!clears(from, one)) continue;
      for (const x of xs) {
        const last = { x, y: to.y };
        if (x === from.x || y === to.y || !clears(to, last)) continue;
        found.push([from, one, { x, y }, last, to]);
      }
    }
  } else if (levelOut) {
    const firsts = xs.filter((x) => clears(from, { x, y: from.y }));
    const lasts = xs.filter((x) => clears(to, { x, y: to.y }));
    for (const x1 of nearest(firsts, from.x)) {
      for (const x2 of nearest(lasts, to.x)) {
        if (x1 === x2) continue;
        for (const y of ys) {
          if (y === from.y || y === to.y) continue;
          found.push([from, { x: x1, y: from.y }, { x: x1, y }, { x: x2, y }, { x: x2, y: to.y }, to]);
        }
      }
    }
  } else {
    const firsts = ys.filter((y) => clears(from, { x: from.x, y }));
    const lasts = ys.filter((y) => clears(to, { x: to.x, y }));
    for (const y1 of nearest(firsts, from.y)) {
      for (const y2 of nearest(lasts, to.y)) {
        if (y1 === y2) continue;
        for (const x of xs) {
          if (x === from.x || x === to.x) continue;
          found.push([from, { x: from.x, y: y1 }, { x, y: y1 }, { x, y: y2 }, { x: to.x, y: y2 }, to]);
        }
      }
    }
  }
  return found;
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
function clears(end: End, { x, y }: Point): boolean {
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
