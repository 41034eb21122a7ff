import { cellText } from './plain.ts';
import { type Table, type TableRow, tableBounds } from './table.ts';

/** A cell as the markup has it. */
interface Cell {
  text: string;
  readonly across: number;
  readonly down: number;
}

/** The one table of a text that is being read, or one of them. */
interface Reading {
  readonly rows: Cell[][];
  over: number;
}

/** What is no word of the document, with all that lies in it. */
const silent: ReadonlySet<string> = new Set(['style', 'script', 'xml', 'head', 'template', 'del']);
/** What begins a line of its own. */
const lines: ReadonlySet<string> = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
/** How many tags are gone through, how long one may be, and how many characters are looked at for the ends of all. */
const most = { tags: 200_000, tag: 20_000, looked: 20_000_000 };

/**
 * The largest table of a page of HTML, or null where there is none. Markup is gone through once, without a document: no
 * script runs, nothing is fetched, whatever is unclosed or crossed is read as far as it goes. A table inside a cell is the
 * cell's words. Pure.
 */
export function readHtmlTable(html: string): Table | null {
  const tables = new Tables();
  const markup = new Markup(html);
  for (let tags = 0; tags < most.tags; tags += 1) {
    const words = markup.wordsBefore();
    if (words !== '') tables.put(decoded(words.replace(/[\r\n]+/g, ' ')));
    const tag = markup.tag();
    if (tag === null) break;
    if ('lone' in tag) tables.put('<');
    else if (tag.closes) tables.close(tag.name);
    else if (silent.has(tag.name) && !tag.markup.endsWith('/')) markup.skipTo(tag.name);
    else tables.open(tag.name, tag.markup);
  }
  const [largest] = tables.found.toSorted((a, b) => cellsOf(b) - cellsOf(a));
  return largest === undefined || cellsOf(largest) === 0 ? null : spread(largest);
}

/** The tables of a page as its tags come. Only those at the top are kept. */
class Tables {
  readonly found: Reading[] = [];
  private depth = 0;
  private row: Cell[] | null = null;
  private cell: Cell | null = null;

  put(words: string): void {
    if (this.cell !== null && this.cell.text.length < tableBounds.cell * 8) this.cell.text += words;
  }

  open(name: string, markup: string): void {
    if (name === 'table') {
      this.depth += 1;
      if (this.depth === 1) this.found.push({ rows: [], over: 0 });
      else this.put('\n');
    } else if (this.depth !== 1) {
      if (name === 'td' || name === 'th') this.put(' ');
      else if (lines.has(name)) this.put('\n');
    } else if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') {
      if (this.row === null) this.openRow();
      this.cell = { text: '', across: spanOf(markup, 'colspan'), down: spanOf(markup, 'rowspan') };
      if (this.row !== null && this.row.length < tableBounds.columns * 4) this.row.push(this.cell);
    } else if (lines.has(name)) this.put('\n');
  }

  close(name: string): void {
    if (name === 'table') {
      this.depth = Math.max(0, this.depth - 1);
      if (this.depth > 0) this.put('\n');
      else {
        this.row = null;
        this.cell = null;
      }
    } else if (this.depth === 1 && (name === 'td' || name === 'th')) this.cell = null;
    else if (this.depth === 1 && name === 'tr') {
      this.cell = null;
      this.row = null;
    } else if (lines.has(name)) this.put('\n');
  }

  private openRow(): void {
    const table = this.found.at(-1);
    this.cell = null;
    this.row = [];
    if (table === undefined) return;
    if (table.rows.length < tableBounds.rows) table.rows.push(this.row);
    else table.over += 1;
  }
}

type Tag =
  | { readonly name: string; readonly closes: boolean; readonly markup: string }
  | { readonly lone: true };

/** Words and tags of a page, one after another, in time that grows with its length whatever it is. */
class Markup {
  private readonly html: string;
  private at = 0;
  private looked = 0;
  /** Elements that nothing closes any more: they are looked for once. */
  private readonly unclosed = new Set<string>();

  constructor(html: string) {
    this.html = html;
  }

