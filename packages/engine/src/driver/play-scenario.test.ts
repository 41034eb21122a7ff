import type { Must, Scenario, ScenarioStep } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import {
  acquaintance,
  approval,
  buildRegulation,
  choice,
  end,
  registration,
  rework,
  signing,
  task,
} from '../testing/build-regulation.ts';
import { playScenario } from './play-scenario.ts';

const title = { ru: 'Проверка', en: 'Test' };

/** check -> visa (silence is a visa) -> financial visa of another body -> signing -> registration -> acquaintance. */
const regulation = buildRegulation(
  {
    check: task('checker'),
    visa: approval(['chief'], { deadline: 'silent' }),
    money: approval(['finance'], { nature: ['financial'] }),
    who: choice(),
    sign: signing('head'),
    register: registration(),
    read: acquaintance('executors', 'author'),
    rework: rework(),
    done: end(),
    stopped: end('annulled'),
  },
  [
    ['check.done', 'visa'],
    ['check.returned', 'rework'],
    ['visa.approved', 'money'],
    ['visa.refused', 'rework'],
    ['money.approved', 'who'],
    ['money.refused', 'rework'],
    ['who.chosen', 'sign'],
    ['sign.signed', 'register'],
    ['sign.returned', 'rework'],
    ['sign.annulled', 'stopped'],
    ['register.registered', 'read'],
    ['register.returned', 'rework'],
    ['read.done', 'done'],
    ['rework.sent', 'check'],
    ['rework.annulled', 'stopped'],
  ],
);

const person = (name: string, ...plays: readonly string[]) => ({ name, post: `должность ${name}`, plays });

const base: Scenario = {
  format: 'scenario/1',
  id: 'way',
  title,
  regulation: 'test',
  zone: 'Europe/Moscow',
  // A Monday.
  startAt: '2026-03-16T10:00',
  cast: {
    author: person('автор', 'author'),
    chief: person('начальник', 'chief'),
    checker: person('проверяющий', 'checker'),
    money: person('финансист', 'finance'),
    mayor: person('глава', 'head'),
    clerk: person('регистратор', 'registrar'),
    clerk2: person('второй регистратор', 'registrar'),
    executor: person('исполнитель', 'executors'),
  },
  initiator: 'author',
  card: { subject: 'О ремонте', executors: ['executor'] },
  steps: [],
  must: [],
};

const decide = (
  at: string,
  stage: string,
  by: string,
  outcome: string,
  more: Partial<ScenarioStep & { do: 'decide' }> = {},
): ScenarioStep => ({ do: 'decide', at: `2026-03-${at}`, stage, by, outcome, ...more });

const wholeWay: readonly ScenarioStep[] = [
  decide('16T11:00', 'check', 'checker', 'done'),
  decide('16T12:00', 'visa', 'chief', 'approved', { remarks: ['Уточнить срок.'] }),
  decide('16T14:00', 'money', 'money', 'approved'),
  decide('17T10:00', 'sign', 'mayor', 'signed'),
  decide('17T11:00', 'register', 'clerk2', 'registered'),
  decide('17T12:00', 'read', 'executor', 'done'),
  decide('18T12:00', 'read', 'author', 'done'),
];

function failuresOf(change: Partial<Scenario>) {
  return playScenario({ ...base, ...change }, regulation).failures;
}

/** Codes and findings of the sentences that do not hold after the whole way. */
function check(...must: readonly Must[]) {
  return failuresOf({ steps: wholeWay, must }).map(({ code, found }) => [code, found]);
}

