import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { playScenario } from '@reglament/engine';
import {
  compile,
  type Deadline,
  deadlineOf,
  lint,
  parseScenario,
  printRegulation,
  type Regulation,
  readRegulation,
  type Scenario,
} from '@reglament/regulation';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../regulations/', import.meta.url));

function regulationOf(id: string): Regulation {
  const reading = readRegulation(readFileSync(`${root}${id}/regulation.json`, 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.regulation;
}

function scenariosOf(id: string): readonly (readonly [string, Scenario])[] {
  return readdirSync(`${root}${id}/scenarios`)
    .sort()
    .map((file) => {
      const reading = parseScenario(JSON.parse(readFileSync(`${root}${id}/scenarios/${file}`, 'utf8')));
      if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.problems)}`);
      return [file.replace(/\.json$/, ''), reading.scenario] as const;
    });
}

describe.each(['municipal-contract', 'municipal-act'])('%s', (id) => {
  const regulation = regulationOf(id);

  it('is kept in canonical form', () => {
    expect(readFileSync(`${root}${id}/regulation.json`, 'utf8')).toBe(printRegulation(regulation));
  });

  it('has no problems', () => {
    expect(lint(regulation)).toEqual([]);
  });

  it('compiles', () => {
    expect(compile(regulation).machine.id).toBeDefined();
  });

  it.each(scenariosOf(id))('scenario %s is named as its file and says what must hold', (file, scenario) => {
    expect(scenario.id).toBe(file);
    expect(scenario.regulation).toBe(id);
    expect(scenario.must.length).toBeGreaterThan(1);
  });
});

/** Term, what silence does, and whom another way asks, of each stage that has them: the tables of the two regulations. */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'municipal-contract': {
    procurement: '1 workingDays L3 changed',
    'unit-head': '1 workingDays L3 kept',
    editing: '1 workingDays L2 changed',
    legal: '3 workingDays L3 changed',
    finance: '2 workingDays L3 changed',
    curator: '1 workingDays L4 kept',
    counterparty: '30 calendarDays L3 changed',
    'sign-head': '1 workingDays L5',
    'sign-curator': '1 workingDays L5',
    registration: '0 workingDays L3',
    acquaintance: '1 workingDays L2',
    rework: '2 workingDays L2 always',
  },
  'municipal-act': {
    'unit-head': '1 workingDays L3 kept',
    units: '2 workingDays L4 kept',
    finance: '2 workingDays L3 changed',
    publication: '1 workingDays L2 kept',
    examination: '7 calendarDays L0 kept',
    legal: '3 workingDays L3 changed',
    'norm-control': '1 workingDays L3 changed',
    leadership: '1 workingDays L3 kept',
    signing: '1 workingDays L1',
    registration: '0 workingDays L3',
    acquaintance: '3 workingDays L2',
    rework: '2 workingDays L2 always',
  },
};

const day = (amount: number) => ({ amount, unit: 'workingDays' }) as const;
const warning = (amount: number) =>
  ({
    do: 'remind',
    before: { amount, unit: 'calendarDays' },
    to: ['performer', 'superior'],
  }) as const;

/** The field's codes as combinations of what may happen around a lapse. */
const codes: Readonly<Record<string, Deadline['onLapse']>> = {
  L0: [],
  L1: [{ do: 'remind', before: day(1) }, { do: 'remind' }, { do: 'mark' }],
  L2: [{ do: 'mark' }],
  L3: [{ do: 'mark' }, { do: 'escalate', after: day(1) }],
  L4: [{ do: 'remind', before: day(1) }, { do: 'remind' }, { do: 'autoVisa' }],
  L5: [warning(10), warning(5), warning(3), warning(1), { do: 'mark' }],
};

function codeOf({ onLapse }: Deadline): string {
  const found = Object.entries(codes).find(([, actions]) => isDeepStrictEqual(actions, onLapse));
  return found?.[0] ?? JSON.stringify(onLapse);
}

it.each(Object.entries(tables))('%s has the terms, the silence and the ways of its table', (id, table) => {
  const { stages, deadlines } = regulationOf(id);
  const rows = Object.entries(stages).flatMap(([stage, record]) => {
    const deadline = deadlines[deadlineOf(record) ?? ''];
    if (deadline === undefined) return [];
    const { amount, unit } = deadline.term;
    const again = 'again' in record.settings ? [record.settings.again] : [];
    return [[stage, [amount, unit, codeOf(deadline), ...again].join(' ')]];
  });
  expect(Object.fromEntries(rows)).toEqual(table);
});

it.each(['municipal-contract', 'municipal-act'])(
  "%s says of each person's stage and term where it comes from",
  (id) => {
    const { stages, deadlines } = regulationOf(id);
    const silent = [
      ...Object.entries(stages).filter(([, { kind, evidence }]) => kind !== 'end' && evidence === undefined),
      ...Object.entries(deadlines).filter(([, { evidence }]) => evidence === undefined),
    ];
    expect(silent.map(([name]) => name)).toEqual([]);
  },
);

/** Moments in Moscow at which timers of a stage fired while a shipped scenario was played. */
function fired(id: string, file: string, stage: string): readonly string[] {
  const scenario = scenariosOf(id).find(([name]) => name === file)?.[1];
  if (scenario === undefined) throw new Error(file);
  const { events } = playScenario(scenario, regulationOf(id));
  return events.flatMap(({ body }) =>
    body.type === 'timerFired' && body.slot?.startsWith(`${stage}#`) === true
      ? [`${body.action} ${new Date(body.dueAtMs + 3 * 3_600_000).toISOString().slice(0, 16)}`]
      : [],
  );
}

describe('what silence does, at its hour', () => {
  it('L3: a mark when the examination lapses on Friday, a word to the superior at the closing of Monday', () => {
    expect(fired('municipal-contract', 'lawyer-silent', 'legal')).toEqual([
      'mark 2026-09-18T17:00',
      'escalate 2026-09-21T18:00',
    ]);
  });

  it('L4: a reminder at the opening of the day of the term, then the auto-visa; nothing before the task was there', () => {
    expect(fired('municipal-contract', 'curator-silent', 'curator')).toEqual([
      'remind 2026-09-21T09:00',
      'autoVisa 2026-09-21T18:00',
    ]);
  });

  it('L4 of two days reminds each of three units on both mornings', () => {
    const each = (moment: string) => Array.from({ length: 3 }, () => moment);
    expect(fired('municipal-act', 'all-units-silent', 'units')).toEqual([
      ...each('remind 2026-11-17T09:00'),
      ...each('remind 2026-11-18T09:00'),
      ...each('autoVisa 2026-11-18T18:00'),
    ]);
  });

  it('L5: of a signing that opened on Friday after nine for Monday only the mark is left', () => {
    // Three days before is that Friday at nine, already gone; one day before is a Sunday, and its word comes on the
    // working day before it.
    expect(fired('municipal-contract', 'curator-silent', 'sign-curator')).toEqual(['mark 2026-09-28T18:00']);
  });
});
