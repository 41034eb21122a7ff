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

/** A URL cannot carry half of a surrogate pair, nor more than Node lets a request begin with. */
const urlStrings = strings.map((text) => text.toWellFormed().slice(0, 2000));

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

/** Of a shape that passes, of a meaning that must not: these reach behind the schemas. */
const plausible = fc.constantFrom<unknown>(
  ...treacherous,
  '2026-02-31',
  '9999-99-99',
  '2020-01-01',
  '2027-12-31',
  'lawyer',
  'mayor',
  'archive-head',
  'leadership',
  'finance',
  'nobody-of-this-name',
  'a'.repeat(64),
  'f'.repeat(64),
  0,
  1,
  2,
  -1,
  999_999,
  Number.MAX_SAFE_INTEGER,
  true,
  null,
  [],
  {},
  ['lawyer', 'lawyer'],
  ['constructor'],
  { constructor: 'x' },
  { amount: Number.MAX_SAFE_INTEGER, currency: 'RUB' },
  { amount: -0, currency: 'RUB' },
  { amount: -100, currency: 'RUB' },
  { name: '', inn: '' },
  { name: 'x', inn: '0000000000' },
  { constructor: 'x', toString: true },
  [{ text: 'замечание' }],
  [{ place: '', text: 'x'.repeat(10_000) }],
  [{ remark: 'constructor', disposition: 'accepted', text: 'x' }],
  [{ remark: '__proto__', disposition: 'declined' }],
);

const dates = ['2026-02-31', '0000-00-00', '9999-12-31', '2020-01-01', '2026-11-25', '2026-13-01'];
const ids = [
  ...treacherous,
  'lawyer',
  'mayor',
  'archive-head',
  'leadership',
  'finance',
  'administration',
  'gusev',
  'nobody-of-this-name',
  'x'.repeat(80),
  'Отдел',
];
const amounts = [
  0,
  -0,
  1,
  2,
  3,
  -1,
  0.5,
  999_999,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  -Number.MAX_SAFE_INTEGER,
];

/** Values of the kind that this one is of. */
function kinOf(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return amounts;
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value))
    return [
      [],
      [...value, ...value],
      ['lawyer', 'lawyer'],
      ['constructor'],
      ['x', 'y'],
      Array(101).fill('mayor'),
    ];
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return dates;
    return /^[0-9a-f]{64}$/.test(value) ? ['0'.repeat(64), 'f'.repeat(64)] : ids;
  }
  return [{}, { constructor: 'x' }, { toString: ['lawyer'] }, { amount: -1, currency: 'RUB' }];
}

/** What nobody's client sends: a value of any JSON type, often one that something somewhere takes for special. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: plausible },
  { weight: 2, arbitrary: strings },
  { weight: 1, arbitrary: numbers },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { $ne: null },
      { $gt: '' },
      [[]],
      Array.from({ length: 1001 }, () => 'x'),
      { constructor: { prototype: { polluted: true } } },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** One thing done to a good request. Places are taken modulo the number that there are. */
export type Harm =
  | { readonly kind: 'replace'; readonly place: number; readonly value: unknown }
  /** Another value of the same kind: it passes the schema and must be judged behind it. */
  | { readonly kind: 'kin'; readonly place: number; readonly pick: number }
  /** One of the schema's own fields that the good request leaves out. */
  | { readonly kind: 'optional'; readonly place: number; readonly value: unknown }
  | { readonly kind: 'drop'; readonly place: number }
  | { readonly kind: 'add'; readonly place: number; readonly name: string; readonly value: unknown }
  | { readonly kind: 'body'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'param'; readonly place: number; readonly value: string }
  | { readonly kind: 'query'; readonly place: number; readonly value: string };

const place = fc.nat(200);

const bodyHarm: fc.Arbitrary<Harm> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('replace' as const), place, value: hostileValue }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('kin' as const), place, pick: fc.nat(100) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('optional' as const), place, value: plausible }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('drop' as const), place }) },
  {
    weight: 5,
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
);

const paramHarm: fc.Arbitrary<Harm> = fc.record({
  kind: fc.constant('param' as const),
  place,
  value: urlStrings,
});

const queryHarm: fc.Arbitrary<Harm> = fc.record({
  kind: fc.constant('query' as const),
  place,
  value: fc.oneof(urlStrings, fc.constantFrom('0', '1', '999', '0000', '9999', 'Mg', 'e30', '1/x', '9/')),
});

/** Harm that can be done to a request of this kind. */
export const harmTo = ({ body, params }: { body: boolean; params: boolean }): fc.Arbitrary<Harm> =>
  fc.oneof(
    { weight: body ? 8 : 0, arbitrary: bodyHarm },
    { weight: params ? 1 : 0, arbitrary: paramHarm },
    { weight: 1, arbitrary: queryHarm },
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
export function harmedBody(
  body: object | undefined,
  done: Harm,
  fields: readonly string[],
): string | undefined {
  if (done.kind === 'text') return done.text;
  if (done.kind === 'body') return textOf(done.value);
  if (body === undefined) return undefined;
  const copy = structuredClone(body);
  const places = placesOf(copy);
  const chosen = places[('place' in done ? done.place : 0) % Math.max(1, places.length)];
  if (done.kind === 'replace' && chosen) define(chosen.holder, chosen.name, done.value);
  if (done.kind === 'kin' && chosen) {
    const kin = kinOf((chosen.holder as Record<string, unknown>)[chosen.name]);
    define(chosen.holder, chosen.name, kin[done.pick % kin.length]);
  }
  const left = fields.filter((name) => !(name in copy));
  if (done.kind === 'optional' && left.length > 0)
    define(copy as Tree, left[done.place % left.length] as string, done.value);
  if (done.kind === 'drop' && chosen) delete (chosen.holder as Record<string, unknown>)[chosen.name];
  if (done.kind === 'add') {
    const trees = treesOf(copy);
    define(trees[done.place % trees.length] as Tree, done.name, done.value);
  }
  return textOf(copy);
}

/** JSON in which minus zero stays what it is. */
function textOf(value: unknown): string {
  const sign = '@minus zero@';
  const text = JSON.stringify(value, (_, one) => (Object.is(one, -0) ? sign : one));
  return text.replaceAll(`"${sign}"`, '-0');
}

/** As JSON's parser does: `__proto__` becomes a name like any other. */
function define(holder: Tree, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}