describe('sentences that hold', () => {
  it('about every step of the whole way', () => {
    const result = playScenario(
      {
        ...base,
        steps: wholeWay,
        must: [
          { after: -1, that: 'open', stage: 'check', at: ['checker'], due: '2026-03-17T18:00' },
          {
            after: 1,
            that: 'decision',
            stage: 'visa',
            by: 'chief',
            outcome: 'approved',
            withRemarks: true,
            automatic: false,
            late: false,
          },
          { after: 1, that: 'open', stage: 'money', at: ['money'] },
          { after: 2, that: 'notOpen', stage: 'money' },
          { after: 3, that: 'open', stage: 'register', at: ['clerk', 'clerk2'], due: '2026-03-17T18:00' },
          { after: 4, that: 'open', stage: 'read', at: ['author', 'executor'] },
          { after: 5, that: 'open', stage: 'read', at: ['author'] },
          { that: 'visited', stage: 'rework', times: 0 },
          { that: 'visited', stage: 'sign', times: 1 },
          { that: 'round', round: 1 },
          { that: 'endsAs', as: 'completed' },
          { that: 'endsBy', date: '2026-03-18' },
          { that: 'endsWithin', workingDays: 2 },
        ],
      },
      regulation,
    );
    expect(result.failures).toEqual([]);
    expect(result.ok).toBe(true);
    expect(result.instance?.registration?.date).toBe('2026-03-17');
  });

  it('about silence, refusal, return and what is kept', () => {
    expect(
      failuresOf({
        steps: [
          decide('16T11:00', 'check', 'checker', 'done'),
          { do: 'runClock', at: '2026-03-18T18:00' },
          decide('19T11:00', 'money', 'money', 'refused', {
            text: 'Нет расчёта.',
            remarks: ['Приложить расчёт.'],
          }),
          decide('20T11:00', 'rework', 'author', 'sent', {
            files: true,
            card: { subject: 'О ремонте дорог' },
            text: 'Приложен.',
          }),
          { do: 'runClock', at: '2026-03-24T10:00' },
          decide('24T11:00', 'check', 'checker', 'done'),
          decide('24T12:00', 'money', 'money', 'approved'),
        ],
        must: [
          { after: 1, that: 'decision', stage: 'visa', by: 'chief', outcome: 'approved', automatic: true },
          { after: 2, that: 'decision', stage: 'money', by: 'money', outcome: 'refused', withRemarks: true },
          { after: 3, that: 'round', round: 2 },
          { after: 3, that: 'open', stage: 'check', at: ['checker'], due: '2026-03-23T18:00' },
          { after: 5, that: 'kept', stage: 'visa' },
          { after: 5, that: 'decision', stage: 'check', by: 'checker', outcome: 'done', late: true },
          { that: 'open', stage: 'sign', at: ['mayor'] },
        ],
      }),
    ).toEqual([]);
  });

  it('about a post that nobody plays, a withdrawal and an annulment', () => {
    const { money: _, ...cast } = base.cast;
    const steps = wholeWay.slice(0, 2);
    const must: readonly Must[] = [
      { after: 1, that: 'incident', stage: 'money', reason: 'vacant-participant' },
    ];
    const stop = { at: '2026-03-18T10:00', by: 'author', reason: 'Отложено.' };
    expect(failuresOf({ cast, steps, must })).toEqual([]);
    const withdrawn: Must = { that: 'endsAs', as: 'withdrawn' };
    expect(failuresOf({ cast, steps: [...steps, { do: 'withdraw', ...stop }], must: [withdrawn] })).toEqual(
      [],
    );
    const annulled: Must = { that: 'endsAs', as: 'annulled' };
    expect(failuresOf({ cast, steps: [...steps, { do: 'annul', ...stop }], must: [annulled] })).toEqual([]);
  });

  it('about a substitute, who decides in place of the absent', () => {
    const cast = {
      ...base.cast,
      chief: {
        ...person('начальник', 'chief'),
        absences: [{ from: '2026-03-16', to: '2026-03-20', substitute: 'clerk' }],
      },
    };
    const steps = [wholeWay[0]!, decide('16T12:00', 'visa', 'clerk', 'approved')];
    const must: readonly Must[] = [{ that: 'decision', stage: 'visa', by: 'clerk', outcome: 'approved' }];
    const result = playScenario({ ...base, cast, steps, must }, regulation);
    expect(result.failures).toEqual([]);
    expect(result.instance?.decisions.at(-1)?.onBehalfOf?.name).toBe('начальник');
  });
});

