import { readFileSync } from 'node:fs';
import { compile, lint, readRegulation, textLimit } from '@reglament/regulation';
import { expect, test } from 'vitest';

/** A small generator of numbers, so that every run tries the same files. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const texts = ['municipal-contract', 'municipal-act'].map((id) =>
  readFileSync(new URL(`../../regulations/${id}/regulation.json`, import.meta.url), 'utf8'),
);
const hostile: readonly unknown[] = [
  null,
  '',
  ' ',
  'constructor',
  '$end',
  'toString',
  -1,
  1e308,
  0.1,
  true,
  [],
  {},
  [[[]]],
  { ru: '<script>', en: '\u202e' },
  'ю'.repeat(5000),
  { all: [{ not: { any: [] } }] },
];

type Node = Record<string, unknown> | unknown[];

/** Goes down at random and stops somewhere. */
function place(document: Node, next: () => number): [Record<string, unknown>, string] | null {
  let at = document as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(at);
    const key = keys[Math.floor(next() * keys.length)];
    if (key === undefined) return null;
    const below = at[key];
    const deeper = typeof below === 'object' && below !== null && Object.keys(below).length > 0;
    if (!deeper || next() < 0.15) return [at, key];
    at = below as Record<string, unknown>;
  }
}

/** How many files a run spoils. */
const files = Number(process.env['HOSTILE_FILES'] ?? 10_000);

/** One to four places of the document are taken out, replaced, moved or swapped. */
function mutate(document: Node, next: () => number): Node {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  for (let times = 1 + Math.floor(next() * 4); times > 0; times -= 1) {
    const one = place(document, next);
    const two = place(document, next);
    if (!one || !two) return document;
    const [[owner, key], [other, otherKey]] = [one, two];
    switch (Math.floor(next() * 5)) {
      case 0:
        delete owner[key];
        break;
      case 1:
        owner[key] = structuredClone(pick(hostile));
        break;
      case 2:
        owner[key] = structuredClone(other[otherKey]);
        break;
      case 3: {
        // Names that point elsewhere: dangling targets, cycles through gateways, a block in itself.
        const kept = owner[key];
        owner[key] = structuredClone(other[otherKey]);
        other[otherKey] = structuredClone(kept);
        break;
      }
      default:
        owner[`${key}-2`] = structuredClone(owner[key]);
    }
  }
  return document;
}

// Seen failing with a lookup by an unchecked name in lint, which threw on a stage called `constructor`.
test(`${files} spoilt regulation files are read, linted and compiled without a crash, a hang or a trace`, () => {
  const next = random(20_261_130);
  let [refused, linted, compiled, slowest] = [0, 0, 0, 0];
  for (let file = 0; file < files; file += 1) {
    const document = mutate(JSON.parse(texts[file % texts.length]!) as Node, next);
    let text = JSON.stringify(document);
    // Some are broken as text: cut, or with a key that touches prototypes.
    if (file % 11 === 0) text = text.slice(0, Math.floor(next() * text.length));
    if (file % 13 === 0) text = text.replace('{"', '{"__proto__":{"polluted":true},"');
    const begun = performance.now();
    const reading = readRegulation(text);
    if (!reading.ok) {
      refused += 1;
      expect(reading.problems.length).toBeGreaterThan(0);
    } else {
      linted += 1;
      if (!lint(reading.regulation).some(({ severity }) => severity === 'error')) {
        compiled += 1;
        compile(reading.regulation);
      }
    }
    slowest = Math.max(slowest, performance.now() - begun);
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(slowest).toBeLessThan(2_000);
  // The files are spoilt in every depth: some only as text, some only in meaning, some hardly.
  expect(Math.min(refused, linted, compiled)).toBeGreaterThan(files / 100);
}, 600_000);

test('a text of five megabytes is refused before it is read', () => {
  const reading = readRegulation(`{"format": "reglament/1", "title": "${'а'.repeat(5_000_000)}"}`);
  expect(reading.ok).toBe(false);
  expect(textLimit).toBeLessThan(5_000_000);
  if (!reading.ok) expect(reading.problems.map(({ code }) => code)).toEqual(['too-large']);
});
