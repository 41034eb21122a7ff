import { describe, expect, it } from 'vitest';
import type { PositionId } from '../model/directory.ts';
import { acquaintance, approval, buildRegulation, end, rework, task } from '../testing/build-regulation.ts';
import { actor, Case, startCommand } from '../testing/case.ts';
import { officeWithout } from '../testing/office.ts';

const oneVisa = (...args: Parameters<typeof approval>) =>
  buildRegulation({ visa: approval(...args), rework: rework(), done: end(), gone: end('annulled') }, [
    ['visa.approved', 'done'],
    ['visa.refused', 'rework', 'R1'],
    ['rework.sent', 'visa'],
    ['rework.annulled', 'gone'],
  ]);

describe('an approval', () => {
  it('[EN20] a parallel step asks all at once and waits for all', () => {
    const doc = new Case(oneVisa(['p1', 'p2', 'p3'])).start();
    expect(doc.open).toEqual(['visa: p1, p2, p3']);
    doc.decide('visa', 'approved', 'p2').decide('visa', 'approved', 'p1');
    expect(doc.state.status).toBe('running');
    doc.decide('visa', 'approved', 'p3');
    expect(doc.state.ending?.as).toBe('completed');
  });

  it('[EN21] refusals of a parallel step are collected: it is refused when all have decided', () => {
    const doc = new Case(oneVisa(['p1', 'p2', 'p3'])).start();
    doc.decide('visa', 'rejected', 'p1', { text: 'Нет расчёта' });
    expect(doc.open).toEqual(['visa: p2, p3']);
    doc.decide('visa', 'rejected', 'p3', { remarks: [{ text: 'Нет даты', place: 'п. 2' }] });
    doc.decide('visa', 'approved', 'p2');
    expect(doc.open).toEqual(['rework: author']);
    expect(doc.state.stages['visa']).toEqual({ visits: 1, outcome: 'refused' });
    expect(doc.state.remarks.map(({ no, place }) => [no, place])).toEqual([
      [1, undefined],
      [2, 'п. 2'],
    ]);
  });

  it('[EN22] a sequential step asks one after another and ends at the first refusal', () => {
    const doc = new Case(oneVisa(['p1', 'p2', 'p3'], { mode: 'sequential' })).start();
    expect(doc.open).toEqual(['visa: p1']);
    doc.decide('visa', 'approved', 'p1');
    expect(doc.open).toEqual(['visa: p2']);
    doc.decide('visa', 'rejected', 'p2', { text: 'Против' });
    expect(doc.open).toEqual(['rework: author']);
    expect(Object.values(doc.state.slots).map(({ id, status }) => [id, status])).toEqual([
      ['visa#1/s1/1', 'decided'],
      ['visa#1/s1/2', 'decided'],
      ['visa#1/s1/3', 'closed'],
      ['rework#1/-/1', 'asked'],
    ]);
  });

  it('[EN23] steps follow one another, and a refusal in one leaves the later ones unasked', () => {
    const steps = [
      { mode: 'parallel', participants: ['p1', 'p2'] },
      { mode: 'sequential', participants: ['p3', 'p4'] },
    ] as const;
    const passed = new Case(oneVisa(steps)).start();
    passed.decide('visa', 'approved', 'p1').decide('visa', 'approved', 'p2');
    expect(passed.open).toEqual(['visa: p3']);
    const refused = new Case(oneVisa(steps)).start();
    refused.decide('visa', 'approved', 'p1').decide('visa', 'rejected', 'p2', { text: 'Нет' });
    expect(refused.open).toEqual(['rework: author']);
  });

  it('[EN24] somebody found twice in a visit is asked once, where he was found first', () => {
    const steps = [
      { mode: 'sequential', participants: ['p1', 'chief'] },
      { mode: 'parallel', participants: ['executors', 'p2'] },
    ] as const;
    const doc = new Case(oneVisa(steps)).start({ executors: ['p1', 'p3', 'p2'] });
    expect(Object.values(doc.state.slots).map(({ step, positions }) => [step, ...positions])).toEqual([
      ['s1', 'p1'],
      ['s1', 'chief'],
      ['s2', 'p3'],
      ['s2', 'p2'],
    ]);
  });

  it('[EN25] «with remarks» lets the route go on and leaves its remarks open', () => {
    const doc = new Case(oneVisa(['p1'])).start();
    doc.decide('visa', 'approvedWithRemarks', 'p1', { remarks: [{ text: 'Опечатка' }] });
    expect(doc.state.ending?.as).toBe('completed');
    expect(doc.state.remarks.map(({ status }) => status)).toEqual(['open']);
    expect(doc.state.decisions.map(({ outcome, tone }) => [outcome, tone])).toEqual([
      ['approvedWithRemarks', 'forward'],
    ]);
  });

  it('[EN25] a yes that brings remarks is a yes with remarks', () => {
    const doc = new Case(oneVisa(['p1'])).start();
    doc.decide('visa', 'approved', 'p1', { remarks: [{ text: 'Опечатка' }] });
    expect(doc.state.decisions[0]?.outcome).toBe('approvedWithRemarks');
  });

  it.each(['rejected', 'approvedWithRemarks'])('[EN26] «%s» without a word is refused', (outcome) => {
    const doc = new Case(oneVisa(['p1'])).start();
    const before = doc.state;
    expect(doc.tryDecide('visa', outcome, 'p1', { text: '  ', remarks: [{ text: '' }] })).toMatchObject({
      ok: false,
      refusal: 'remarks-required',
    });
    expect(doc.state).toBe(before);
  });

  it('[EN27] a document reaches a step only after the one before: the clock of a task starts when it opens', () => {
    const doc = new Case(oneVisa(['p1', 'p2'], { mode: 'sequential' })).start();
    doc.jumpTo('2026-03-17T11:00').decide('visa', 'approved', 'p1');
    expect(doc.task('visa').openedAtMs).toBe(doc.nowMs);
  });
});

