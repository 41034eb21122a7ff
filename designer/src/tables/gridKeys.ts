import { type FocusEvent, type KeyboardEvent, useState } from 'react';

/** Keys of a grid whose cells bear `data-cell="row:column"`. */
const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/**
 * Moves the focus between the cells of a grid: arrows, Home and End in the row, Ctrl with them to the corners. A cell in
 * which somebody types keeps its keys. Returns whether the key was the grid's.
 */
export function gridKeys(event: KeyboardEvent, grid: HTMLElement | null): boolean {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  if (!grid || !cell || cell !== event.target || event.altKey) return false;
  const at = placeOf(cell);
  if (!at) return false;
  const cells = [...grid.querySelectorAll<HTMLElement>('[data-cell]')];
  const last = { row: 0, column: 0 };
  for (const one of cells) {
    const place = placeOf(one);
    last.row = Math.max(last.row, place?.row ?? 0);
    last.column = Math.max(last.column, place?.column ?? 0);
  }
  const ctrl = event.ctrlKey || event.metaKey;
  const step = ctrl ? undefined : steps[event.key];
  const to = step
    ? { row: clamp(at.row + step[0], last.row), column: clamp(at.column + step[1], last.column) }
    : event.key === 'Home'
      ? { row: ctrl ? 0 : at.row, column: 0 }
      : event.key === 'End'
        ? { row: ctrl ? last.row : at.row, column: last.column }
        : undefined;
  if (!to) return false;
  event.preventDefault();
  focusCell(grid, to.row, to.column);
  return true;
}

export function focusCell(grid: HTMLElement | null, row: number, column: number): void {
  const cell = grid?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
  cell?.focus();
  cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}

/** The one cell of a grid of so many rows that Tab reaches: where the focus last was. */
export function useGridStop(rows: number) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  return {
    at,
    setAt,
    tabIndex: (row: number, column: number) =>
      row === Math.max(0, Math.min(at.row, rows - 1)) && column === at.column ? 0 : -1,
    onFocus: (event: FocusEvent) => {
      const place = placeOf((event.target as HTMLElement).closest<HTMLElement>('[data-cell]'));
      if (place && (place.row !== at.row || place.column !== at.column)) setAt(place);
    },
  };
}

function placeOf(cell: HTMLElement | null): { row: number; column: number } | null {
  const [row, column] = (cell?.dataset['cell'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
