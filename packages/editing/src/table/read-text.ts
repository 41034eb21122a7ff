import { cellText } from './plain.ts';
import { type Table, tableBounds } from './table.ts';

/**
 * Reads text whose rows are lines and whose cells are parted by tabs. A cell in quotes may hold tabs, lines and doubled
 * quotes, as Excel writes them. Pure.
 */
export function readTextTable(text: string): Table {
  const rows: string[][] = [];
  let more = 0;
  let widest = 0;
  let row: string[] = [];
  let at = 0;
  const endCell = (cell: string) => {
    if (row.length < tableBounds.columns) row.push(cellText(cell));
    widest = Math.max(widest, row.length);
  };
  const endRow = () => {
    if (row.some((cell) => cell !== '')) {
      if (rows.length < tableBounds.rows) rows.push(row);
      else more += 1;
    }
    row = [];
  };
  let columns = 0;
  let overColumns = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : -1;
    const end = quoted > 0 ? quoted + 1 : endOfCell(text, at);
    const cell =
      quoted > 0 ? text.slice(at + 1, quoted).replaceAll('""', '"') : text.slice(at, end).replace(/\r$/, '');
    columns += 1;
    overColumns = Math.max(overColumns, columns - tableBounds.columns);
    endCell(cell);
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 1 : end;
    if (at >= text.length || text[at] !== '\t') {
      endRow();
      columns = 0;
    }
    at += 1;
  }
  endRow();
  return {
    rows: rows.map((cells) => ({
      cells: Array.from({ length: widest }, (_, column) => cells[column] ?? ''),
      whole: false,
    })),
    left: { rows: more, columns: Math.max(0, overColumns) },
  };
}

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '\t' || mark === '\n') return at;
  }
  return text.length;
}

/** The quote that closes a quoted cell, when what follows is the end of the cell; else -1. */
function closingQuote(text: string, from: number): number {
  const most = Math.min(text.length, from + tableBounds.cell * 8);
  for (let at = from + 1; at < most; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const next = text[at + 1];
    return next === undefined || next === '\t' || next === '\n' || next === '\r' ? at : -1;
  }
  return -1;
}
