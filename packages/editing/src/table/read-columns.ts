import { type TableColumn, type TableContext, tableColumns } from './meaning.ts';
import { plain, saysNone } from './plain.ts';
import { readRefusal } from './read-refusal.ts';
import { readSilence } from './read-silence.ts';
import { readStage } from './read-stage.ts';
import { readTerm } from './read-term.ts';
import { readWho } from './read-who.ts';
import type { Table, TableRow } from './table.ts';

/** Which column of the table tells what; null where none does. */
export type Columns = Readonly<Record<TableColumn, number | null>>;

const headings: readonly (readonly [TableColumn | 'number', RegExp])[] = [
  ['number', /^(?:№|n|no\.?|#|п\/п|№ ?п\/п|номер|number)$/u],
  [
    'silence',
    /молчан|просроч|истечен|не ?исполнен|не уложил|нарушени[ея] срока|lapse|silen|overdue|timeout|no answer/u,
  ],
  ['refusal', /отказ|отклон|возврат|несоглас|не согласован|замечани|refus|reject|return|declin/u],
];
/** Of these the one that a heading begins with. */
const plainHeadings: readonly (readonly [TableColumn, RegExp])[] = [
  [
    'who',
    /кто|исполнител|ответствен|участник|(?:^|[^а-я])роль|должност|согласующ|who|performer|(?:^|[^a-z])role|responsib|assignee|participant|actor/u,
  ],
  [
    'term',
    /срок|время|длительн|продолжительн|(?:^|[^a-z])term|deadline|(?:^|[^a-z])due|duration|(?:^|[^a-z])time/u,
  ],
  [
    'stage',
    /этап|стади|наименован|действи|операци|процедур|мероприят|содержан|(?:^|[^а-я])шаг|stage|(?:^|[^a-z])step|action|activit|(?:^|[^a-z])name/u,
  ],
];
/** Rows at the top among which headings are looked for. */
const topRows = 6;

/** The meaning of a heading, if it has one. Pure. */
export function columnOf(heading: string): TableColumn | 'number' | undefined {
  const said = plain(heading);
  if (said === '' || said.length > 120) return undefined;
  const first = headings.find(([, words]) => words.test(said));
  if (first) return first[0];
  const found = plainHeadings
    .map(([column, words]) => ({ column, at: said.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.column;
}

/**
 * Which columns tell what, and how many rows at the top are headings: by their words in Russian or English in any order,
 * else by what the cells say. Pure.
 */
export function readColumns(
  { rows }: Table,
  context: TableContext,
): { readonly columns: Columns; readonly headings: number; readonly number: number | null } {
  let best: { row: number; found: Map<TableColumn | 'number', number> } | null = null;
  for (let row = 0; row < Math.min(topRows, rows.length - 1); row += 1) {
    const found = new Map<TableColumn | 'number', number>();
    rows[row]?.cells.forEach((cell, column) => {
      const meaning = columnOf(cell);
      if (meaning !== undefined && !found.has(meaning)) found.set(meaning, column);
    });
    const count = (map: typeof found) => [...map.keys()].filter((key) => key !== 'number').length;
    const enough = count(found) >= 2 || found.has('number') || (rows[row]?.cells.length ?? 0) === 1;
    if (count(found) > 0 && enough && (best === null || count(found) > count(best.found)))
      best = { row, found };
  }
  const found = best?.found ?? new Map<TableColumn | 'number', number>();
  const body = rows.slice(best === null ? 0 : best.row + 1).filter(({ whole }) => !whole);
  const taken = new Set(found.values());
  const number = found.get('number') ?? numberColumn(body, taken);
  if (number !== null) taken.add(number);
  const columns: Record<TableColumn, number | null> = {
    stage: found.get('stage') ?? null,
    who: found.get('who') ?? null,
    term: found.get('term') ?? null,
    silence: found.get('silence') ?? null,
    refusal: found.get('refusal') ?? null,
  };
  const width = rows[0]?.cells.length ?? 0;
  for (const column of ['term', 'silence', 'refusal', 'who'] as const) {
    if (columns[column] !== null) continue;
    const place = likeliest(body, width, taken, (cell) => says(column, cell, context));
    columns[column] = place;
    if (place !== null) taken.add(place);
  }
  columns.stage ??= likeliestName(body, width, taken);
  return { columns, headings: best === null ? 0 : best.row + 1, number };
}

/** Whether a cell says what the column tells. */
function says(column: Exclude<TableColumn, 'stage'>, cell: string, context: TableContext): boolean {
  const stage = { kind: 'approval', nature: [] } as const;
  switch (column) {
    case 'term':
      return /\d|день|час|мес/u.test(plain(cell)) && cell.length < 60 && known(readTerm(cell));
    case 'silence':
      return cell.length < 80 && known(readSilence(cell, stage)) && !saysNone(cell);
    case 'refusal':
      return (
        cell.length < 80 &&
        known(readRefusal(cell, stage, [])) &&
        !saysNone(cell) &&
        personless(cell, context)
      );
    case 'who':
      return (
        cell.length < 160 && known(readWho(cell, stage, '', context)) && readStage(cell).value.kind === 'task'
      );
  }
}
const known = (reading: { readonly question?: unknown }) => reading.question === undefined;
/** «Автору» of refusals is no «автор» of performers. */
const personless = (cell: string, context: TableContext) =>
  !known(readWho(cell, { kind: 'approval', nature: [] }, '', context));

function likeliest(
  rows: readonly TableRow[],
  width: number,
  taken: ReadonlySet<number>,
  fits: (cell: string) => boolean,
): number | null {
  let best: { place: number; share: number } | null = null;
  for (let place = 0; place < width; place += 1) {
    if (taken.has(place)) continue;
    const cells = rows.map(({ cells: all }) => all[place] ?? '').filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const share = cells.filter(fits).length / cells.length;
    if (share >= 0.6 && (best === null || share > best.share)) best = { place, share };
  }
  return best?.place ?? null;
}

/** The column with the most different words: names of stages seldom repeat. */
function likeliestName(rows: readonly TableRow[], width: number, taken: ReadonlySet<number>): number | null {
  let best: { place: number; score: number } | null = null;
  for (let place = 0; place < width; place += 1) {
    if (taken.has(place)) continue;
    const cells = rows.map(({ cells: all }) => all[place] ?? '');
    const score =
      new Set(cells).size +
      cells.filter((cell) => cell !== '' && readStage(cell).value.kind !== 'task').length * 2;
    if (cells.some((cell) => cell !== '') && (best === null || score > best.score)) best = { place, score };
  }
  return best?.place ?? null;
}

/** A column of nothing but numbers in their order. */
function numberColumn(rows: readonly TableRow[], taken: ReadonlySet<number>): number | null {
  if (taken.has(0) || rows.length < 2 || (rows[0]?.cells.length ?? 0) < 2) return null;
  return rows.every(({ cells }) => /^\d{1,3}(?:\.\d{1,3}){0,3}[.)]?$/.test(cells[0] ?? '')) ? 0 : null;
}

/** Whether no column is used twice and each is one of the table. Pure. */
export function fitColumns(columns: Columns, width: number): Columns {
  const used = new Set<number>();
  const fitted = { ...columns };
  for (const column of tableColumns) {
    const place = fitted[column];
    if (place === null) continue;
    if (place < 0 || place >= width || used.has(place)) fitted[column] = null;
    else used.add(place);
  }
  return fitted;
}
