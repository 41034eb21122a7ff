import { describe, expect, it } from 'vitest';
import { buildRegulation, end, registration, rework, signing } from '../testing/build-regulation.ts';
import { actor, Case } from '../testing/case.ts';

const way = buildRegulation(
  { sign: signing(), register: registration(), rework: rework(), done: end(), gone: end('annulled') },
  [
    ['sign.signed', 'register'],
    ['sign.returned', 'rework', 'R2'],
    ['sign.annulled', 'gone'],
    ['register.registered', 'done'],
    ['register.returned', 'rework', 'R5'],
    ['rework.sent', 'sign'],
    ['rework.annulled', 'gone'],
  ],
);
const why = (by: string) => ({ by: actor(by), reason: 'Причина' });

describe('signing', () => {
  it('[EN80] a signature is put under the very digest that was decided on', () => {
    const doc = new Case(way).start();
    const none = {
      ...doc.decideCommand('sign', 'signed'),
      signature: { kind: 'simple', digest: 'other' },
    } as const;
    expect(doc.send(none)).toMatchObject({ refusal: 'signature-required' });
    const { signature: _, ...bare } = none;
    expect(doc.send(bare)).toMatchObject({ refusal: 'signature-required' });
    doc.decide('sign', 'signed');
    expect(doc.state.signed?.digest).toBe(doc.state.versions[0]?.digest);
  });

  it('[EN81] a refusal to sign needs words; an annulment ends as annulled', () => {
    const doc = new Case(way).start();
    expect(doc.tryDecide('sign', 'returned')).toMatchObject({ refusal: 'text-required' });
    doc.decide('sign', 'annulled', 'mayor', { text: 'Не нужен' });
    expect(doc.state.ending).toMatchObject({ as: 'annulled', stage: 'gone' });
  });
});

describe('registration', () => {
  it('[EN82] needs a number; it is kept with its register and decision', () => {
    const doc = new Case(way).start().decide('sign', 'signed');
    const { registration: _, ...bare } = doc.decideCommand('register', 'registered', 'reg1');
    expect(doc.send(bare)).toMatchObject({ refusal: 'registration-required' });
    doc.decide('register', 'registered', 'reg1');
    expect(doc.state.registration).toMatchObject({ register: 'main', number: '1', visit: 'register#1' });
  });

  it('[EN82] a return gives no number', () => {
    const doc = new Case(way).start().decide('sign', 'signed');
    doc.decide('register', 'returned', 'reg2', { text: 'Нет листа' });
    expect(doc.state.registration).toBeUndefined();
  });

  it('[EN82] a document that has its number takes no second one', () => {
    const twice = buildRegulation(
      {
        register: registration(),
        again: registration(),
        rework: rework(),
        done: end(),
        gone: end('annulled'),
      },
      [
        ['register.registered', 'again'],
        ['register.returned', 'rework', 'R5'],
        ['again.registered', 'done'],
        ['again.returned', 'rework', 'R5'],
        ['rework.sent', 'register'],
        ['rework.annulled', 'gone'],
      ],
    );
    const doc = new Case(twice).start().decide('register', 'registered', 'reg1');
    expect(doc.tryDecide('again', 'registered', 'reg1')).toMatchObject({
      refusal: 'registration-required',
      params: { number: '1' },
    });
    const { registration: _, ...bare } = doc.decideCommand('again', 'registered', 'reg1');
    doc.must(bare);
    expect(doc.state.registration).toMatchObject({ number: '1', visit: 'register#1' });
  });
});

describe('a task of several posts', () => {
  const common = () => new Case(way).start().decide('sign', 'signed');

  it('[EN90] is taken by one, put back, and taken by another', () => {
    const doc = common();
    const { id } = doc.task('register');
    expect(doc.send({ type: 'release', task: id, by: actor('reg1') })).toMatchObject({
      refusal: 'task-not-taken',
    });
    doc.must({ type: 'take', task: id, by: actor('reg1') });
    expect(doc.send({ type: 'take', task: id, by: actor('reg2') })).toMatchObject({ refusal: 'task-taken' });
    expect(doc.send({ type: 'release', task: id, by: actor('reg2') })).toMatchObject({
      refusal: 'task-taken',
    });
    expect(doc.tryDecide('register', 'registered', 'reg2')).toMatchObject({ refusal: 'task-taken' });
    doc.must({ type: 'take', task: id, by: actor('reg1') });
    expect(doc.events).toEqual([]);
    doc
      .must({ type: 'release', task: id, by: actor('reg1') })
      .must({ type: 'take', task: id, by: actor('reg2') });
    doc.decide('register', 'registered', 'reg2');
    expect(doc.state.ending?.as).toBe('completed');
  });

  it('[EN91] is taken over from a holder who is absent today', async () => {
    const { officeWithAbsences } = await import('../testing/office.ts');
    const doc = common();
    const { id } = doc.task('register');
    doc.must({ type: 'take', task: id, by: actor('reg1') });
    doc.directory = officeWithAbsences({
      id: 'a1',
      employee: 'e-reg1',
      from: '2026-03-16',
      to: '2026-03-20',
    });
    doc.must({ type: 'take', task: id, by: actor('reg2') });
    expect(doc.task('register').takenBy?.employee).toBe('e-reg2');
  });

  it('[EN92] may be decided by any of its posts without taking it', () => {
    const doc = common().decide('register', 'registered', 'reg2');
    expect(doc.state.decisions.at(-1)?.position).toBe('reg2');
  });
});

describe('stopping', () => {
  it('[EN100] the author withdraws until it is signed; everything closes in the same step', () => {
    const doc = new Case(way).start();
    expect(doc.send({ type: 'withdraw', ...why('mayor') })).toMatchObject({ refusal: 'not-the-author' });
    expect(doc.send({ type: 'withdraw', by: actor('author'), reason: ' ' })).toMatchObject({
      refusal: 'text-required',
    });
    doc.must({ type: 'withdraw', ...why('author') });
    expect(doc.state).toMatchObject({ status: 'ended', ending: { as: 'withdrawn' }, tasks: {}, timers: {} });
    expect(doc.state.visits['sign#1']?.status).toBe('cancelled');
    const signed = new Case(way).start().decide('sign', 'signed');
    expect(signed.send({ type: 'withdraw', ...why('author') })).toMatchObject({ refusal: 'already-signed' });
  });

  it('[EN101] annulled by the author until it is signed, or by the signer while it lies with him', () => {
    expect(new Case(way).start().send({ type: 'annul', ...why('reg1') })).toMatchObject({
      refusal: 'not-the-author',
    });
    expect(new Case(way).start().must({ type: 'annul', ...why('author') }).state.ending?.as).toBe('annulled');
    expect(new Case(way).start().must({ type: 'annul', ...why('mayor') }).state.ending?.as).toBe('annulled');
    const signed = new Case(way).start().decide('sign', 'signed');
    expect(signed.send({ type: 'annul', ...why('author') })).toMatchObject({ refusal: 'already-signed' });
    expect(signed.send({ type: 'annul', ...why('mayor') })).toMatchObject({ refusal: 'not-the-author' });
  });
});
