import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import { packageOf, readSource, type Source, sourcesOf } from './workspace.ts';

/**
 * What packages/ may not reach for. The same inputs must give the same bytes in Node and in a browser, today and at
 * replay, so that clock, ids, randomness and order are always handed in.
 */
const impurities: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /\bDate\.now\s*\(/, instead: 'the moment comes from the context' },
  { pattern: /\bnew Date\s*(\(\s*\)|[;,)\]])/, instead: 'the moment comes from the context' },
  { pattern: /\bperformance\.now\s*\(/, instead: 'the moment comes from the context' },
  { pattern: /\bTemporal\.Now\b/, instead: 'the moment and the zone come from the context' },
  { pattern: /\bMath\.random\s*\(/, instead: 'randomness comes from the context' },
  { pattern: /\b(randomUUID|getRandomValues)\s*\(/, instead: 'ids come from the context' },
  { pattern: /\.localeCompare\s*\(/, instead: 'compare bytes, or order by a stored key' },
  { pattern: /\.toLocale\w*String\s*\(\s*(\)|undefined\b)/, instead: 'name the locale' },
  { pattern: /\.toLocale(Upper|Lower)Case\s*\(\s*\)/, instead: 'name the locale, or use toUpperCase' },
  { pattern: /\bIntl\.\w+\s*\(\s*(\)|undefined\b|\[\s*\])/, instead: 'name the locale' },
];

/** Allowed all the same: path and pattern source, with the reason. Empty is best. */
const exceptions: readonly { readonly path: string; readonly pattern: RegExp; readonly reason: string }[] =
  [];

/** What is impure in one source, as sentences. */
function impuritiesOf(source: Source): readonly string[] {
  const found = impurities
    .filter(({ pattern }) => pattern.test(source.code))
    .filter(
      ({ pattern }) =>
        !exceptions.some((one) => one.path === source.path && one.pattern.source === pattern.source),
    )
    .map(({ pattern, instead }) => `${source.path} matches ${pattern}: ${instead}`);
  const node = source.imports
    .map(({ target }) => target)
    .filter((target) => target.startsWith('node:') || builtinModules.includes(packageOf(target) ?? ''))
    .map(
      (target) =>
        `${source.path} imports ${target}: packages/ run in the browser too, what reaches the machine is runtime/`,
    );
  return [...node, ...found];
}

describe('packages/', () => {
  // Seen failing with `Date.now()` in packages/calendar and `import 'node:fs'` in packages/engine.
  it('reach for no clock, randomness, locale order or machine', () => {
    expect(
      sourcesOf('packages')
        .filter((source) => source.shipped)
        .flatMap(impuritiesOf),
    ).toEqual([]);
  });

  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date;',
    'const id = crypto.randomUUID();',
    'const dice = Math.random();',
    'names.sort((a, b) => a.localeCompare(b));',
    'const text = amount.toLocaleString();',
    'const rules = new Intl.PluralRules();',
    "import { readFileSync } from 'node:fs';",
    "import path from 'path';",
  ])('would be caught at: %s', (code) => {
    expect(impuritiesOf(readSource('packages/engine/src/planted.ts', code))).toHaveLength(1);
  });

  it.each([
    'const moment = new Date(atMs);',
    "const rules = new Intl.PluralRules('ru');",
    '// never Date.now() here',
    '/** Not Math.random(). */',
  ])('may say: %s', (code) => {
    expect(impuritiesOf(readSource('packages/engine/src/planted.ts', code))).toEqual([]);
  });
});
