import { describe, expect, it } from 'vitest';
import { chainStart, verifyChain } from '../history/chain.ts';
import { fold } from '../history/evolve.ts';
import type { Effect } from '../model/step.ts';
import { step } from '../step.ts';
import { actor, Case, startCommand } from '../testing/case.ts';
import { besideEachOther, longWay } from '../testing/sample-regulations.ts';

const returned = () =>
  new Case(longWay).start().decide('check', 'returned', 'checker', { text: 'Нет обоснования' });

const of = <T extends Effect['type']>(doc: Case, type: T) =>
  doc.effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);

describe('history', () => {
  it('[EN3] is numbered from 1 and chained; an event changed, dropped or put in another place is named', () => {
    const { history } = returned();
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));
    expect(verifyChain(history)).toEqual({ ok: true, head: history.at(-1)?.hash });
    expect(verifyChain([])).toEqual({ ok: true, head: chainStart });
    const changed = history.map((event) => (event.seq === 3 ? { ...event, atMs: event.atMs + 1 } : event));
    expect(verifyChain(changed)).toEqual({ ok: false, seq: 3, why: 'hash' });
    expect(verifyChain(history.filter(({ seq }) => seq !== 4))).toEqual({ ok: false, seq: 4, why: 'order' });
    const elsewhere = history.map((event) => (event.seq === 5 ? { ...event, instance: 'i2' } : event));
    expect(verifyChain(elsewhere)).toEqual({ ok: false, seq: 5, why: 'order' });
  });

  it('[EN4] holds ids and salted digests of personal words; the words lie beside it', () => {
    const doc = returned();
    expect(JSON.stringify(doc.history)).not.toContain('Нет обоснования');
    const [text] = of(doc, 'text');
    expect(text?.text.text).toBe('Нет обоснования');
    expect(doc.state.decisions[0]?.text).toEqual({ id: text?.text.id, digest: text?.text.digest });
    expect(doc.state.remarks[0]?.text).toEqual(doc.state.decisions[0]?.text);
  });

  it('[EN5] a step is pure: the same state, command and context give the same result, and change nothing', () => {
    const doc = new Case(besideEachOther).start({ spends: true });
    const frozen = deepFreeze(structuredClone(doc.state));
    const command = doc.decideCommand('units', 'approved', 'p1');
    const once = step(frozen, command, { ...doc.context(), newId: () => 'x' });
    const twice = step(frozen, command, { ...doc.context(), newId: () => 'x' });
    expect(once).toStrictEqual(twice);
    if (!once.ok) throw new Error('refused');
    expect(once.instance.slots['units#1/s1/2']).toBe(frozen.slots['units#1/s1/2']);
  });

  it('[EN6] what was moved keeps the rules results and the facts they read, so that a replay evaluates nothing', () => {
    const doc = new Case(besideEachOther).start();
    const skipped = doc.history.find(
      ({ body }) => body.type === 'moved' && body.event === 'block.money.skip',
    );
    expect(skipped?.body).toMatchObject({ results: { spends: false }, facts: { 'card.spends': null } });
    expect(fold(doc.history)).toStrictEqual(doc.state);
  });

  it('[EN7] a state that came back from a store, whatever the order of its keys, goes on as before', () => {
    const one = new Case(besideEachOther).start({ spends: true });
    const other = new Case(besideEachOther).start({ spends: true });
    other.instance = reversed(other.state);
    for (const doc of [one, other]) {
      doc.decide('units', 'approved', 'p1').must({ type: 'withdraw', by: actor('author'), reason: 'Ошибка' });
    }
    expect(other.history.map(({ hash }) => hash)).toEqual(one.history.map(({ hash }) => hash));
  });

  it('[EN8] contracts that the caller broke are thrown with their codes', () => {
    const doc = new Case(longWay);
    const context = doc.context();
    expect(() => step(null, { type: 'refresh' }, context)).toThrow('ENG_INSTANCE_MISSING');
    doc.start();
    expect(() => doc.send(startCommand())).toThrow('ENG_INSTANCE_EXISTS');
    const other = { ...context, regulation: { ...context.regulation, hash: 'other' } };
    expect(() => step(doc.state, { type: 'refresh' }, other)).toThrow('ENG_OTHER_REGULATION');
    expect(() => fold(doc.history.slice(1))).toThrow('ENG_HISTORY_BROKEN');
  });
});

describe('effects', () => {
  it('[EN150] those who may see are the author, performers, their direct heads, deciders and named roles', () => {
    const doc = new Case(longWay).start();
    const principals = of(doc, 'reader').map(({ principal }) => principal);
    expect(principals).toEqual(['e:e-author', 'r:adm:REGR', 'p:checker', 'p:chief']);
    doc.decide('check', 'done');
    // The head of the unit is under the mayor.
    expect(of(doc, 'reader').map(({ principal }) => principal)).toEqual([
      'e:e-checker',
      'p:chief',
      'p:mayor',
    ]);
  });

  it('[EN151] rows of tasks and timers follow the state', () => {
    const doc = new Case(longWay).start();
    const { id } = doc.task('check');
    expect(of(doc, 'task.open').map(({ task }) => task)).toEqual([doc.task('check')]);
    expect(of(doc, 'timer.open')).toHaveLength(2);
    doc.decide('check', 'done');
    expect(of(doc, 'task.close')).toMatchObject([
      { task: { id }, why: 'decided', decision: doc.state.decisions[0]?.id },
    ]);
    expect(of(doc, 'timer.close').map(({ timer, why }) => [timer, why])).toEqual([
      [`${id}/0`, 'cancelled'],
      [`${id}/1`, 'cancelled'],
    ]);
    doc.runTo('2026-03-17T18:00');
    expect(of(doc, 'timer.close')).toMatchObject([{ why: 'fired' }]);
    expect(of(doc, 'task.change')).toMatchObject([{ task: { overdue: true } }]);
  });

  it('[EN152] the author hears of each decision and of the end; a substitute is named with whom he stands for', () => {
    const doc = new Case(longWay).start();
    const by = { employee: 'e-p6', position: 'checker', onBehalfOf: 'e-checker' };
    doc.decide('check', 'done', 'checker', { by });
    expect(of(doc, 'notice').map(({ notice }) => [notice.kind, notice.positions, notice.params])).toEqual([
      ['decided', ['author'], { outcome: 'done' }],
    ]);
    expect(doc.state.decisions[0]).toMatchObject({
      position: 'checker',
      person: { employee: 'e-p6', name: 'Имя p6' },
      onBehalfOf: { employee: 'e-checker', post: 'Должность checker' },
    });
    doc.must({ type: 'annul', by: actor('author'), reason: 'Не нужен' });
    expect(of(doc, 'notice').map(({ notice }) => notice.kind)).toEqual(['ended']);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)])) as T;
}
