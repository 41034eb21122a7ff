import type { Box } from '../geometry/box.ts';

/** Boxes found by where they lie: a table of cells, so that asking about one place does not ask every box. */
export interface Grid {
  readonly add: (item: number, box: Box) => void;
  /**
   * Writes every item that may meet the rectangle into {@link Grid.near}, each once, and gives their number. One list is
   * used again and again: this is the innermost loop of all drawing.
   */
  readonly find: (left: number, top: number, right: number, bottom: number) => number;
  readonly near: readonly number[];
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
  const cells: (number[] | undefined)[] = new Array(columns * rows).fill(undefined);
  // An item lies in several cells: the round in which it was last seen keeps it from being found twice.
  const seen: number[] = [];
  const near: number[] = [];
  let round = 0;
  const columnOf = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - bounds.x) / cellWidth)));
  const rowOf = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - bounds.y) / cellHeight)));
  return {
    near,
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
    find: (left, top, right, bottom) => {
      round++;
      let count = 0;
      const firstColumn = columnOf(left);
      const lastColumn = columnOf(right);
      const lastRow = rowOf(bottom);
      for (let row = rowOf(top); row <= lastRow; row++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          const list = cells[row * columns + column];
          if (list === undefined) continue;
          for (let i = 0; i < list.length; i++) {
            const item = list[i]!;
            if (seen[item] === round) continue;
            seen[item] = round;
            near[count++] = item;
          }
        }
      }
      return count;
    },
  };
}
