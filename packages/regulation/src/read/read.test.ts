import { describe, expect, it } from 'vitest';
import { problemTexts } from '../lint/texts.ts';
import { wordProblem } from '../lint/word-problem.ts';
import type { Regulation } from '../model/regulation.ts';
import { edited, sampleRegulation, text } from '../testing/sample-regulation.ts';
import { readJson, textLimit } from './json-reader.ts';
import { regulationJsonSchema } from './json-schema.ts';
import { parseRegulation, readRegulation } from './parse-regulation.ts';
import { parseScenario } from './parse-scenario.ts';

/** The first problem of a value that is no regulation: its code and place. */
function refusal(input: unknown): string {
  const reading = parseRegulation(input);
  if (reading.ok) return 'accepted';
  const [first] = reading.problems;
  return `${first?.code} at ${first?.at.join('.')}`;
}

/** The sample with a value at a path, of any type. */
function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(sampleRegulation));
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1)!] = value;
  return copy;
}

const noteOf = (other: object) => ({ text: text('a'), position: { x: 0, y: 0 }, ...other });

describe('parseRegulation', () => {
  it('[R4] refuses an unknown key at any depth with its path', () => {
    expect(refusal(withValue(['color'], 'red'))).toBe('unknown-key at color');
    expect(refusal(withValue(['stages', 'head', 'settings', 'completion'], 'quorum'))).toBe(
      'unknown-key at stages.head.settings.completion',
    );
    expect(refusal(withValue(['transitions', 'head-approved', 'alternatives', 'a1', 'if'], 'x'))).toBe(
      'unknown-key at transitions.head-approved.alternatives.a1.if',
    );
    expect(refusal(withValue(['rules', 'big', 'when', 'all', 0, 'path'], '$..x'))).toBe(
      'unknown-key at rules.big.when.all.0.path',
    );
  });

  it.each([
    ['a missing key', ['stages', 'head', 'settings', 'deadline'], undefined, 'key-missing'],
    ['a number for a text', ['documentKind', 'projectPrefix'], 5, 'type-wrong'],
    ['a kind we lack', ['stages', 'head', 'kind'], 'service', 'kind-unknown'],
    [
      'an approval mode we lack',
      ['stages', 'head', 'settings', 'steps', 'first', 'mode'],
      'any',
      'value-wrong',
    ],
    ['a nature twice', ['stages', 'finance', 'nature'], ['legal', 'legal'], 'value-twice'],
    ['a slug with a space', ['start'], 'the head', 'slug-wrong'],
    ['a slug that every object inherits', ['start'], 'toString', 'slug-wrong'],
    ['a third of a day', ['deadlines', 'day', 'term', 'amount'], 0.33, 'number-wrong'],
    ['half a month', ['deadlines', 'day', 'term'], { amount: 0.5, unit: 'months' }, 'number-wrong'],
    ['an order that misses a key', ['stageOrder'], ['head'], 'order-differs'],
    ['an order that names a key twice', ['fieldOrder'], ['price', 'price'], 'value-twice'],
    [
      'options of a field that is no choice',
      ['fields', 'price', 'options'],
      { a: { title: text('a') } },
      'order-differs',
    ],
    ['a choice without options', ['fields', 'price', 'type'], 'choice', 'options-misplaced'],
    ['a blank title', ['title', 'en'], ' ', 'form-wrong'],
    ['a lone surrogate', ['title', 'en'], '\ud800', 'text-broken'],
    ['a zero byte', ['title', 'en'], 'a\u0000', 'text-broken'],
    ['101 chosen posts', ['participants', 'units', 'max'], 101, 'size-wrong'],
    ['a condition of two kinds', ['rules', 'big', 'when', 'any'], [], 'unknown-key'],
    ['an empty list of conditions', ['rules', 'big', 'when'], { all: [] }, 'size-wrong'],
    // Seen failing with the amount called a wrong string.
    [
      'an amount in another currency',
      ['rules', 'big', 'when', 'all', 0, 'value', 'currency'],
      'USD',
      'value-wrong',
    ],
    [
      'an operator outside the list',
      ['rules', 'big', 'when', 'all', 0, 'operator'],
      'matches',
      'value-wrong',
    ],
    ['a note without a place', ['notes'], { why: { text: text('a') } }, 'key-missing'],
    ['a blank note', ['notes'], { why: { text: text(' '), position: { x: 0, y: 0 } } }, 'form-wrong'],
    [
      'a note of 2,001 characters',
      ['notes'],
      { why: noteOf({ text: text('я'.repeat(2001)) }) },
      'size-wrong',
    ],
    [
      'a note as wide as a hand',
      ['notes'],
      { why: noteOf({ size: { width: 40, height: 96 } }) },
      'size-wrong',
    ],
    ['a note far outside', ['notes'], { why: noteOf({ position: { x: 1e9, y: 0 } }) }, 'size-wrong'],
    ['a note with a colour', ['notes'], { why: noteOf({ colour: 'red' }) }, 'unknown-key'],
    ['a note that every object inherits', ['notes'], { toString: noteOf({}) }, 'slug-wrong'],
    ['a note in no map', ['notes'], ['why'], 'type-wrong'],
    [
      '501 notes',
      ['notes'],
      Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`n${index}`, noteOf({})])),
      'size-wrong',
    ],
    [
      '6,001 transitions',
      ['transitions'],
      Object.fromEntries(
        Array.from({ length: 6001 }, (_, index) => [
          `t${index}`,
          { from: 'head', outcome: 'approved', alternatives: { on: { to: 'head' } }, order: ['on'] },
        ]),
      ),
      'size-wrong',
    ],
  ])('refuses %s', (_title, path, value, code) => {
    expect(refusal(JSON.parse(JSON.stringify(withValue(path, value))))).toMatch(
      new RegExp(`^${code} at ${path[0]}`),
    );
  });

  // Seen failing with the limit of every other map, 2,000.
  it('takes 2,000 stages with three transitions each', () => {
    const transitions = Object.fromEntries(
      Array.from({ length: 6000 }, (_, index) => [
        `t${index}`,
        { from: 'head', outcome: 'approved', alternatives: { on: { to: 'head' } }, order: ['on'] },
      ]),
    );
    const reading = parseRegulation({ ...sampleRegulation, transitions });
    expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).not.toContain('size-wrong');
  });

  it('[R3] names a newer format and an unknown need alone', () => {
    expect(parseRegulation({ format: 'reglament/2', stages: 5 })).toMatchObject({
      ok: false,
      problems: [{ code: 'format-unknown', params: { format: 'reglament/2', known: 'reglament/1' } }],
    });
    expect(parseRegulation({ ...sampleRegulation, needs: ['quorum'], completion: 'quorum' })).toMatchObject({
      ok: false,
      problems: [{ code: 'needs-unknown', at: ['needs', 0], params: { need: 'quorum' } }],
    });
  });

  it('[R2] refuses keys that touch prototypes, accessors, classes, cycles and depth before a schema looks', () => {
    expect(refusal(JSON.parse('{"__proto__":{"format":"reglament/1"}}'))).toBe('key-forbidden at __proto__');
    expect(refusal(withValue(['stages', 'constructor'], {}))).toBe('key-forbidden at stages.constructor');
    expect(refusal(Object.defineProperty({}, 'format', { enumerable: true, get: () => 'x' }))).toBe(
      'not-data at format',
    );
    expect(refusal(new Map())).toBe('not-data at ');
    expect(refusal(() => 'x')).toBe('not-data at ');
    expect(refusal({ a: Number.NaN })).toBe('not-data at a');
    const endless: Record<string, unknown> = {};
    endless['a'] = endless;
    expect(refusal(endless)).toMatch(/^too-deep/);
    expect(refusal({ a: 'x'.repeat(textLimit + 1) })).toBe('too-large at a');
    for (const value of [undefined, null, 5, 'x', [], true]) expect(refusal(value)).not.toBe('accepted');
  });

  it('takes a million unknown keys without naming them all', () => {
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 0]));
    const reading = parseRegulation({ ...sampleRegulation, ...keys });
    expect(reading.ok ? 0 : reading.problems.length).toBe(201);
  });

  it('[R7] leaves out what an absent key says anyway', () => {
    const spelled = edited((draft) => {
      draft.fields['spends']!.required = false;
      draft.deadlines['day']!.shift = 'next';
      draft.deadlines['silent']!.onLapse[0] = {
        do: 'remind',
        before: { amount: 1, unit: 'workingDays' },
        to: ['performer'],
      };
      draft.participants['registrar'] = {
        type: 'role',
        role: 'REGR',
        scope: 'organisation',
        title: text('Регистратор', 'Registrar'),
      };
      draft.stages['head']!.nature = [];
      draft.transitions['head-refused']!.alternatives['a1']!.policy = 'R1';
      draft.transitions['head-refused']!.alternatives['a1']!.cycle = false;
      draft.notes = {};
    });
    expect(parseRegulation(spelled)).toEqual({ ok: true, regulation: sampleRegulation });
  });

  it('keeps what differs from the default', () => {
    const other = edited((draft) => {
      draft.deadlines['day']!.shift = 'previous';
      draft.transitions['head-refused']!.alternatives['a1']!.policy = 'R2';
    });
    expect(parseRegulation(other)).toEqual({ ok: true, regulation: other });
  });
});

