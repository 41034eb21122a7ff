import { textLimit } from '@reglament/regulation';

/** Keys and indexes from the root of a document. */
export type TextPath = readonly (string | number)[];

/** A mark on one line of a text; lines and columns count from 1, `endColumn` is behind the last character. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Lines of a text, from 1, both included. */
export interface TextLines {
  readonly from: number;
  readonly to: number;
}

/** Where the values of a JSON text lie, however unfinished the text is. */
export interface TextMap {
  /** The place of the nearest value on a path that is there: a scalar itself, else the key of the object or list. */
  place(at: TextPath): TextPlace;
  /** A mark from a line and column to the end of the word there. */
  placeOfWord(line: number, column: number): TextPlace;
  /** All lines of the value at exactly this path, its key included; null when there is none. */
  lines(at: TextPath): TextLines | null;
  /** The scalar at exactly this path as it is written, a string without its quotes; null when there is none. */
  scalarAt(at: TextPath): string | null;
  /** The path of the innermost value around an offset; its key counts as the value. */
  pathAt(offset: number): TextPath;
  /** The string value, not a key, inside whose quotes an offset lies. */
  stringAt(offset: number): TextString | null;
}

export interface TextString {
  readonly path: TextPath;
  /** with its quotes */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** How far a bracket of the wrong kind is looked for its own; farther it is passed over. */
const mostAstray = 16;

interface Node {
  readonly parent: Node | null;
  readonly key: string | number;
  /** where its key is written; of an item of a list and of the root where the value begins */
  readonly keyFrom: number;
  readonly keyTo: number;
  readonly from: number;
  to: number;
  readonly kind: 'object' | 'list' | 'scalar';
  readonly children: Node[];
}

/**
 * Finds its way in a JSON text that may be unfinished: a string without its end stops at the line's, and marks that are
 * missing or too many are passed over. Of a key written twice the last counts, as for every reader of JSON. Pure; walks
 * without recursion, so that no depth of nesting harms it.
 */
export function mapText(text: string): TextMap {
  // A longer text is refused by its length alone: nobody waits until it is mapped.
  const root = text.length > textLimit ? null : nodesOf(text);
  const starts = lineStarts(text);
  const lineOf = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const endOfLine = (line: number) => {
    const next = starts[line];
    if (next === undefined) return text.length;
    return text[next - 2] === '\r' ? next - 2 : next - 1;
  };
  /** A mark never leaves its line and is never empty where there is a character to mark. */
  const placed = (from: number, to: number): TextPlace => {
    const line = lineOf(from);
    const start = starts[line - 1] ?? 0;
    const end = Math.min(Math.max(to, from + 1), Math.max(endOfLine(line), from + 1));
    return { line, column: from - start + 1, endColumn: end - start + 1 };
  };

  const around = (offset: number) => {
    const path: (string | number)[] = [];
    let found = root;
    for (let node = root; node; ) {
      found = node;
      const inner: Node | undefined = node.children.find(
        ({ keyFrom, to }) => keyFrom <= offset && offset <= to,
      );
      if (inner) path.push(inner.key);
      node = inner ?? null;
    }
    return { path, found };
  };

  return {
    place(at) {
      const found = root && nearest(root, at);
      if (!found) return placed(0, 1);
      return found.kind === 'scalar'
        ? placed(found.from, found.to)
        : placed(found.keyFrom, Math.max(found.keyTo, found.keyFrom + 1));
    },
    placeOfWord(line, column) {
      const start = starts[Math.min(line, starts.length) - 1] ?? 0;
      const from = Math.min(start + column - 1, text.length);
      const word = /[^\s,:[\]{}]*/y;
      word.lastIndex = from;
      word.test(text);
      return placed(from, word.lastIndex);
    },
    lines(at) {
      const found = root && exact(root, at);
      return found ? { from: lineOf(found.keyFrom), to: lineOf(Math.max(found.to - 1, found.from)) } : null;
    },
    scalarAt(at) {
      const found = root && exact(root, at);
      // A key without a value stands where its value will, and is none.
      if (found?.kind !== 'scalar' || (found.parent?.kind === 'object' && found.from === found.keyFrom))
        return null;
      const written = text.slice(found.from, found.to);
      return written.startsWith('"') ? unquoted(written) : written;
    },
    pathAt: (offset) => around(offset).path,
    stringAt(offset) {
      const { path, found } = around(offset);
      if (found?.kind !== 'scalar' || text[found.from] !== '"') return null;
      const { from, to, keyFrom, parent } = found;
      // A key that has no value yet stands where its value will.
      if ((parent?.kind === 'object' && from === keyFrom) || offset <= from || offset > to) return null;
      const closed = to - from > 1 && text[to - 1] === '"';
      if (closed && offset === to) return null;
      return { path, from, to, text: text.slice(from + 1, closed ? to - 1 : to) };
    },
  };
}

/** The place of a path in a JSON text, or of the nearest part of it that is there. Pure. */
export function placeInText(text: string, at: TextPath): TextPlace {
  return mapText(text).place(at);
}

function nearest(root: Node, at: TextPath): Node {
  let node = root;
  for (const key of at) {
    const child = node.children.findLast((each) => each.key === key);
    if (!child) return node;
    node = child;
  }
  return node;
}

function exact(root: Node, at: TextPath): Node | null {
  let node: Node | undefined = root;
  for (const key of at) node = node?.children.findLast((each) => each.key === key);
  return node ?? null;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const token = /"(?:[^"\\\n]|\\[^\n])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

