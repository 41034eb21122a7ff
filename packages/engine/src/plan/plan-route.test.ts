import type { Card } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import type { Directory } from '../directory/directory.ts';
import {
  acquaintance,
  approval,
  block,
  buildRegulation,
  choice,
  end,
  registration,
  rework,
  signing,
  task,
  wait,
} from '../testing/build-regulation.ts';
import { Case, startCommand } from '../testing/case.ts';
import { at, local, office, officeWithAbsences, officeWithout } from '../testing/office.ts';
import { forecast, planRoute } from './plan-route.ts';
import type { RoutePlan } from './route-plan.ts';

/** check -> visas (silence is a visa, late ones taken) -> choice by money: curator or past him -> sign -> register -> read. */
const regulation = buildRegulation(
  {
    check: task('checker'),
    visas: approval(['p1', 'p2'], { deadline: 'silent', lateDecisions: true }),
    big: choice(),
    curator: approval(['curator']),
    sign: signing('head'),
    register: registration(),
    read: acquaintance('author'),
    rework: rework(),
    done: end(),
    stopped: end('annulled'),
  },
  [
    ['check.done', 'visas'],
    ['check.returned', 'rework'],
    ['visas.approved', 'big'],
    ['visas.refused', 'rework'],
    [
      'big.chosen',
      [
        ['small', 'sign'],
        [null, 'curator'],
      ],
    ],
    ['curator.approved', 'sign'],
    ['curator.refused', 'rework'],
    ['sign.signed', 'register'],
    ['sign.returned', 'rework'],
    ['sign.annulled', 'stopped'],
    ['register.registered', 'read'],
    ['register.returned', 'rework'],
    ['read.done', 'done'],
    ['rework.sent', 'check'],
    ['rework.annulled', 'stopped'],
  ],
  { when: { small: { all: [{ fact: 'card.spends', operator: 'equal', value: false }] } } },
);

const small = { subject: 'О ремонте', spends: false };

function draftPlan(
  card: Card,
  directory: Directory = office,
  moment = '2026-03-16T10:00',
  of = regulation,
): RoutePlan {
  const { organisation, initiator } = startCommand();
  const compiled = new Case(of).compiled;
  const plan = planRoute({
    regulation: compiled,
    directory,
    initiator,
    organisation,
    card,
    chosen: {},
    nowMs: at(moment),
  });
  if (plan === null) throw new Error('no plan');
  return plan;
}

function forecastOf(one: Case, history = one.history): RoutePlan {
  const { state, compiled, directory, nowMs } = one;
  return forecast({ instance: state, regulation: compiled, directory, nowMs, history });
}

const told = ({ stages }: RoutePlan) =>
  stages.map(({ stage, visit, state, endMs }) => `${visit ?? stage} ${state} ${local(endMs).slice(5)}`);

const peopleAt = (plan: RoutePlan, visit: string) => plan.stages.find((one) => one.visit === visit)?.people;

