import fc from 'fast-check';

/** Names that every object has, that stores give a meaning to, or that a path or a page would. All but the last are slugs. */
const treacherous = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  '__proto__',
  '$where',
  '$ne',
  'a.b',
  '',
];

const strings = fc.oneof(
  fc.constantFrom(
    ...treacherous,
    ' ',
    '\u0000',
    '\ud800',
    'a\ud800b',
    '\u202egnp.exe',
    'ﷺ'.repeat(50),
    'е\u0301'.repeat(100),
    '../../../etc/passwd',
    '<script>alert(1)</script>',
    "'; DROP TABLE tasks; --",
    '%00',
    '{{7*7}}',
    '1'.repeat(25_000),
    'NaN',
    '-0',
    '9999-99-99',
    '2026-02-31',
    '+275760-09-13',
    '2026-11-25T10:30:00Z',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** A URL cannot carry half of a surrogate pair. */
const urlStrings = strings.map((text) => text.toWellFormed());

const numbers = fc.constantFrom(
  -0,
  0,
  -1,
  0.1,
  1e-320,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  8_640_000_000_000_001,
  Number.MAX_SAFE_INTEGER,
);

/** What nobody's client sends: a value of any JSON type, often one that something somewhere takes for special. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: strings },
  { weight: 2, arbitrary: numbers },
  fc.constantFrom(null, true, false, [], {}),
  fc.constantFrom(
    { $ne: null },
    { $gt: '' },
    { amount: 2 ** 53, currency: 'RUB' },
    { amount: -0, currency: 'RUB' },
    { amount: -100, currency: 'RUB' },
    { name: '', inn: '' },
    { name: 'x', inn: '0000000000' },
    ['constructor'],
    ['lawyer', 'lawyer'],
    [[]],
    Array.from({ length: 1001 }, () => 'x'),
    { constructor: { prototype: { polluted: true } } },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** One thing done to a good request. Places are taken modulo the number that there are. */
export type Harm =
  | { readonly kind: 'replace'; readonly place: number; readonly value: unknown }
  | { readonly kind: 'drop'; readonly place: number }
  | { readonly kind: 'add'; readonly place: number; readonly name: string; readonly value: unknown }
  | { readonly kind: 'body'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'param'; readonly place: number; readonly value: string }
  | { readonly kind: 'query'; readonly name: string; readonly value: string };

const place = fc.nat(200);

export const harm: fc.Arbitrary<Harm> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('replace' as const), place, value: hostileValue }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('drop' as const), place }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      place,
      name: fc.constantFrom(...treacherous, 'title', 'id', 'rev'),
      value: hostileValue,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('body' as const), value: hostileValue }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text: fc.constantFrom(
        '',
        '{',
        '\ufeff{}',
        '{"a":1}{"a":2}',
        '{"__proto__":{"polluted":true}}',
        '{"constructor":{"prototype":{"polluted":true}}}',
        '['.repeat(100_000),
        `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
        '{"revision":1,"revision":2}',
        'null',
        'NaN',
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('param' as const), place, value: urlStrings }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('query' as const),
      name: fc.constantFrom(
        'cursor',
        'limit',
        'q',
        'view',
        'year',
        'from',
        'to',
        'inline',
        'name',
        '__proto__',
      ),
      value: urlStrings,
    }),
  },
);

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every place in a body: its holder and its name there. */
function placesOf(value: unknown): { holder: Tree; name: string }[] {
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [{ holder: value, name }, ...placesOf(inner)]);
}

const treesOf = (value: unknown): Tree[] =>
  isTree(value) ? [value, ...Object.values(value).flatMap(treesOf)] : [];

/** The body with the harm done to it, as text; undefined leaves it as it was. */
export function harmedBody(body: object | undefined, done: Harm): string | undefined {
  if (done.kind === 'text') return done.text;
  if (done.kind === 'body') return JSON.stringify(done.value);
  if (body === undefined) return undefined;
  const copy = structuredClone(body);
  const places = placesOf(copy);
  const chosen = places[('place' in done ? done.place : 0) % Math.max(1, places.length)];
  if (done.kind === 'replace' && chosen) define(chosen.holder, chosen.name, done.value);
  if (done.kind === 'drop' && chosen) delete (chosen.holder as Record<string, unknown>)[chosen.name];
  if (done.kind === 'add') {
    const trees = treesOf(copy);
    define(trees[done.place % trees.length] as Tree, done.name, done.value);
  }
  return JSON.stringify(copy);
}

/** As JSON's parser does: `__proto__` becomes a name like any other. */
function define(holder: Tree, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}
