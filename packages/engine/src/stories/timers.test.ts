import { describe, expect, it } from 'vitest';
import { approval, buildRegulation, end, rework, task } from '../testing/build-regulation.ts';
import { actor, Case } from '../testing/case.ts';
import { at, local, office, officeWithAbsences } from '../testing/office.ts';

/** Monday 16 March 2026 is the day of sending; the office works 9 to 18, Friday to 17. */
const way = (...args: Parameters<typeof approval>) =>
  buildRegulation({ visa: approval(...args), rework: rework(), done: end(), gone: end('annulled') }, [
    ['visa.approved', 'done'],
    ['visa.refused', 'rework', 'R1'],
    ['rework.sent', 'visa'],
    ['rework.annulled', 'gone'],
  ]);

const timersOf = (doc: Case) =>
  Object.values(doc.state.timers)
    .map(({ action, dueAtMs }) => `${action} ${local(dueAtMs)}`)
    .sort();

const told = (doc: Case) =>
  doc.history.flatMap(({ body }) => (body.type === 'timerFired' ? [[body.action, ...body.told]] : []));

describe('a term', () => {
  it('[EN110] starts when the task opens and ends by the calendar of its post', () => {
    const doc = new Case(way(['p1'], { deadline: '3wd' })).start();
    expect(local(doc.task('visa').dueAtMs)).toBe('2026-03-19T18:00');
    expect(doc.task('visa').term).toMatchObject({ amount: 3, unit: 'workingDays', calendar: 'ru' });
  });

  it('[EN111] urgency halves working days, rounded up to half a day, while its rule holds', () => {
    const when = { urgent: { all: [{ fact: 'card.urgent', operator: 'equal', value: true }] } } as const;
    const urgency = { rule: 'urgent', factor: 0.5, roundUpTo: 0.5 };
    const edges = [
      ['visa.approved', 'done'],
      ['visa.refused', 'done'],
    ] as const;
    const hurried = buildRegulation({ visa: approval(['p1'], { deadline: '3wd' }), done: end() }, edges, {
      when,
      urgency,
    });
    const amount = (card: object) => new Case(hurried).start({ ...card }).task('visa').term.amount;
    expect(amount({ urgent: true })).toBe(1.5);
    expect(amount({})).toBe(3);
  });

  it('[EN111] urgency leaves a term of the same day as it is', () => {
    const hurried = buildRegulation(
      { check: task('checker', { deadline: 'today' }), done: end() },
      [
        ['check.done', 'done'],
        ['check.returned', 'done'],
      ],
      {
        deadlines: {
          today: {
            title: { ru: 'а', en: 'a' },
            term: { amount: 0, unit: 'workingDays' },
            onLapse: [{ do: 'mark' }],
          },
        },
        when: { urgent: { all: [{ fact: 'card.urgent', operator: 'equal', value: true }] } },
        urgency: { rule: 'urgent', factor: 0.5, roundUpTo: 0.5 },
      },
    );
    // Not minus zero, which canonical JSON would hide and the store refuses.
    expect(new Case(hurried).start({ urgent: true }).task('check').term.amount).toBe(0);
  });

  it('[EN112] reminders come at opening, the mark at the lapse, the escalation at closing', () => {
    const L1 = new Case(way(['p1'], { deadline: 'reminded' })).start();
    expect(timersOf(L1)).toEqual([
      'mark 2026-03-19T18:00',
      'remind 2026-03-18T09:00',
      'remind 2026-03-19T09:00',
    ]);
    const L3 = new Case(way(['p1'], { deadline: '1wd' })).start();
    expect(timersOf(L3)).toEqual(['escalate 2026-03-18T18:00', 'mark 2026-03-17T18:00']);
  });

  it('[EN113] a moment before the task opened is not created', () => {
    const sameDay = buildRegulation(
      { check: task('checker', { deadline: 'today' }), done: end() },
      [
        ['check.done', 'done'],
        ['check.returned', 'done'],
      ],
      {
        deadlines: {
          today: {
            title: { ru: 'а', en: 'a' },
            term: { amount: 0, unit: 'workingDays' },
            onLapse: [
              { do: 'remind', before: { amount: 1, unit: 'workingDays' } },
              { do: 'remind' },
              { do: 'mark' },
            ],
          },
        },
      },
    );
    expect(timersOf(new Case(sameDay).start())).toEqual(['mark 2026-03-16T18:00']);
  });

  it('[EN114] a task is marked at its lapse; the direct head hears of it at closing of the next day', () => {
    const doc = new Case(way(['p1'])).start().runTo('2026-03-18T18:00');
    expect(doc.task('visa').overdue).toBe(true);
    expect(told(doc)).toEqual([
      ['mark', 'p1'],
      ['escalate', 'other-head'],
    ]);
    doc.decide('visa', 'approved');
    expect(doc.state.decisions[0]?.late).toBe(true);
  });

  it('[EN115] an escalation that finds no superior is an incident; naming a post clears it and tells it', () => {
    const doc = new Case(way(['finance'])).start().runTo('2026-03-18T18:00');
    const [incident] = Object.values(doc.state.incidents);
    expect(incident).toMatchObject({ reason: 'no-superior', slot: 'visa#1/s1/1' });
    doc.must({
      type: 'assign',
      incident: incident?.id ?? '',
      to: 'manager',
      by: actor('manager'),
      reason: 'Нет начальника',
    });
    expect(doc.state.incidents).toEqual({});
    expect(doc.effects).toContainEqual({
      type: 'notice',
      notice: expect.objectContaining({ kind: 'escalation', positions: ['manager'], stage: 'visa' }),
    });
  });
});