describe('the plan of a draft', () => {
  it('goes by full terms, everybody deciding on the last moment of his', () => {
    const plan = draftPlan({ subject: 'О ремонте', spends: true });
    expect(told(plan)).toEqual([
      'check#1 planned 03-17T18:00',
      // Two working days, and no auto-visa: they decide in time.
      'visas#1 planned 03-19T18:00',
      // Friday.
      'curator#1 planned 03-20T17:00',
      'sign#1 planned 03-23T18:00',
      // The same day, but its last hour is over.
      'register#1 planned 03-24T18:00',
      'read#1 planned 03-27T17:00',
    ]);
    expect(plan.warnings).toEqual([]);
    expect([local(plan.promisedMs), local(plan.endMs), plan.workingDays, plan.provisional]).toEqual([
      '2026-03-24T18:00',
      '2026-03-27T17:00',
      6,
      false,
    ]);
    expect(peopleAt(plan, 'visas#1')).toEqual([
      {
        slot: 'visas#1/s1/1',
        position: 'p1',
        name: 'Имя p1',
        post: 'Должность p1',
        unit: 'Другой отдел',
        status: 'waiting',
        dueMs: at('2026-03-19T18:00'),
        autoVisaAtMs: at('2026-03-19T18:00'),
      },
      expect.objectContaining({ position: 'p2', status: 'waiting' }),
    ]);
    expect(peopleAt(plan, 'register#1')?.map(({ slot, position }) => [slot, position])).toEqual([
      ['register#1/-/1', 'reg1'],
      ['register#1/-/1', 'reg2'],
    ]);
  });

  it('shows what a choice passes by, and the rule that did it', () => {
    const plan = draftPlan(small);
    expect(told(plan).slice(1, 4)).toEqual([
      'visas#1 planned 03-19T18:00',
      'curator skipped 03-19T18:00',
      'sign#1 planned 03-20T17:00',
    ]);
    const rules = plan.stages
      .filter(({ rule }) => rule !== undefined)
      .map(({ stage, rule }) => [stage, rule?.id]);
    expect(rules).toEqual([
      ['curator', 'small'],
      ['sign', 'small'],
    ]);
  });

  it('is made for an empty card too: sending asks for the fields, a plan does not', () => {
    expect(told(draftPlan({}))).toHaveLength(6);
  });

  it('goes on past a vacant post for its full term, and warns', () => {
    const plan = draftPlan(small, officeWithout('mayor'));
    expect(told(plan)).toContain('sign#1 planned 03-20T17:00');
    expect(plan.stages.find(({ stage }) => stage === 'sign')).toMatchObject({
      vacant: { participant: 'head' },
      people: [],
    });
    expect(plan.warnings).toEqual([{ code: 'vacant', stage: 'sign', params: { participant: 'head' } }]);
    expect(local(plan.promisedMs)).toBe('2026-03-23T18:00');
  });

  it('names who stands in for the absent on the day the document comes', () => {
    const plan = draftPlan(
      small,
      officeWithAbsences({
        id: 'a1',
        employee: 'e-checker',
        from: '2026-03-16',
        to: '2026-03-20',
        substitute: 'e-editor',
      }),
    );
    expect(peopleAt(plan, 'check#1')).toMatchObject([
      { position: 'checker', name: 'Имя editor', post: 'Должность checker', standsInFor: 'Имя checker' },
    ]);
    expect(plan.warnings).toEqual([]);
  });

  it('counts the days of who is absent with nobody in his place, and warns', () => {
    const plan = draftPlan(
      small,
      officeWithAbsences({ id: 'a1', employee: 'e-p2', from: '2026-03-18', to: '2026-03-19' }),
    );
    // p2 has Friday 20 and Monday 23.
    expect(told(plan)).toContain('visas#1 planned 03-23T18:00');
    expect(peopleAt(plan, 'visas#1')?.[1]).toMatchObject({ position: 'p2', absentUntil: '2026-03-19' });
    expect(plan.warnings).toEqual([
      { code: 'absent', stage: 'visas', params: { position: 'p2', name: 'Имя p2', until: '2026-03-19' } },
    ]);
  });

  it('says which stage first rests on a year without a decree', () => {
    // 2028 is not in the shipped data.
    const plan = draftPlan(small, office, '2027-12-29T10:00');
    expect(plan.provisional).toBe(true);
    expect(plan.warnings).toEqual([{ code: 'provisional-calendar', stage: 'visas', params: {} }]);
  });

  it('warns when the route is longer than law allows', () => {
    const legalTerms = {
      days: {
        title: { ru: 'Срок', en: 'Term' },
        term: { amount: 4, unit: 'workingDays' as const },
        from: 'sent',
        to: 'registered',
        roundsCounted: true,
        evidence: { tag: 'A' as const },
      },
    };
    const limited = { ...regulation, legalTerms };
    // Four working days after Monday 16 March are over on Friday; registered on Monday 23.
    expect(draftPlan(small, office, '2026-03-16T10:00', limited).warnings).toEqual([
      {
        code: 'legal-term',
        stage: 'register',
        params: { term: 'days', limitMs: at('2026-03-20T17:00'), endMs: at('2026-03-23T18:00') },
      },
    ]);
    const longer = { ...legalTerms.days, term: { amount: 5, unit: 'workingDays' as const } };
    expect(
      draftPlan(small, office, '2026-03-16T10:00', { ...limited, legalTerms: { days: longer } }).warnings,
    ).toEqual([]);
  });

  it('runs the branches of a block side by side and skips those whose rule does not hold', () => {
    const parallel = buildRegulation(
      {
        block: block({
          quick: { first: 'quick' },
          site: { first: 'place' },
          money: { first: 'money', when: 'spends' },
        }),
        quick: approval(['p1'], { in: ['block', 'quick'] }),
        place: task('author', {
          in: ['block', 'site'],
          outcomes: { done: { title: { ru: 'Да', en: 'Yes' }, tone: 'forward' } },
          form: { link: { type: 'link', title: { ru: 'С', en: 'L' }, required: true } },
          formOrder: ['link'],
        }),
        week: wait({ in: ['block', 'site'] }),
        money: approval(['finance'], { in: ['block', 'money'] }),
        sign: signing('head'),
        done: end(),
        stopped: end('annulled'),
      },
      [
        ['block.approved', 'sign'],
        ['block.refused', 'stopped'],
        ['quick.approved', '$end'],
        ['quick.refused', '$end'],
        ['place.done', 'week'],
        ['week.elapsed', '$end'],
        ['money.approved', '$end'],
        ['money.refused', '$end'],
        ['sign.signed', 'done'],
        ['sign.returned', 'stopped'],
        ['sign.annulled', 'stopped'],
      ],
      { when: { spends: { all: [{ fact: 'card.spends', operator: 'equal', value: true }] } } },
    );
    const plan = draftPlan(small, office, '2026-03-16T10:00', parallel);
    expect(told(plan)).toEqual([
      'block#1 planned 03-24T23:59',
      'quick#1 planned 03-17T18:00',
      'place#1 planned 03-17T18:00',
      'money skipped 03-16T10:00',
      'week#1 planned 03-24T23:59',
      'sign#1 planned 03-25T18:00',
    ]);
    expect(plan.stages[3]).toMatchObject({ block: 'block', branch: 'money', rule: { id: 'spends' } });
    expect(plan.stages[4]).toMatchObject({
      block: 'block',
      branch: 'site',
      dueMs: at('2026-03-24T23:59') + 59_999,
    });
    // Nothing is registered: what is promised is the end.
    expect(plan.promisedMs).toBe(plan.endMs);
  });
});

