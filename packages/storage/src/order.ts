import type { Scalar } from './query.ts';

/** Surrogates sort above U+E000-U+FFFF in UTF-8 but below them in UTF-16: the two ranges change places. */
function utf8Rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Compares two well-formed strings by their UTF-8 bytes, as SQLite's BINARY and MongoDB's simple collation do. Pure. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return utf8Rank(x) - utf8Rank(y);
  }
  return a.length - b.length;
}

/** Compares two scalars of one kind: strings by bytes, numbers by value, false before true. Pure. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a === 'string') return compareBytes(a, b as string);
  return Number(a) - Number(b);
}
