export interface TableRow {
  /** As many as the widest row has; lines of a cell are parted by `\n`. A merged cell stands in every place it covers. */
  readonly cells: readonly string[];
  /** One cell goes through the whole row: a heading between the rows. */
  readonly whole: boolean;
}

/** A table of plain words. */
export interface Table {
  readonly rows: readonly TableRow[];
  /** Rows and columns that went over the bounds and were left off. */
  readonly left: { readonly rows: number; readonly columns: number };
}

/** How much of a pasted table is read: a route of more stages than this is drawn, not pasted. */
export const tableBounds = {
  characters: 4_000_000,
  rows: 300,
  columns: 20,
  cell: 1000,
} as const;
