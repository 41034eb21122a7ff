import { readHtmlTable } from './read-html.ts';
import { readTextTable } from './read-text.ts';

/** What was pasted: Word and Excel bring both, the text editor the text alone. */
export interface Pasted {
  readonly html?: string;
  readonly text: string;
}

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

/**
 * Reads a table as Word, Excel or a text editor puts it on the clipboard: the largest table of the HTML, with its merged
 * cells and the paragraphs of its cells; where there is none, text whose cells are parted by tabs, with quotes. Whatever is
 * given, a table comes back, within {@link tableBounds}. Pure.
 */
export function readTable({ html, text }: Pasted): Table {
  const table = html === undefined ? null : readHtmlTable(html.slice(0, tableBounds.characters));
  return table ?? readTextTable(text.slice(0, tableBounds.characters));
}
