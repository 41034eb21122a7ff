import { readHtmlTable } from './read-html.ts';
import { readTextTable } from './read-text.ts';
import { type Table, tableBounds } from './table.ts';

/** What was pasted: Word and Excel bring both, the text editor the text alone. */
export interface Pasted {
  readonly html?: string;
  readonly text: string;
}

/**
 * Reads a table as Word, Excel or a text editor puts it on the clipboard: the largest table of the HTML, with its merged
 * cells and the paragraphs of its cells; where there is none, text whose cells are parted by tabs, with quotes. Whatever is
 * given, a table comes back, within {@link tableBounds}. Pure.
 */
export function readTable({ html, text }: Pasted): Table {
  const table = html === undefined ? null : readHtmlTable(html.slice(0, tableBounds.characters));
  return table ?? readTextTable(text.slice(0, tableBounds.characters));
}
