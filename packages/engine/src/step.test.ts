import { describe, expect, it } from 'vitest';
import { verifyChain } from './history/chain.ts';
import { fold } from './history/evolve.ts';
import { approval, buildRegulation, end, registration, rework, signing } from './testing/build-regulation.ts';
import { Case } from './testing/case.ts';

const threeApprovals = buildRegulation(
  {
    first: approval(['p1']),
    second: approval(['p2', 'p3']),
    third: approval(['p4']),
    sign: signing(),
    register: registration(),
    rework: rework(),
    done: end(),
    gone: end('annulled'),
  },
  [
    ['first.approved', 'second'],
    ['first.refused', 'rework', 'R1'],
    ['second.approved', 'third'],
    ['second.refused', 'rework', 'R1'],
    ['third.approved', 'sign'],
    ['third.refused', 'rework', 'R1'],
    ['sign.signed', 'register'],
    ['sign.returned', 'rework', 'R2'],
    ['sign.annulled', 'gone'],
    ['register.registered', 'done'],
    ['register.returned', 'rework', 'R5'],
    ['rework.sent', 'first'],
    ['rework.annulled', 'gone'],
  ],
);

describe('a whole way', () => {
  it('[EN1] a document goes from sending to its end, and the fold of its history is its state', () => {
    const doc = new Case(threeApprovals).start();
    expect(doc.open).toEqual(['first: p1']);
    doc.decide('first', 'approved');
    expect(doc.open).toEqual(['second: p2, p3']);
    doc.decide('second', 'approved', 'p3');
    expect(doc.open).toEqual(['second: p2']);
    doc.decide('second', 'approved', 'p2').decide('third', 'approved');
    expect(doc.open).toEqual(['sign: mayor']);
    doc.decide('sign', 'signed');
    expect(doc.open).toEqual(['register: reg1/reg2']);
    doc.decide('register', 'registered', 'reg2');
    expect(doc.state.ending).toEqual({ as: 'completed', stage: 'done', atMs: doc.nowMs });
    expect(doc.state.tasks).toEqual({});
    expect(doc.state.timers).toEqual({});
    expect(fold(doc.history)).toStrictEqual(doc.state);
    expect(fold(JSON.parse(JSON.stringify(doc.history)))).toStrictEqual(doc.state);
    expect(verifyChain(doc.history)).toEqual({ ok: true, head: doc.state.history.head });
  });
});