describe('readJson', () => {
  it.each([
    '{}',
    '[]',
    '""',
    '0',
    ' -1.5e3 ',
    'true',
    'null',
    '\ufeff{"a":[1,{"b":"\\u0041\\n"}]}',
    '{"a":{"x":1},"b":{"x":1}}',
    '"\ud83d\ude00"',
  ])('reads %j as JSON.parse does', (json) => {
    expect(readJson(json)).toEqual({ ok: true, value: JSON.parse(json.replace('\ufeff', '')) });
  });

  it.each([
    '',
    '{',
    '{"a":1,}',
    '[1,]',
    "{'a':1}",
    '01',
    '+1',
    '1.',
    '.5',
    'NaN',
    '"\n"',
    '"\\x"',
    '{} {}',
    'tru',
    '1e999',
  ])('refuses %j', (json) => {
    expect(readJson(json)).toMatchObject({ ok: false, problems: [{ code: 'not-json' }] });
  });

  it('says at which line and column the text breaks', () => {
    expect(readJson('{"a": 1,\n  "b": ?}')).toMatchObject({ problems: [{ params: { line: 2, column: 8 } }] });
  });

  it('[R2] refuses a key written twice, which a merge can leave behind', () => {
    expect(readRegulation('{"stages": {"a": 1, "b": 2, "a": 3}}')).toMatchObject({
      problems: [{ code: 'key-twice', at: ['stages', 'a'], params: { key: 'a' } }],
    });
  });

  it('[R2] refuses five megabytes, a thousand levels and prototype keys at once', () => {
    expect(readJson(' '.repeat(5_000_000))).toMatchObject({ problems: [{ code: 'too-large' }] });
    expect(readJson('['.repeat(1_000_000))).toMatchObject({ problems: [{ code: 'too-deep' }] });
    expect(readJson('{"a":{"__proto__":{}}}')).toMatchObject({
      problems: [{ code: 'key-forbidden', at: ['a', '__proto__'] }],
    });
  });

  it('reads a string of two million characters', () => {
    expect(readJson(`"${'я\\n'.repeat(600_000)}"`).ok).toBe(true);
  });
});