describe('a timer', () => {
  it('[EN120] that fires early is refused; that fires twice has one effect', () => {
    const doc = new Case(way(['p1'])).start();
    const timer = Object.values(doc.state.timers).find(({ action }) => action === 'mark')?.id ?? '';
    expect(doc.send({ type: 'timer', timer })).toMatchObject({ refusal: 'timer-not-due' });
    doc.jumpTo('2026-03-17T18:00').must({ type: 'timer', timer });
    const before = doc.state;
    doc.must({ type: 'timer', timer });
    expect(doc.events).toEqual([]);
    expect(doc.state).toBe(before);
  });

  it('[EN121] that fires late keeps both moments, and the next term starts when it fired', () => {
    const steps = [{ mode: 'sequential', participants: ['p1', 'p2'] }] as const;
    const doc = new Case(way(steps, { deadline: 'silent' })).start();
    const timer = Object.values(doc.state.timers).find(({ action }) => action === 'autoVisa')?.id ?? '';
    doc.jumpTo('2026-03-20T10:00').must({ type: 'timer', timer });
    const fired = doc.events.find(({ body }) => body.type === 'timerFired');
    expect(fired).toMatchObject({ atMs: at('2026-03-20T10:00'), body: { dueAtMs: at('2026-03-18T18:00') } });
    expect(local(doc.task('visa').dueAtMs)).toBe('2026-03-24T18:00');
  });

  it('[EN122] between a person and a timer the first wins: the other finds nothing to do', () => {
    const doc = new Case(way(['p1', 'p2'], { deadline: 'silent' })).start();
    const timer = Object.values(doc.state.timers).find(({ action }) => action === 'autoVisa')?.id ?? '';
    const command = doc.decideCommand('visa', 'approved', 'p1');
    doc.jumpTo('2026-03-18T18:00').must({ type: 'timer', timer });
    expect(doc.send(command)).toMatchObject({ refusal: 'task-closed' });
    const other = new Case(way(['p1', 'p2'], { deadline: 'silent' })).start();
    const cancelled = Object.values(other.state.timers).find(({ action }) => action === 'autoVisa')?.id ?? '';
    other
      .jumpTo('2026-03-18T18:00')
      .decide('visa', 'approved', 'p1')
      .must({ type: 'timer', timer: cancelled });
    expect(other.events).toEqual([]);
    expect(other.state.decisions).toHaveLength(1);
  });
});

