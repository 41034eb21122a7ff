import { describe, expect, it } from 'vitest';
import { approval, buildRegulation, end, rework, signing, task } from '../testing/build-regulation.ts';
import { actor, Case } from '../testing/case.ts';
import { besideEachOther, longWay } from '../testing/sample-regulations.ts';

const statusOf = (doc: Case) =>
  Object.fromEntries(Object.values(doc.state.visits).map(({ id, status }) => [id, status]));

/** To the stage, all before it approved in the first round. */
function through(doc: Case, ...stages: readonly string[]): Case {
  for (const stage of stages) doc.decide(stage, stage === 'check' || stage === 'edit' ? 'done' : 'approved');
  return doc;
}

describe('another way through', () => {
  it('[EN40] R1, nothing changed: whoever approved is kept, the one who refused and «always» are asked', () => {
    const doc = through(new Case(longWay).start(), 'check', 'visa', 'edit');
    doc.decide('legal', 'rejected', 'lawyer', { text: 'Нет' }).decide('rework', 'sent');
    expect(doc.state.round).toBe(2);
    expect(doc.open).toEqual(['legal: lawyer']);
    expect(statusOf(doc)).toMatchObject({ 'check#2': 'kept', 'visa#2': 'kept', 'edit#2': 'kept' });
    doc.decide('legal', 'approved');
    expect(doc.open).toEqual(['audit: p1']);
  });

  it('[EN41] R1, a new version: «changed» is asked, «kept» is not', () => {
    const doc = through(new Case(longWay).start(), 'check', 'visa', 'edit');
    doc.decide('legal', 'rejected', 'lawyer', { text: 'Нет' });
    doc.decide('rework', 'sent', 'author', { card: { subject: 'О ремонте моста' } });
    expect(doc.open).toEqual(['check: checker']);
    doc.decide('check', 'done');
    expect(statusOf(doc)).toMatchObject({ 'visa#2': 'kept' });
    expect(doc.open).toEqual(['edit: editor']);
    doc.decide('edit', 'done');
    expect(doc.open).toEqual(['legal: lawyer']);
  });

  it('[EN41] a stage that edits has decided on the version it made', () => {
    const doc = through(new Case(longWay).start(), 'check', 'visa');
    doc.decide('edit', 'done', 'editor', { card: { subject: 'О ремонте дороги' } });
    expect(doc.state.decisions.at(-1)).toMatchObject({ stage: 'edit', version: 2 });
    doc.decide('legal', 'rejected', 'lawyer', { text: 'Нет' }).decide('rework', 'sent');
    // The check decided on version 1, the editor on the second, which is still the last.
    expect(doc.open).toEqual(['check: checker']);
    doc.decide('check', 'done');
    expect(statusOf(doc)).toMatchObject({ 'edit#2': 'kept' });
    expect(doc.open).toEqual(['legal: lawyer']);
  });

  it('[EN42] R2 asks everybody again, and only once in its round', () => {
    const doc = through(new Case(longWay).start(), 'check', 'visa', 'edit', 'legal');
    doc.decide('audit', 'rejected', 'p1', { text: 'Нет' }).decide('rework', 'sent');
    expect(doc.state.opening).toEqual({ policy: 'R2', stage: 'audit', round: 2 });
    for (const [stage, outcome] of [
      ['check', 'done'],
      ['visa', 'approved'],
      ['edit', 'done'],
      ['legal', 'approved'],
      ['audit', 'approved'],
    ] as const) {
      expect(doc.open).toHaveLength(1);
      doc.decide(stage, outcome);
    }
    expect(doc.open).toEqual(['sign: mayor']);
  });

  it('[EN43] R5 asks only the stage that returned; the rest keeps though the version differs, and is marked', async () => {
    const { visaMarks } = await import('../visa-marks.ts');
    const doc = through(new Case(longWay).start(), 'check', 'visa', 'edit', 'legal', 'audit');
    doc.decide('sign', 'signed').decide('register', 'returned', 'reg1', { text: 'Нет листа' });
    doc.decide('rework', 'sent', 'author', { file: 'f2' });
    // The signature does not carry to the second version.
    expect(doc.open).toEqual(['sign: mayor']);
    expect(statusOf(doc)).toMatchObject({ 'check#2': 'kept', 'legal#2': 'kept', 'audit#2': 'kept' });
    expect(
      visaMarks(doc.state).map(({ stage, version, of, earlier }) => [stage, version, of, earlier]),
    ).toEqual([
      ['visa', 1, 2, true],
      ['legal', 1, 2, true],
      ['audit', 1, 2, true],
    ]);
    doc.decide('sign', 'signed');
    expect(doc.open).toEqual(['register: reg1/reg2']);
  });

  it('[EN44] the signer is kept as signed when the digest is the one he signed', () => {
    const doc = through(new Case(longWay).start(), 'check', 'visa', 'edit', 'legal', 'audit');
    doc.decide('sign', 'signed').decide('register', 'returned', 'reg1', { text: 'Нет листа' });
    doc.decide('rework', 'sent');
    expect(doc.open).toEqual(['register: reg1/reg2']);
    expect(statusOf(doc)).toMatchObject({ 'sign#2': 'kept' });
  });

  it('[EN44] R2 asks the signer again though the digest is the same', () => {
    const way = buildRegulation(
      { sign: signing(), after: task('checker'), rework: rework(), done: end(), gone: end('annulled') },
      [
        ['sign.signed', 'after'],
        ['sign.returned', 'rework', 'R1'],
        ['sign.annulled', 'gone'],
        ['after.done', 'done'],
        ['after.returned', 'rework', 'R2'],
        ['rework.sent', 'sign'],
        ['rework.annulled', 'gone'],
      ],
    );
    const doc = new Case(way).start().decide('sign', 'signed');
    doc.decide('after', 'returned', 'checker', { text: 'Нет' }).decide('rework', 'sent');
    expect(doc.open).toEqual(['sign: mayor']);
  });

  it('[EN45] a kept visit closes in the same step and names the visas that it stands on', () => {
    const doc = through(new Case(longWay).start(), 'check', 'visa');
    const visa = doc.state.decisions[1]?.id;
    doc.decide('edit', 'returned', 'editor', { text: 'Формат' }).decide('rework', 'sent');
    expect(doc.events.map(({ body }) => body)).toContainEqual({
      type: 'visitClosed',
      visit: 'visa#2',
      outcome: 'approved',
      how: 'kept',
      standsOn: [visa],
    });
    expect(doc.open).toEqual(['edit: editor']);
  });

  it('[EN46] inside a visit only those are asked whose last decision is not an approval', () => {
    const doc = new Case(besideEachOther).start();
    doc.decide('units', 'approved', 'p1').decide('units', 'rejected', 'p2', { text: 'Нет' });
    doc.decide('publish', 'done').runTo('2026-03-30T09:00').decide('rework', 'sent');
    expect(doc.open).toEqual(['units: p2']);
  });

  it('[EN47] the last decision counts: who approved in one round and refused in the next is asked', () => {
    const way = buildRegulation(
      { visa: approval(['p1', 'p2']), rework: rework(), done: end(), gone: end('annulled') },
      [
        ['visa.approved', 'done'],
        ['visa.refused', 'rework', 'R2'],
        ['rework.sent', 'visa'],
        ['rework.annulled', 'gone'],
      ],
    );
    const doc = new Case(way).start();
    doc
      .decide('visa', 'approved', 'p1')
      .decide('visa', 'rejected', 'p2', { text: 'Нет' })
      .decide('rework', 'sent');
    expect(doc.open).toEqual(['visa: p1, p2']);
    doc.decide('visa', 'rejected', 'p1', { text: 'Передумал' }).decide('visa', 'approved', 'p2');
    doc.decide('rework', 'sent');
    expect(doc.open).toEqual(['visa: p1, p2']);
  });

  it('[EN48] a stage that asks again makes earlier visas count as not given', () => {
    const way = buildRegulation(
      {
        visa: approval(['p1']),
        edit: task('editor', { edits: { card: 'all', files: true, visas: 'askedAgain' } }),
        sign: signing(),
        rework: rework(),
        done: end(),
        gone: end('annulled'),
      },
      [
        ['visa.approved', 'edit'],
        ['visa.refused', 'rework', 'R1'],
        ['edit.done', 'sign'],
        ['edit.returned', 'rework', 'R1'],
        ['sign.signed', 'done'],
        ['sign.returned', 'rework', 'R1'],
        ['sign.annulled', 'gone'],
        ['rework.sent', 'visa'],
        ['rework.annulled', 'gone'],
      ],
    );
    const doc = new Case(way).start().decide('visa', 'approved');
    doc.decide('edit', 'done', 'editor', { file: 'f2' });
    doc.decide('sign', 'returned', 'mayor', { text: 'Нет' }).decide('rework', 'sent');
    expect(doc.open).toEqual(['visa: p1']);
  });

  it('[EN49] a visa by a post to which the task was handed over stands for the post that was found', () => {
    const doc = new Case(besideEachOther).start();
    doc.must({
      type: 'handOver',
      task: doc.task('units', 'p1').id,
      to: 'p5',
      by: actor('chief'),
      reason: 'Отпуск',
    });
    doc.decide('units', 'approved', 'p5').decide('units', 'rejected', 'p2', { text: 'Нет' });
    doc.decide('publish', 'done').runTo('2026-03-30T09:00').decide('rework', 'sent');
    expect(doc.open).toEqual(['units: p2']);
  });

  it('[EN50] the stage a return leads to is asked whatever it decided before', () => {
    const way = buildRegulation(
      { check: task('checker', { again: 'kept' }), visa: approval(['p1']), done: end() },
      [
        ['check.done', 'visa'],
        ['check.returned', 'done'],
        ['visa.approved', 'done'],
        ['visa.refused', 'check', 'R1'],
      ],
    );
    const doc = new Case(way)
      .start()
      .decide('check', 'done')
      .decide('visa', 'rejected', 'p1', { text: 'Нет' });
    expect(doc.open).toEqual(['check: checker']);
    expect(doc.state.round).toBe(1);
  });
});