describe('refusals of a decision', () => {
  const doc = () => new Case(oneVisa(['p1', 'p2'])).start();

  it('[EN10] a task that is closed, of another post, an unknown outcome and a stale digest have their codes', () => {
    const one = doc();
    const command = one.decideCommand('visa', 'approved', 'p1');
    expect(one.send({ ...command, by: actor('p2') })).toMatchObject({ refusal: 'not-your-task' });
    expect(one.send({ ...command, outcome: 'toString' })).toMatchObject({ refusal: 'outcome-unknown' });
    expect(one.send({ ...command, outcome: 'returned' })).toMatchObject({ refusal: 'outcome-unknown' });
    expect(one.send({ ...command, digest: 'other' })).toMatchObject({ refusal: 'digest-stale' });
    expect(one.send({ ...command, task: 'constructor' })).toMatchObject({ refusal: 'task-closed' });
    one.must(command);
    expect(one.send(command)).toMatchObject({ refusal: 'task-closed' });
  });

  it('[EN11] an ended instance takes nothing more', () => {
    const one = doc();
    const command = one.decideCommand('visa', 'approved', 'p1');
    one.must({ type: 'withdraw', by: actor('author'), reason: 'Ошибка' });
    expect(one.send(command)).toMatchObject({ refusal: 'instance-ended' });
    const before = one.state;
    expect(one.send({ type: 'refresh' })).toMatchObject({ ok: true, events: [] });
    expect(one.state).toBe(before);
  });
});

describe('sending', () => {
  const chosen = buildRegulation(
    { visa: approval(['list']), done: end() },
    [
      ['visa.approved', 'done'],
      ['visa.refused', 'done'],
    ],
    { participants: { list: { title: { ru: 'а', en: 'a' }, type: 'chosen', min: 1, max: 2 } } },
  );

  it.each<[string, Readonly<Record<string, readonly PositionId[]>>, string]>([
    ['fewer than the least', {}, 'chosen-invalid'],
    ['more than the most', { list: ['p1', 'p2', 'p3'] }, 'chosen-invalid'],
    ['the same post twice', { list: ['p1', 'p1'] }, 'chosen-invalid'],
    ['a list nobody asked for', { list: ['p1'], other: ['p2'] }, 'chosen-invalid'],
    ['an unknown post', { list: ['p1', 'nobody'] }, 'position-unknown'],
  ])('[EN2] %s is refused', (_what, list, refusal) => {
    const doc = new Case(chosen);
    expect(doc.send(startCommand({}, list))).toMatchObject({ ok: false, refusal });
    expect(doc.instance).toBeNull();
  });

  it('[EN2] a required field that is empty is refused by its name', () => {
    const command = startCommand({}, { list: ['p1'] });
    const empty = { ...command, version: { ...command.version, card: {} } };
    expect(new Case(chosen).send(empty)).toMatchObject({
      refusal: 'field-required',
      params: { field: 'subject' },
    });
  });

  it('[EN2] the chosen are asked', () => {
    expect(new Case(chosen).start({}, { list: ['p2', 'p5'] }).open).toEqual(['visa: p2, p5']);
  });
});