  wordsBefore(): string {
    const next = this.html.indexOf('<', this.at);
    const words = this.html.slice(this.at, next < 0 ? this.html.length : next);
    this.at = next < 0 ? this.html.length : next;
    return words;
  }

  /** The tag that begins here, comments passed; null at the end. `lone`: a sign that begins none, «< 5 дней». */
  tag(): Tag | null {
    if (this.at >= this.html.length || this.looked > most.looked) return null;
    if (this.html.startsWith('<!--', this.at)) {
      const end = this.html.indexOf('-->', this.at + 4);
      this.at = end < 0 ? this.html.length : end + 3;
      return { name: '!', closes: false, markup: '' };
    }
    const end = this.endOfTag();
    const markup = end < 0 ? '' : this.html.slice(this.at + 1, end);
    const name = /^\/?([a-z][a-z0-9:]*)/i.exec(markup)?.[1]?.toLowerCase();
    if (name === undefined && !/^[!?/[]/.test(markup)) {
      this.at += 1;
      return { lone: true };
    }
    this.at = end + 1;
    return { name: name ?? '!', closes: markup.startsWith('/'), markup };
  }

  skipTo(name: string): void {
    if (this.unclosed.has(name)) return;
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = this.at;
    const found = closing.exec(this.html);
    this.looked += (found?.index ?? this.html.length) - this.at;
    if (found === null) this.unclosed.add(name);
    else this.at = found.index + found[0].length;
  }

  /** The first `>` outside quotes, within reason; -1 when there is none. A quote that is never closed is none. */
  private endOfTag(): number {
    if (!/^<[a-z/!?]/i.test(this.html.slice(this.at, this.at + 2))) return -1;
    const last = Math.min(this.html.length, this.at + most.tag);
    let quote = '';
    let bare = -1;
    for (let at = this.at + 1; at < last; at += 1) {
      const mark = this.html[at];
      this.looked += 1;
      if (mark === '>' && bare < 0) bare = at;
      if (quote !== '') {
        if (mark === quote) quote = '';
      } else if (mark === '>') return at;
      else if ((mark === '"' || mark === "'") && this.html[at - 1] === '=') quote = mark;
    }
    return bare;
  }
}

const cellsOf = ({ rows }: Reading) => rows.reduce((sum, row) => sum + row.length, 0);

/** Puts every cell in each place it covers. */
function spread({ rows, over }: Reading): Table {
  const places: (Cell | undefined)[][] = rows.map(() => []);
  let overColumns = 0;
  let widest = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (places[y]?.[x] !== undefined) x += 1;
      if (x >= tableBounds.columns) {
        overColumns += 1;
        continue;
      }
      const right = Math.min(x + cell.across, tableBounds.columns);
      const bottom = Math.min(y + cell.down, rows.length);
      for (let down = y; down < bottom; down += 1) {
        const line = places[down];
        for (let across = x; across < right; across += 1) if (line) line[across] ??= cell;
      }
      widest = Math.max(widest, right);
      x = right;
    }
  });
  const texts = new Map<Cell, string>();
  const textOf = (cell: Cell | undefined) => {
    if (cell === undefined) return '';
    const known = texts.get(cell) ?? cellText(cell.text);
    texts.set(cell, known);
    return known;
  };
  const made = places.map((line): TableRow => {
    const cells = Array.from({ length: widest }, (_, x) => textOf(line[x]));
    const [first] = line;
    const whole =
      widest > 1 &&
      first !== undefined &&
      Array.from({ length: widest }, (_, x) => line[x]).every((cell) => cell === first);
    return { cells, whole };
  });
  return {
    rows: made.filter(({ cells }) => cells.some((cell) => cell !== '')),
    left: { rows: over, columns: overColumns },
  };
}

function spanOf(markup: string, name: 'colspan' | 'rowspan'): number {
  const said = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,4})`, 'i').exec(markup)?.[1];
  const count = said === undefined ? 1 : Number(said);
  return Math.max(1, Math.min(count, name === 'colspan' ? tableBounds.columns : tableBounds.rows));
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '',
  numero: '№',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, ten, sixteen, name) => {
    if (name !== undefined)
      return Object.hasOwn(named, name.toLowerCase()) ? named[name.toLowerCase()]! : whole;
    const code = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
