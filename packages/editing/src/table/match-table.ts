import type { Duration } from '@reglament/regulation';
import type {
  Meanings,
  RefusalWay,
  Silence,
  StageMeaning,
  TableColumn,
  TableContext,
  Understood,
  Who,
} from './meaning.ts';
import { plain } from './plain.ts';
import { type Columns, fitColumns, readColumns } from './read-columns.ts';
import { readRefusal, refusalOf } from './read-refusal.ts';
import { readSilence } from './read-silence.ts';
import { meaningOf, readStage } from './read-stage.ts';
import { readTerm, usualTerm } from './read-term.ts';
import { readWho } from './read-who.ts';
import type { Table } from './table.ts';

/** A row of the table, which becomes one stage. */
export interface DraftRow {
  /** Its place in the table that was read. */
  readonly row: number;
  /** What the stage is called. */
  readonly name: string;
  readonly stage: Understood<StageMeaning>;
  readonly who: Understood<Who>;
  readonly term: Understood<Duration>;
  readonly silence: Understood<Silence>;
  readonly refusal: Understood<RefusalWay>;
}

/** A table as it was understood. */
export interface Draft {
  readonly columns: Columns;
  /** Headings of the table's columns; empty where it has none. */
  readonly headings: readonly string[];
  readonly rows: readonly DraftRow[];
  /** See {@link TableContext}. */
  readonly roleTitles: TableContext['roleTitles'];
}

/** What a person said of cells, by {@link answerKey}; of a stage also its name. */
export type Answers = Readonly<Record<string, Answer>>;
export type Answer = Meanings[TableColumn] | string;

/** Names the answer to a cell, `name` that of what a stage is called. */
export function answerKey(row: number, column: TableColumn | 'name'): string {
  return `${row} ${column}`;
}

/** The longest name of a stage; what goes on after it stays in the stage's note. */
const nameLimit = 200;

/**
 * What the rows of a table mean: which column tells what, and of every row the kind of stage, who is asked, by when, what
 * silence does and where a refusal leads. What is unclear carries a question. `columns` are those a person chose. Pure.
 */
export function matchTable(
  table: Table,
  context: TableContext,
  columns: Partial<Columns> = {},
  answers: Answers = {},
): Draft {
  const read = readColumns(table, context);
  const width = table.rows[0]?.cells.length ?? 0;
  const chosen = chosenColumns(read.columns, columns, width);
  const heading = (place: number) =>
    table.rows
      .slice(0, read.headings)
      .map(({ cells }) => cells[place] ?? '')
      .filter((cell, index, all) => cell !== '' && all.indexOf(cell) === index)
      .at(-1) ?? '';
  const headings = Array.from({ length: width }, (_, place) => heading(place));
  const body = table.rows.flatMap(({ cells, whole }, row) =>
    row < read.headings || (whole && width > 1) || onlyNumbers(cells, row, read.headings)
      ? []
      : [{ row, cells }],
  );
  const before: { row: number; number: string; name: string }[] = [];
  const rows = body.map(({ row, cells }, index): DraftRow => {
    const cell = (column: TableColumn) => {
      const place = chosen[column];
      return place === null ? '' : (cells[place] ?? '');
    };
    const said = cell('stage').replaceAll('\n', ' ');
    const number = read.number === null ? '' : (cells[read.number] ?? '');
    const given = answers[answerKey(row, 'name')];
    const bare = said.replace(/^(?:этап\s*)?\d{1,3}[.)]\s+/iu, '');
    const name = (typeof given === 'string' && given.trim()) || cutName(bare || said) || `Этап ${index + 1}`;
    const stage = stageOfRow(said, name, cell('refusal'), answers[answerKey(row, 'stage')]);
    const missing = (column: TableColumn) => chosen[column] === null;
    const made: DraftRow = {
      row,
      name,
      stage,
      who: answered(answers[answerKey(row, 'who')], cell('who'), () =>
        readWho(cell('who'), stage.value, said, context),
      ),
      term: answered(answers[answerKey(row, 'term')], cell('term'), () =>
        missing('term')
          ? { value: usualTerm, assumed: true as const }
          : readTerm(cell('term'), headings[chosen.term ?? -1] ?? ''),
      ),
      silence: answered(answers[answerKey(row, 'silence')], cell('silence'), () =>
        readSilence(cell('silence'), stage.value),
      ),
      refusal: answered(answers[answerKey(row, 'refusal')], cell('refusal'), () =>
        readRefusal(cell('refusal'), stage.value, before),
      ),
    };
    before.push({ row, number: number.replace(/[.)]$/, '') || `${index + 1}`, name: bare || said });
    return made;
  });
  return { columns: chosen, headings, rows, roleTitles: context.roleTitles };
}

/** Every question of a draft with its cell, row by row. Pure. */
export function questionsOf(draft: Draft): readonly { readonly row: number; readonly column: TableColumn }[] {
  return draft.rows.flatMap((row) =>
    (['stage', 'who', 'term', 'silence', 'refusal'] as const)
      .filter((column) => row[column].question !== undefined)
      .map((column) => ({ row: row.row, column })),
  );
}

function answered<T extends Meanings[TableColumn]>(
  answer: Answer | undefined,
  said: string,
  read: () => Omit<Understood<T>, 'said'>,
): Understood<T> {
  return answer === undefined || typeof answer === 'string'
    ? { said, ...read() }
    : { said, value: answer as T };
}

function stageOfRow(
  said: string,
  name: string,
  refusal: string,
  answer: Answer | undefined,
): Understood<StageMeaning> {
  if (answer !== undefined && typeof answer !== 'string') return { said, value: answer as StageMeaning };
  const read = readStage(said === '' ? name : said);
  if (said === '' && /^Этап \d+$/u.test(name))
    return { said, value: read.value, question: { code: 'nameMissing', offers: [] } };
  if (read.question || refusalOf[read.value.kind] !== 'never') return { said, ...read };
  const back = readRefusal(refusal, { kind: 'task', nature: [] }, []);
  if (back.assumed || back.value.to === 'none') return { said, ...read };
  const kinds = [read.value.kind, 'task', 'approval'] as const;
  return {
    said,
    value: read.value,
    question: { code: 'kindNoRefusal', offers: kinds.map((kind) => meaningOf(kind, said)) },
  };
}

function chosenColumns(read: Columns, columns: Partial<Columns>, width: number): Columns {
  const given = new Set(Object.values(columns).filter((place) => place !== null));
  // A column that a person gave another meaning has lost the one it was taken for.
  const kept = Object.fromEntries(
    Object.entries(read).map(([column, place]) => [
      column,
      place !== null && given.has(place) ? null : place,
    ]),
  ) as unknown as Columns;
  return fitColumns({ ...kept, ...columns }, width);
}

/** «1 2 3 4 5» below the headings of a form. */
function onlyNumbers(cells: readonly string[], row: number, headings: number): boolean {
  return (
    headings > 0 &&
    row === headings &&
    cells.length > 1 &&
    cells.every((cell, index) => plain(cell).replace(/[.)]$/, '') === `${index + 1}`)
  );
}

function cutName(name: string): string {
  const text = name.trim();
  if (text.length <= nameLimit) return text;
  const cut = text
    .slice(0, nameLimit)
    .toWellFormed()
    .replace(/\ufffd$/u, '');
  const word = cut.lastIndexOf(' ');
  return word > nameLimit / 2 ? cut.slice(0, word) : cut;
}
