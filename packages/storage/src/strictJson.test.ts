import { expect, test } from 'vitest';
import { assertStrictJson } from './strictJson.ts';

test('plain JSON passes, whatever its keys are called', () => {
  assertStrictJson({
    'a.b': [1, -1.5, 'ё', null, true, {}],
    $gt: '',
    constructor: 1,
    '': Object.create(null),
  });
});

const bad: Record<string, unknown> = {
  undefined: undefined,
  'a property that is undefined': { a: undefined },
  'a hole in an array': new Array(1),
  NaN: Number.NaN,
  Infinity: [Number.POSITIVE_INFINITY],
  '-0': { a: -0 },
  'a bigint': 1n,
  'a function': { toString() {} },
  'a symbol': Symbol('a'),
  'a date': new Date(0),
  'an invalid date': new Date(Number.NaN),
  'a map': new Map(),
  'a class instance': new (class Point {})(),
  'a lone high surrogate': 'a\ud800',
  'a lone surrogate in a key': { '\udc00': 1 },
  'a key of NUL': { 'a\0': 1 },
  'an own __proto__': JSON.parse('{"__proto__": 1}'),
  'a toJSON key': { toJSON: 1 },
  'a _bsontype key': { _bsontype: 'Long' },
};

for (const [what, value] of Object.entries(bad)) {
  test(`${what} is refused by its path`, () => {
    expect(() => assertStrictJson({ list: [value] })).toThrow(
      expect.objectContaining({ code: 'STORE_VALUE', message: expect.stringContaining('$.list[0]') }),
    );
  });
}

test('a value nested beyond 64 levels is refused before the stack ends', () => {
  let deep: unknown = [];
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(() => assertStrictJson(deep)).toThrow(expect.objectContaining({ code: 'STORE_VALUE' }));
});