describe('an auto-visa', () => {
  it('[EN130] approves at the lapse, names its deadline and version, and is marked', () => {
    const doc = new Case(way(['p1'], { deadline: 'silent' })).start().runTo('2026-03-18T18:00');
    expect(doc.state.decisions).toMatchObject([
      {
        outcome: 'approved',
        late: false,
        automatic: { deadline: 'silent', regulationVersion: 3 },
        position: 'p1',
        atMs: at('2026-03-18T18:00'),
      },
    ]);
    expect(doc.state.ending?.as).toBe('completed');
  });

  it('[EN131] never comes on a nature that forbids it, nor outside an approval', () => {
    const legal = new Case(way(['p1'], { deadline: 'silent', nature: ['legal'] })).start();
    expect(timersOf(legal)).toEqual(['remind 2026-03-18T09:00']);
    const check = buildRegulation({ check: task('checker', { deadline: 'silent' }), done: end() }, [
      ['check.done', 'done'],
      ['check.returned', 'done'],
    ]);
    expect(timersOf(new Case(check).start())).toEqual(['remind 2026-03-18T09:00']);
  });

  it('[EN132] with late decisions the task stays open while the visit is; a late refusal replaces the visa', () => {
    const doc = new Case(way(['p1', 'p2'], { deadline: 'silent', lateDecisions: true })).start();
    doc.jumpTo('2026-03-17T10:00');
    doc.must({
      type: 'handOver',
      task: doc.task('visa', 'p2').id,
      to: 'p3',
      by: actor('chief'),
      reason: 'Отпуск',
    });
    doc.runTo('2026-03-18T18:00');
    expect(doc.task('visa', 'p1').lapsed).toBe(true);
    doc.decide('visa', 'rejected', 'p1', { text: 'Против' });
    const [silent, late] = doc.state.decisions;
    expect(silent?.replacedBy).toBe(late?.id);
    expect(late).toMatchObject({ outcome: 'rejected', late: true });
    doc.decide('visa', 'approved', 'p3');
    expect(doc.open).toEqual(['rework: author']);
  });

  it('[EN132] the visit does not wait for a late decision', () => {
    const doc = new Case(way(['p1'], { deadline: 'silent', lateDecisions: true })).start();
    const command = doc.decideCommand('visa', 'approved', 'p1');
    doc.runTo('2026-03-18T18:00');
    expect(doc.state.ending?.as).toBe('completed');
    expect(doc.send(command)).toMatchObject({ refusal: 'instance-ended' });
  });
});

describe('handing over and refresh', () => {
  it('[EN140] a task handed over reaches a new desk: its clock starts again, the holder is told', () => {
    const doc = new Case(way(['p1'])).start().jumpTo('2026-03-17T10:00');
    const handOver = {
      type: 'handOver',
      task: doc.task('visa').id,
      by: actor('chief'),
      reason: 'Отпуск',
    } as const;
    expect(doc.send({ ...handOver, to: 'nobody' })).toMatchObject({ refusal: 'position-unknown' });
    expect(doc.send({ ...handOver, to: 'p2', reason: '' })).toMatchObject({ refusal: 'text-required' });
    doc.must({ ...handOver, to: 'p2' });
    expect(doc.open).toEqual(['visa: p2']);
    expect(local(doc.task('visa').dueAtMs)).toBe('2026-03-18T18:00');
    const principals = doc.effects.flatMap((one) => (one.type === 'reader' ? [one.principal] : []));
    expect(principals).toEqual(['p:p2', 'p:other-head']);
    expect(doc.effects).toContainEqual({
      type: 'notice',
      notice: expect.objectContaining({ kind: 'handedOver', positions: ['p2'] }),
    });
  });

  it('[EN141] days of an absence without a substitute do not count: the term and its timers are counted again', () => {
    const doc = new Case(way(['p1'], { deadline: '2wd' })).start();
    expect(local(doc.task('visa').dueAtMs)).toBe('2026-03-18T18:00');
    doc.directory = officeWithAbsences({ id: 'a1', employee: 'e-p1', from: '2026-03-17', to: '2026-03-19' });
    doc.must({ type: 'refresh' });
    expect(local(doc.task('visa').dueAtMs)).toBe('2026-03-23T18:00');
    expect(doc.events.map(({ body }) => body)).toMatchObject([{ type: 'termRecomputed', why: 'absence' }]);
    expect(timersOf(doc)).toEqual(['escalate 2026-03-24T18:00', 'mark 2026-03-23T18:00']);
    doc.must({ type: 'refresh' });
    expect(doc.events).toEqual([]);
    doc.directory = office;
    expect(doc.must({ type: 'refresh' }).events).toHaveLength(1);
  });

  it('[EN142] a task no longer late loses its mark, and is marked again at the new lapse', () => {
    const doc = new Case(way(['p1'])).start().runTo('2026-03-17T18:00');
    expect(doc.task('visa').overdue).toBe(true);
    doc.directory = officeWithAbsences({ id: 'a1', employee: 'e-p1', from: '2026-03-17', to: '2026-03-18' });
    doc.must({ type: 'refresh' });
    expect(doc.task('visa').overdue).toBe(false);
    expect(timersOf(doc)).toEqual(['escalate 2026-03-20T17:00', 'mark 2026-03-19T18:00']);
  });
});
