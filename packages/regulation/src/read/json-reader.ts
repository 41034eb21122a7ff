import { type Problem, problem } from '../lint/problem.ts';

/** The most characters of a regulation's text. */
export const textLimit = 2 * 1024 * 1024;

/** The deepest nesting of a regulation. */
export const depthLimit = 64;

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

class Refusal extends Error {
  readonly problem: Problem;
  constructor(refused: Problem) {
    super(refused.code);
    this.problem = refused;
  }
}

/**
 * Reads JSON text strictly: RFC 8259, at most `textLimit` characters and `depthLimit` levels, no key twice in an object,
 * no key that touches prototypes. `JSON.parse` silently keeps the last of two equal keys, which a merge of two edits
 * can leave behind; hence a reader of our own.
 */
export function readJson(text: string): JsonReading {
  if (text.length > textLimit) {
    return { ok: false, problems: [problem('too-large', 'error', [], { limit: textLimit })] };
  }
  try {
    return { ok: true, value: new Reader(text).document() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

// Unrolled, so that a string of megabytes needs no backtracking.
// biome-ignore lint/suspicious/noControlCharactersInRegex: a JSON string holds none unescaped
const stringToken = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const spaceToken = /[ \t\n\r]*/y;

class Reader {
  #at = 0;
  readonly #text: string;
  readonly #path: (string | number)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    const value = this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail();
    return value;
  }

  #value(): unknown {
    this.#space();
    const next = this.#text[this.#at];
    if (next === '{') return this.#object();
    if (next === '[') return this.#array();
    if (next === '"') return this.#string();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    const number = Number(this.#token(numberToken));
    if (!Number.isFinite(number)) this.#fail();
    return number;
  }

  #object(): Record<string, unknown> {
    this.#enter();
    const object: Record<string, unknown> = {};
    if (this.#take('}')) return object;
    do {
      this.#space();
      const key = this.#string();
      const at = [...this.#path, key];
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        throw new Refusal(problem('key-forbidden', 'error', at, { key }));
      }
      if (Object.hasOwn(object, key)) throw new Refusal(problem('key-twice', 'error', at, { key }));
      this.#expect(':');
      this.#path.push(key);
      object[key] = this.#value();
      this.#path.pop();
    } while (this.#take(','));
    this.#expect('}');
    return object;
  }

  #array(): unknown[] {
    this.#enter();
    const array: unknown[] = [];
    if (this.#take(']')) return array;
    do {
      this.#path.push(array.length);
      array.push(this.#value());
      this.#path.pop();
    } while (this.#take(','));
    this.#expect(']');
    return array;
  }

  #string(): string {
    return JSON.parse(this.#token(stringToken)) as string;
  }

  /** Steps over an opening bracket; the path's length is the depth. */
  #enter(): void {
    if (this.#path.length >= depthLimit) {
      throw new Refusal(problem('too-deep', 'error', [...this.#path], { limit: depthLimit }));
    }
    this.#at += 1;
  }

  #space(): void {
    spaceToken.lastIndex = this.#at;
    spaceToken.test(this.#text);
    this.#at = spaceToken.lastIndex;
  }

  #take(mark: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #expect(mark: string): void {
    if (!this.#take(mark)) this.#fail();
  }

  #token(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined || found === '') return this.#fail();
    this.#at += found.length;
    return found;
  }

  #fail(): never {
    const before = this.#text.slice(0, this.#at);
    const line = before.split('\n').length;
    const column = this.#at - before.lastIndexOf('\n');
    throw new Refusal(problem('not-json', 'error', [...this.#path], { line, column }));
  }
}