describe('a vacant participant', () => {
  it('[EN30] is an incident, the others are asked, and the visit waits for it', () => {
    const doc = new Case(oneVisa(['p1', 'p2']), { directory: officeWithout('p2') }).start();
    expect(doc.open).toEqual(['visa: p1']);
    expect(Object.values(doc.state.incidents)).toMatchObject([
      { reason: 'vacant-participant', stage: 'visa', participant: 'p2', slot: 'visa#1/s1/2' },
    ]);
    doc.decide('visa', 'approved', 'p1');
    expect(doc.state.status).toBe('running');
  });

  it('[EN31] is repaired by naming a post, which is then asked', () => {
    const doc = new Case(oneVisa(['p2']), { directory: officeWithout('p2') }).start();
    const [incident] = Object.keys(doc.state.incidents);
    const repair = {
      type: 'assign',
      incident: incident ?? '',
      by: actor('manager'),
      reason: 'Вакансия',
    } as const;
    expect(doc.send({ ...repair, to: 'p2' })).toMatchObject({ refusal: 'position-unknown' });
    doc.must({ ...repair, to: 'p3' });
    expect(doc.open).toEqual(['visa: p3']);
    expect(doc.state.incidents).toEqual({});
    expect(doc.send({ ...repair, to: 'p3' })).toMatchObject({ refusal: 'incident-closed' });
  });

  it('[EN32] is asked after a refresh that finds somebody', () => {
    const doc = new Case(oneVisa(['p2']), { directory: officeWithout('p2') }).start();
    doc.must({ type: 'refresh' });
    expect(doc.events).toEqual([]);
    doc.directory = new Case(oneVisa(['p2'])).directory;
    doc.must({ type: 'refresh' });
    expect(doc.open).toEqual(['visa: p2']);
    expect(doc.state.incidents).toEqual({});
  });

  it('[EN33] a post that fell vacant with its task open is an incident, which the next holder clears', () => {
    const doc = new Case(oneVisa(['p2'])).start();
    const full = doc.directory;
    doc.directory = officeWithout('p2');
    doc.must({ type: 'refresh' }).must({ type: 'refresh' });
    expect(Object.values(doc.state.incidents)).toHaveLength(1);
    expect(doc.open).toEqual(['visa: p2']);
    doc.directory = full;
    doc.must({ type: 'refresh' });
    expect(doc.state.incidents).toEqual({});
  });

  it('[EN33] a task whose post fell vacant moves to the post that is named', () => {
    const doc = new Case(oneVisa(['p2'])).start();
    doc.directory = officeWithout('p2');
    doc.must({ type: 'refresh' });
    const [incident] = Object.keys(doc.state.incidents);
    doc.must({ type: 'assign', incident: incident ?? '', to: 'p5', by: actor('manager'), reason: 'Уволен' });
    expect(doc.open).toEqual(['visa: p5']);
    expect(doc.state.incidents).toEqual({});
  });

  it('[EN34] a visit that found nobody at all is an incident, never a silent skip', () => {
    const doc = new Case(oneVisa(['executors'])).start();
    expect(doc.open).toEqual([]);
    expect(Object.values(doc.state.incidents)).toMatchObject([{ participant: 'executors' }]);
  });
});

describe('kinds', () => {
  it('[EN28] an acquaintance is done when everybody is', () => {
    const read = buildRegulation({ read: acquaintance('p1', 'author'), done: end() }, [
      ['read.done', 'done'],
    ]);
    const doc = new Case(read).start();
    doc.decide('read', 'done', 'author');
    expect(doc.open).toEqual(['read: p1']);
    doc.decide('read', 'done', 'p1');
    expect(doc.state.ending?.as).toBe('completed');
  });

  it('[EN29] a task that says no needs words, and its words are a remark', () => {
    const check = buildRegulation({ check: task('checker'), rework: rework(), done: end() }, [
      ['check.done', 'done'],
      ['check.returned', 'rework', 'R1'],
      ['rework.sent', 'check'],
      ['rework.annulled', 'done'],
    ]);
    const doc = new Case(check).start();
    expect(doc.tryDecide('check', 'returned')).toMatchObject({ refusal: 'text-required' });
    doc.decide('check', 'returned', 'checker', { text: 'Нет обоснования' });
    expect(doc.open).toEqual(['rework: author']);
    expect(doc.state.remarks).toHaveLength(1);
    expect(doc.state.decisions[0]?.remarks).toEqual([doc.state.remarks[0]?.id]);
  });

  it('[EN29] a form is filled as it is declared', () => {
    const title = { ru: 'а', en: 'a' };
    const publish = buildRegulation(
      {
        publish: task('author', {
          form: { link: { type: 'link', title, required: true }, day: { type: 'date', title } },
          formOrder: ['link', 'day'],
        }),
        done: end(),
      },
      [
        ['publish.done', 'done'],
        ['publish.returned', 'done'],
      ],
    );
    const doc = new Case(publish).start();
    for (const form of [
      {},
      { link: 'http://x' },
      { link: 'https://x', other: 1 },
      { link: 'https://x', day: 5 },
    ]) {
      expect(doc.tryDecide('publish', 'done', 'author', { form })).toMatchObject({ refusal: 'form-invalid' });
    }
    doc.decide('publish', 'done', 'author', { form: { link: 'https://x', day: '2026-03-16' } });
    expect(doc.state.decisions[0]?.form).toEqual({ link: 'https://x', day: '2026-03-16' });
  });
});