describe('problem texts', () => {
  it('name the same params in both languages', () => {
    const names = (words: string) => [...new Set(words.match(/\{[a-z]+\}/g) ?? [])].sort();
    for (const [code, { ru, en }] of Object.entries(problemTexts))
      expect([code, names(ru)]).toEqual([code, names(en)]);
  });

  it('are filled with the params of a problem', () => {
    const found = parseRegulation(withValue(['start'], 'a b'));
    const [problem] = found.ok ? [] : found.problems;
    expect(wordProblem(problem!, 'en')).toBe(
      'The name "a b" is not allowed: a Latin letter, then letters, digits or hyphens, up to 64 characters.',
    );
    expect(wordProblem(problem!, 'ru')).toContain('«a b»');
  });
});

describe('regulationJsonSchema', () => {
  it('describes the document for editors, closed to unknown keys', () => {
    const schema = regulationJsonSchema();
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['additionalProperties']).toBe(false);
    expect(Object.keys(schema['properties'] as object).sort()).toEqual(
      [...Object.keys(sampleRegulation satisfies Regulation), 'urgency', 'notes']
        .filter((key, at, all) => all.indexOf(key) === at)
        .sort(),
    );
  });
});

describe('parseScenario', () => {
  const scenario = {
    format: 'scenario/1',
    id: 'straight',
    title: text('Прямой путь', 'Straight'),
    regulation: 'sample',
    zone: 'Europe/Moscow',
    startAt: '2026-11-02T10:00',
    cast: { author: { name: 'Иванов И. И.', post: 'Специалист', plays: ['author'] } },
    initiator: 'author',
    card: { price: { amount: 100, currency: 'RUB' } },
    steps: [
      { do: 'decide', at: '2026-11-02T11:00', stage: 'head', by: 'author', outcome: 'approved' },
      { do: 'runClock', at: '2026-11-09T11:00' },
    ],
    must: [{ that: 'endsAs', as: 'completed' }],
  };

  it('accepts a scenario and gives it back', () => {
    expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
  });

  it.each([
    ['an unknown sentence', { ...scenario, must: [{ that: 'works' }] }, 'kind-unknown'],
    ['an unknown key', { ...scenario, steps: [{ ...scenario.steps[1], speed: 2 }] }, 'unknown-key'],
    ['the 30th of February', { ...scenario, startAt: '2026-02-30T10:00' }, 'form-wrong'],
  ])('refuses %s', (_title, input, code) => {
    expect(parseScenario(input)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});
