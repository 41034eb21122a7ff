import type { Box } from '../geometry/box.ts';

/** Boxes found by where they lie: a table of cells, so that asking about one place does not ask every box. */
export interface Grid {
  readonly add: (item: number, box: Box) => void;
  /** Calls `visit` once for every item that may meet the rectangle; stops when it answers true. */
  readonly visit: (
    left: number,
    top: number,
    right: number,
    bottom: number,
    visit: (item: number) => boolean | undefined,
  ) => void;
}

const cell = 160;
const mostCells = 256;

/** A table of cells over `bounds`; what lies outside falls into the cells at its border. */
export function createGrid(bounds: Box): Grid {
  const columns = Math.min(mostCells, Math.max(1, Math.ceil(bounds.width / cell)));
  const rows = Math.min(mostCells, Math.max(1, Math.ceil(bounds.height / cell)));
  const [cellWidth, cellHeight] = [
    Math.max(cell, bounds.width / columns),
    Math.max(cell, bounds.height / rows),
  ];
  const cells: (number[] | undefined)[] = new Array(columns * rows);
  // An item lies in several cells: the round in which it was last seen keeps it from being visited twice.
  const seen: number[] = [];
  let round = 0;
  const columnOf = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - bounds.x) / cellWidth)));
  const rowOf = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - bounds.y) / cellHeight)));
  return {
    add: (item, box) => {
      seen[item] = 0;
      const lastColumn = columnOf(box.x + box.width);
      const lastRow = rowOf(box.y + box.height);
      for (let row = rowOf(box.y); row <= lastRow; row++) {
        for (let column = columnOf(box.x); column <= lastColumn; column++) {
          const index = row * columns + column;
          const list = cells[index];
          if (list === undefined) cells[index] = [item];
          else list.push(item);
        }
      }
    },
    visit: (left, top, right, bottom, visit) => {
      round++;
      const lastColumn = columnOf(right);
      const lastRow = rowOf(bottom);
      for (let row = rowOf(top); row <= lastRow; row++) {
        for (let column = columnOf(left); column <= lastColumn; column++) {
          const list = cells[row * columns + column];
          if (list === undefined) continue;
          for (let i = 0; i < list.length; i++) {
            const item = list[i]!;
            if (seen[item] === round) continue;
            seen[item] = round;
            if (visit(item) === true) return;
          }
        }
      }
    },
  };
}
