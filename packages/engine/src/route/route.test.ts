import { lint } from '@reglament/regulation';
import { describe, expect, it, vi } from 'vitest';
import { createActor, createMachine, transition } from 'xstate';
import { step } from '../step.ts';
import { approval, buildRegulation, choice, end, rework } from '../testing/build-regulation.ts';
import { Case } from '../testing/case.ts';
import { besideEachOther, longWay } from '../testing/sample-regulations.ts';
import { createRoute } from './route.ts';

const loop = buildRegulation({ visa: approval(['p1']), ask: choice(), again: choice(), done: end() }, [
  ['visa.approved', 'ask'],
  ['visa.refused', 'done'],
  ['ask.chosen', 'again'],
  ['again.chosen', 'ask'],
]);

describe('the route over XState', () => {
  it('[EN160] X1: an event the state does not take is an error of ours, never silence', () => {
    const route = createRoute(longWay);
    expect(() => route.send('check', 'visa.approved', {})).toThrow('ENG_ROUTE_EVENT_UNKNOWN');
    expect(() => route.send('check', 'check.donne', {})).toThrow('ENG_ROUTE_EVENT_UNKNOWN');
  });

  it('[EN160] X2: a stored state that is not of this machine throws plainly and kills nothing', () => {
    const route = createRoute(longWay);
    for (const value of ['gone-stage', { block: 'x' }, {}, 5, null]) {
      expect(() => route.send(value, 'check.done', {})).toThrow('ENG_ROUTE_STATE_UNKNOWN');
    }
  });

  it('[EN160] X11: a region that the stored state lacks is not entered in silence, its task would never exist', () => {
    const route = createRoute(besideEachOther);
    const lacking = { block: { units: 'units', publicity: 'publish' } };
    expect(() => route.send(lacking, 'units.approved', {})).toThrow('ENG_ROUTE_STATE_UNKNOWN');
  });

  it('[EN161] X3: a guard looks up its result; one that is missing or not a boolean throws', () => {
    const route = createRoute(
      buildRegulation(
        { visa: approval(['p1']), done: end(), other: end() },
        [
          [
            'visa.approved',
            [
              ['rule', 'done'],
              [null, 'other'],
            ],
          ],
          ['visa.refused', 'done'],
        ],
        { when: { rule: { all: [{ fact: 'card.spends', operator: 'equal', value: true }] } } },
      ),
    );
    expect(route.send('visa', 'visa.approved', { rule: true })).toBe('done');
    expect(route.send('visa', 'visa.approved', { rule: false })).toBe('other');
    expect(() => route.send('visa', 'visa.approved', {})).toThrow('rule');
    const promised = { rule: Promise.resolve(false) } as unknown as Readonly<Record<string, boolean>>;
    expect(() => route.send('visa', 'visa.approved', promised)).toThrow('rule');
  });

  it('[EN162] X4: the machine has no delay, action, invoke, always or context', () => {
    const text = JSON.stringify([createRoute(longWay).machine, createRoute(besideEachOther).machine]);
    for (const key of ['after', 'always', 'invoke', 'entry', 'exit', 'actions', 'context', 'history']) {
      expect(text).not.toContain(`"${key}":`);
    }
  });

  it('[EN162] X5: terms of 30, 45 and 365 days stay timer rows: a step starts no timer of the process', () => {
    const setTimer = vi.spyOn(globalThis, 'setTimeout');
    for (const amount of [30, 45, 365]) {
      const title = { ru: 'а', en: 'a' };
      const silent = {
        title,
        term: { amount, unit: 'calendarDays' },
        onLapse: [{ do: 'autoVisa' }],
      } as const;
      const way = buildRegulation(
        { visa: approval(['p1'], { deadline: 'long' }), done: end() },
        [
          ['visa.approved', 'done'],
          ['visa.refused', 'done'],
        ],
        { deadlines: { long: silent } },
      );
      const doc = new Case(way).start();
      const [timer] = Object.values(doc.state.timers);
      expect(timer?.dueAtMs).toBeGreaterThan(doc.nowMs + (amount - 1) * 86_400_000);
      expect(doc.open).toEqual(['visa: p1']);
    }
    expect(setTimer).not.toHaveBeenCalled();
    setTimer.mockRestore();
  });

  it('[EN163] X6: a cycle in which nobody is asked is stopped by the bound of a step', () => {
    expect(lint(loop).map(({ code }) => code)).toContain('cycle-without-wait');
    const doc = new Case(loop).start();
    const before = doc.state;
    expect(() => doc.decide('visa', 'approved')).toThrow('ENG_NOT_AT_REST');
    expect(doc.state).toBe(before);
  });

  it('[EN163] X7: a cycle of kept stages rests, because none passes as kept twice in a step', () => {
    const circle = buildRegulation(
      { visa: approval(['p1']), ask: choice(), rework: rework(), done: end(), gone: end('annulled') },
      [
        ['visa.approved', 'ask'],
        ['visa.refused', 'rework'],
        ['ask.chosen', 'visa'],
        ['rework.sent', 'visa'],
        ['rework.annulled', 'gone'],
      ],
    );
    const doc = new Case(circle).start().decide('visa', 'approved');
    expect(doc.open).toEqual(['visa: p1']);
  });

  it('[EN164] X8: the route holds no state: two instances of one version do not meet', () => {
    const one = new Case(longWay).start();
    const other = new Case(longWay).start();
    one.decide('check', 'done');
    expect(other.state.machine).toBe('check');
  });

  it('[EN165] X9: the stored value revives in stock XState and moves there as here', () => {
    const route = createRoute(besideEachOther);
    const machine = createMachine(JSON.parse(JSON.stringify(route.machine)), {
      guards: {
        rule: ({ event }, params) => Reflect.get(event.results, Reflect.get(Object(params), 'name')) === true,
      },
    });
    const doc = new Case(besideEachOther).start({ spends: true });
    const snapshot = machine.resolveState({ value: doc.state.machine as never });
    const [after] = transition(machine, snapshot, { type: 'money.approved', results: {} });
    expect(after.value).toEqual(route.send(doc.state.machine, 'money.approved', {}));
    const revived = createActor(machine, { snapshot: machine.getPersistedSnapshot(snapshot) }).getSnapshot();
    expect(revived.value).toEqual(doc.state.machine);
  });

  it('[EN166] X10: what was started on one version never runs on another', () => {
    const doc = new Case(longWay).start();
    const other = { ...doc.context(), regulation: { ...doc.context().regulation, hash: 'hash-4' } };
    expect(() => step(doc.state, { type: 'refresh' }, other)).toThrow('ENG_OTHER_REGULATION');
  });

  it('[EN162] X12: the engine imports from XState what is pure, and from nowhere else than the route', () => {
    const sources = import.meta.glob<string>('../**/*.ts', { query: '?raw', import: 'default', eager: true });
    const imports = Object.entries(sources).flatMap(([path, source]) =>
      path.endsWith('.test.ts')
        ? []
        : [...source.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)].flatMap(
            ([, names = '', from]) =>
              from === 'xstate' ? [[path, ...names.split(',').map((name) => name.trim())]] : [],
          ),
    );
    expect(imports).toEqual([['./route.ts', 'createMachine', 'initialTransition', 'transition']]);
  });
});