describe('sentences that do not hold say what was found', () => {
  it.each<[Must, unknown]>([
    [
      { after: -1, that: 'open', stage: 'check', at: ['chief'] },
      { open: true, at: 'checker', due: '2026-03-17T18:00' },
    ],
    [
      { after: -1, that: 'open', stage: 'check', at: ['checker'], due: '2026-03-17T17:00' },
      { open: true, at: 'checker', due: '2026-03-17T18:00' },
    ],
    [
      { after: 3, that: 'open', stage: 'register', at: ['clerk'] },
      { open: true, at: 'clerk, clerk2', due: '2026-03-17T18:00' },
    ],
    [
      { after: 0, that: 'open', stage: 'check', at: ['checker'] },
      { open: false, at: '', due: '' },
    ],
    [
      { after: 0, that: 'notOpen', stage: 'visa' },
      { stage: 'visa', open: true },
    ],
    [
      { that: 'visited', stage: 'rework', times: 1 },
      { stage: 'rework', times: 0 },
    ],
    [
      { that: 'decision', stage: 'visa', by: 'chief', outcome: 'refused' },
      { stage: 'visa', by: 'chief', outcome: 'approved', withRemarks: true, automatic: false, late: false },
    ],
    [
      { that: 'decision', stage: 'visa', by: 'mayor', outcome: 'approved' },
      { stage: 'visa', by: 'mayor', outcome: '' },
    ],
    [
      { that: 'kept', stage: 'visa' },
      { stage: 'visa', status: 'closed' },
    ],
    [{ that: 'endsAs', as: 'annulled' }, { as: 'completed' }],
    [{ after: 0, that: 'endsAs', as: 'completed' }, { as: 'running' }],
    [{ that: 'endsBy', date: '2026-03-17' }, { date: '2026-03-18' }],
    [{ that: 'endsWithin', workingDays: 1 }, { workingDays: 2 }],
    [
      { that: 'incident', stage: 'visa', reason: 'vacant-participant' },
      { stage: 'visa', reason: '' },
    ],
    [{ that: 'round', round: 2 }, { round: 1 }],
    [{ after: 70, that: 'round', round: 1 }, { steps: 7 }],
  ])('%o', (must, found) => {
    expect(check(must)).toEqual([[must.that, found]]);
  });
});

describe('a scenario that cannot be played says why, and stops there', () => {
  const unreached: Must = { that: 'endsAs', as: 'completed' };

  it.each<[string, Partial<Scenario>, unknown]>([
    [
      'no task at the stage',
      { steps: [decide('16T11:00', 'visa', 'chief', 'approved')] },
      { code: 'no-open-task', index: 0, expected: { stage: 'visa', by: 'chief' } },
    ],
    [
      'somebody else’s task',
      { steps: [decide('16T11:00', 'check', 'chief', 'done')] },
      { code: 'no-open-task', index: 0 },
    ],
    [
      'an outcome that the stage does not have',
      { steps: [decide('16T11:00', 'check', 'checker', 'maybe')] },
      { code: 'step-refused', found: { refusal: 'outcome-unknown' } },
    ],
    [
      'nobody of that name',
      { steps: [decide('16T11:00', 'check', 'ghost', 'done')] },
      { code: 'not-in-cast', found: { by: 'ghost' } },
    ],
    ['an initiator out of the cast', { initiator: 'ghost' }, { code: 'not-in-cast', index: -1 }],
    [
      'a step before the sending',
      { steps: [decide('15T11:00', 'check', 'checker', 'done')] },
      { code: 'time-backwards', expected: { at: '2026-03-16T10:00' } },
    ],
    [
      'a card that may not be sent',
      { card: {} },
      { code: 'start-refused', index: -1, found: { refusal: 'field-required', field: 'subject' } },
    ],
    ['a zone that does not exist', { zone: 'Europe/Nowhere' }, { code: 'zone-unknown' }],
    [
      'a year out of the calendar',
      { startAt: '9990-01-01T10:00' },
      { code: 'broken', found: { code: 'CAL_BAD_INSTANT' } },
    ],
    [
      'a step after the end',
      { steps: [...wholeWay, { do: 'withdraw', at: '2026-03-19T10:00', by: 'author', reason: 'нет' }] },
      { code: 'step-refused', index: 7, found: { refusal: 'instance-ended' } },
    ],
  ])('%s', (_title, change, failure) => {
    const failures = failuresOf({ ...change, must: [unreached] });
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject(failure as object);
  });
});