describe('a block', () => {
  it('[EN60] runs its branches side by side, skips one whose rule does not hold, and ends when all have', () => {
    const doc = new Case(besideEachOther).start();
    expect(doc.open).toEqual(['publish: author', 'units: p1, p2']);
    expect(doc.state.visits['block#1']?.branches).toEqual({ money: 'skipped' });
    doc.decide('publish', 'done').decide('units', 'approved', 'p1').decide('units', 'approved', 'p2');
    expect(doc.open).toEqual([]);
    doc.runTo('2026-03-24T10:00');
    expect(doc.open).toEqual(['sign: mayor']);
    expect(doc.state.stages['block']).toEqual({ visits: 1, outcome: 'approved' });
  });

  it('[EN61] a refusal ends its own branch only; the block is refused when all branches have ended', () => {
    const doc = new Case(besideEachOther).start({ spends: true });
    doc.decide('money', 'rejected', 'fin', { text: 'Нет средств' });
    expect(doc.open).toEqual(['publish: author', 'units: p1, p2']);
    doc.decide('units', 'approved', 'p1').decide('units', 'approved', 'p2').decide('publish', 'done');
    doc.runTo('2026-03-24T10:00');
    expect(doc.open).toEqual(['rework: author']);
    expect(doc.state.noted).toEqual({ policy: 'R1', stage: 'block' });
  });

  it('[EN62] passes as kept when nobody in it is left to ask; a wait that elapsed has elapsed', () => {
    const doc = new Case(besideEachOther).start();
    doc.decide('publish', 'done').decide('units', 'approved', 'p1').decide('units', 'approved', 'p2');
    doc.runTo('2026-03-24T10:00');
    const [published, first, second] = doc.state.decisions.map(({ id }) => id);
    doc.decide('sign', 'returned', 'mayor', { text: 'Нет' });
    doc.decide('rework', 'sent', 'author', { file: 'f2' });
    expect(doc.open).toEqual(['sign: mayor']);
    expect(statusOf(doc)).toMatchObject({ 'block#2': 'kept', 'units#2': 'kept', 'week#2': 'kept' });
    const closed = doc.events.find(({ body }) => body.type === 'visitClosed' && body.visit === 'block#2');
    expect(closed?.body).toMatchObject({ outcome: 'approved', standsOn: [published, first, second] });
  });

  it('[EN63] its rules are evaluated again on another way through', () => {
    const doc = new Case(besideEachOther).start();
    doc.decide('publish', 'done').decide('units', 'approved', 'p1').decide('units', 'approved', 'p2');
    doc.runTo('2026-03-24T10:00').decide('sign', 'returned', 'mayor', { text: 'Нет' });
    doc.decide('rework', 'sent', 'author', { card: { spends: true } });
    expect(doc.open).toEqual(['money: fin']);
  });
});