function nodesOf(text: string): Node | null {
  let root = null as Node | null;
  let within = null as Node | null;
  /** A string in an object that waits for its colon and value. */
  let key: { readonly name: string; readonly from: number; readonly to: number } | null = null;
  let afterColon = false;

  const add = (kind: Node['kind'], from: number, to: number): Node => {
    const node: Node = {
      parent: within,
      key: within?.kind === 'list' ? within.children.length : (key?.name ?? ''),
      keyFrom: key?.from ?? from,
      keyTo: key?.to ?? from,
      from,
      to,
      kind,
      children: [],
    };
    within?.children.push(node);
    root ??= node;
    key = null;
    afterColon = false;
    return node;
  };
  /** A key without a value is still a place: that of what is missing. */
  const settle = () => {
    if (key && within?.kind === 'object') add('scalar', key.from, key.to);
    key = null;
    afterColon = false;
  };

  for (const found of text.matchAll(token)) {
    const [mark] = found;
    const from = found.index;
    const to = from + mark.length;
    if (mark === '{' || mark === '[') {
      if (within?.kind === 'object' && !key) afterColon = true;
      within = add(mark === '{' ? 'object' : 'list', from, text.length);
    } else if (mark === '}' || mark === ']') {
      settle();
      // A bracket of the other kind closes what it must have been meant for, if anything.
      const kind = mark === '}' ? 'object' : 'list';
      let closed: Node | null = within;
      for (let steps = 0; closed && closed.kind !== kind; steps += 1)
        closed = steps < mostAstray ? closed.parent : null;
      if (!closed) continue;
      for (let open = within; open && open !== closed; open = open.parent) open.to = from;
      closed.to = to;
      within = closed.parent;
    } else if (mark === ',') {
      settle();
    } else if (mark === ':') {
      afterColon = key !== null;
    } else if (within?.kind === 'object' && !afterColon) {
      settle();
      if (mark.startsWith('"')) key = { name: unquoted(mark), from, to };
    } else if (within || !root) {
      add('scalar', from, to);
    }
  }
  settle();
  return root;
}

function unquoted(mark: string): string {
  try {
    return JSON.parse(mark) as string;
  } catch {
    return mark.replaceAll('"', '');
  }
}
