import { createI18n, loadLocale } from '@reglament/i18n';
import { addDesignerWords } from '@reglament/i18n/designer';
import { beforeAll, expect, test } from 'vitest';
import { createEditor, one } from '../document/store.ts';
import { shipped } from '../testing/shipped.ts';
import { farEnd, type Way, walkWays, waysOf } from './wayWalk.ts';

addDesignerWords();
beforeAll(() => loadLocale('ru'));

const contract = shipped('municipal-contract');
const act = shipped('municipal-act');
const named = (ways: readonly Way[]) =>
  ways.map(({ transition, alternative }) => `${transition}.${alternative}`);

test('ways out stand in the order of outcomes and alternatives, ways in in the order of their stages', () => {
  expect(named(waysOf(contract, 'curator-choice', 'out'))).toEqual([
    'curator-choice-chosen.small',
    'curator-choice-chosen.usual',
  ]);
  expect(named(waysOf(contract, 'rework', 'in'))).toEqual(
    contract.stageOrder.flatMap((id) =>
      named(waysOf(contract, id, 'out')).filter((name) => {
        const [transition = '', alternative = ''] = name.split('.');
        return contract.transitions[transition]?.alternatives[alternative]?.to === 'rework';
      }),
    ),
  );
});

// Seen failing with ways in asked of the order of transitions' names.
test('every way of the shipped regulations is met from either end', () => {
  for (const regulation of [contract, act]) {
    const all = Object.entries(regulation.transitions).flatMap(([id, { order }]) =>
      order.map((alternative) => `${id}.${alternative}`),
    );
    const out = regulation.stageOrder.flatMap((id) => named(waysOf(regulation, id, 'out')));
    expect(out.toSorted()).toEqual(all.toSorted());
    const into = regulation.stageOrder.flatMap((id) => named(waysOf(regulation, id, 'in')));
    const toStages = all.filter((name) => {
      const [transition = '', alternative = ''] = name.split('.');
      return regulation.transitions[transition]?.alternatives[alternative]?.to !== '$end';
    });
    expect(into.toSorted()).toEqual(toStages.toSorted());
  }
});

test('the other end of a way is its target, from the target its source, and from the end of a branch the block', () => {
  const way: Way = { of: 'way', transition: 'procurement-done', alternative: 'on' };
  expect(farEnd(contract, way, 'procurement')).toBe('unit-head');
  expect(farEnd(contract, way, 'unit-head')).toBe('procurement');
  expect(farEnd(contract, way, null)).toBe('unit-head');
  const [id, transition] = Object.entries(act.transitions).find(([, { alternatives }]) =>
    Object.values(alternatives).some(({ to }) => to === '$end'),
  )!;
  const end: Way = { of: 'way', transition: id, alternative: transition.order[0]! };
  expect(farEnd(act, end, transition.from)).toBe(act.stages[transition.from]?.parent?.block);
});

// Seen failing with a walk that stopped at the last way.
test('the walk goes round, says each way in a sentence, and leaves the keyboard at its stage', () => {
  const store = createEditor({ regulation: contract, readOnly: true });
  const i18n = createI18n('ru');
  store.getState().select(one('curator-choice'));
  const said: string[] = [];
  for (let step = 0; step < 3; step += 1) {
    walkWays(store, 'out', i18n, ({ ru }) => ru);
    said.push(store.getState().said);
  }
  expect(said[0]).toMatch(/^переход 1 из 2: .*, если: .*: «Согласование с контрагентом»$/);
  expect(said[1]).toMatch(/^переход 2 из 2: .*, иначе: «Виза куратора»$/);
  expect(said[2]).toBe(said[0]);
  expect(store.getState()).toMatchObject({ current: 'curator-choice', selection: { of: 'way' } });
  walkWays(store, 'in', i18n, ({ ru }) => ru);
  expect(store.getState().said).toMatch(/^входящий переход 1 из \d+: из «/);
  store.getState().select(one(contract.stageOrder.find((id) => contract.stages[id]?.kind === 'end')!));
  walkWays(store, 'out', i18n, ({ ru }) => ru);
  expect(store.getState().said).toBe('Из этапа переходов нет');
});