describe('the forecast of a running document', () => {
  it('shows what was as it was, what is asked now, and plans the rest', () => {
    const one = new Case(regulation).start(small);
    one.nowMs = at('2026-03-16T12:00');
    one.decide('check', 'done');
    one.nowMs = at('2026-03-17T11:00');
    one.decide('visas', 'approvedWithRemarks', 'p1', { text: 'Уточнить срок' });
    const plan = forecastOf(one);
    expect(told(plan)).toEqual([
      'check#1 done 03-16T12:00',
      'visas#1 now 03-18T18:00',
      'curator skipped 03-18T18:00',
      'sign#1 planned 03-19T18:00',
      'register#1 planned 03-20T17:00',
      'read#1 planned 03-25T18:00',
    ]);
    expect(peopleAt(plan, 'check#1')).toMatchObject([{ status: 'done', atMs: at('2026-03-16T12:00') }]);
    expect(peopleAt(plan, 'visas#1')).toMatchObject([
      { position: 'p1', status: 'remarks', atMs: at('2026-03-17T11:00') },
      {
        position: 'p2',
        status: 'asked',
        dueMs: at('2026-03-18T18:00'),
        autoVisaAtMs: at('2026-03-18T18:00'),
      },
    ]);
    expect(plan.stages[1]).toMatchObject({ dueMs: at('2026-03-18T18:00'), round: 1, returned: false });
    expect(one.state.decisions).toHaveLength(2);
  });

  it('counts an overdue task as decided now', () => {
    const one = new Case(regulation).start(small);
    one.runTo('2026-03-19T12:00');
    const plan = forecastOf(one);
    expect(told(plan).slice(0, 2)).toEqual(['check#1 now 03-19T12:00', 'visas#1 planned 03-23T18:00']);
    expect(plan.stages[0]).toMatchObject({ dueMs: at('2026-03-17T18:00') });
  });

  it('keeps the rounds apart and shows what was kept', () => {
    const one = new Case(regulation).start(small);
    one.nowMs = at('2026-03-16T12:00');
    one.decide('check', 'done');
    one.runTo('2026-03-18T18:00');
    one.nowMs = at('2026-03-19T10:00');
    one.decide('sign', 'returned', 'mayor', { text: 'Исправить' });
    const before = forecastOf(one);
    expect(told(before).slice(0, 5)).toEqual([
      'check#1 done 03-16T12:00',
      'visas#1 done 03-18T18:00',
      'curator skipped 03-18T18:00',
      'sign#1 done 03-19T10:00',
      // Two working days after Thursday.
      'rework#1 now 03-23T18:00',
    ]);
    expect(before.stages[3]).toMatchObject({ returned: true, people: [{ status: 'rejected' }] });
    expect(peopleAt(before, 'visas#1')?.map(({ status }) => status)).toEqual(['autoVisa', 'autoVisa']);

    one.nowMs = at('2026-03-19T15:00');
    one.decide('rework', 'sent');
    const plan = forecastOf(one);
    expect(told(plan).slice(4)).toEqual([
      'rework#1 done 03-19T15:00',
      'check#2 kept 03-19T15:00',
      'visas#2 kept 03-19T15:00',
      'curator skipped 03-19T15:00',
      'sign#2 now 03-20T17:00',
      'register#1 planned 03-23T18:00',
      'read#1 planned 03-26T18:00',
    ]);
    expect(plan.stages.find(({ visit }) => visit === 'sign#2')?.round).toBe(2);
    expect(peopleAt(plan, 'visas#2')).toMatchObject([
      { position: 'p1', status: 'kept', atMs: at('2026-03-18T18:00') },
      { position: 'p2', status: 'kept' },
    ]);
  });

  it('gives a legal term that does not count rounds the time in rework back', () => {
    const days = {
      title: { ru: 'Срок', en: 'Term' },
      term: { amount: 4, unit: 'workingDays' as const },
      from: 'sent',
      to: 'sign.closed',
      roundsCounted: false,
      evidence: { tag: 'A' as const },
    };
    const one = new Case({ ...regulation, legalTerms: { days } }).start(small);
    one.runTo('2026-03-17T12:00').decide('check', 'returned', 'checker', { text: 'Исправить' });
    one.runTo('2026-03-18T12:00').decide('rework', 'sent');
    // Check to 19, visas to 23, signing to 24 March; four working days were over on the 20th, 17:00, rework took a day.
    expect(forecastOf(one).warnings).toEqual([
      {
        code: 'legal-term',
        stage: 'sign',
        params: { term: 'days', limitMs: at('2026-03-21T17:00'), endMs: at('2026-03-24T18:00') },
      },
    ]);
  });

  it('shows an open vacancy where the document stands', () => {
    const one = new Case(regulation, { directory: officeWithout('checker') }).start(small);
    const plan = forecastOf(one);
    expect(plan.stages[0]).toMatchObject({ state: 'now', vacant: { participant: 'checker' }, people: [] });
    expect(told(plan)[0]).toBe('check#1 now 03-17T18:00');
    expect(Object.keys(one.state.incidents)).toHaveLength(1);
  });

  it('shows of a common task the one who took it', () => {
    const one = new Case(regulation).start(small).decide('check', 'done');
    one.decide('visas', 'approved', 'p1').decide('visas', 'approved', 'p2').decide('sign', 'signed', 'mayor');
    const taskId = one.task('register').id;
    one.must({ type: 'take', task: taskId, by: { employee: 'e-reg2', position: 'reg2' } });
    expect(peopleAt(forecastOf(one), 'register#1')).toMatchObject([{ position: 'reg2', status: 'asked' }]);
  });

  it('of an ended document tells only what was', () => {
    const one = new Case(regulation).start(small);
    one.must({ type: 'withdraw', by: { employee: 'e-author', position: 'author' }, reason: 'Отложено' });
    const plan = forecastOf(one);
    expect(told(plan)).toEqual(['check#1 done 03-16T10:00']);
    expect(plan.endMs).toBe(at('2026-03-16T10:00'));
    expect(plan.warnings).toEqual([]);
  });
});
