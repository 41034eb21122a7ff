import { lint } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../operation.ts';
import { after, answer, drawn, stage, ways } from '../testing/drawn.ts';

const from = (id: string, regulation = drawn) => ways(regulation).filter((way) => way.startsWith(`${id}.`));

describe('connect', () => {
  it('leads an outcome that led nowhere', () => {
    const next = after(drawn, { do: 'connect', from: 'sign', outcome: 'returned', to: 'rework' });
    expect(next.transitions['sign-returned']).toEqual({
      from: 'sign',
      outcome: 'returned',
      alternatives: { on: { to: 'rework' } },
      order: ['on'],
    });
  });

  it('puts one more alternative under a rule before the last, or behind the one that is named', () => {
    const one: Operation = { do: 'connect', from: 'head', outcome: 'approved', to: 'sign', rule: 'big' };
    const next = after(drawn, one);
    expect(from('head.approved', next)).toEqual([]);
    expect(from('head', next).slice(0, 2)).toEqual(['head.approved -> sign [big]', 'head.approved -> block']);
    const two = after(next, { ...one, to: 'done', after: 'on' });
    expect(two.transitions['head-approved']?.order).toEqual(['big', 'on', 'big-2']);
  });

  it('changes nothing when the outcome leads there already, and refuses a second way without a rule', () => {
    const again: Operation = { do: 'connect', from: 'head', outcome: 'approved', to: 'block' };
    expect(after(drawn, again)).toBe(drawn);
    expect(answer(drawn, { ...again, to: 'sign' })).toBe('outcome-taken');
  });

  it('puts the way without a rule last where there is none', () => {
    const ruled = after(
      drawn,
      { do: 'setAlternative', transition: 'head-approved', alternative: 'on', rule: 'big' },
      { do: 'connect', from: 'head', outcome: 'approved', to: 'sign' },
    );
    expect(from('head', ruled).slice(0, 2)).toEqual([
      'head.approved -> block [big]',
      'head.approved -> sign',
    ]);
  });

  it('refuses an outcome, a target, a rule that are not there', () => {
    const way = { do: 'connect', from: 'sign', outcome: 'returned', to: 'rework' } as const;
    expect(answer(drawn, { ...way, outcome: 'refused' })).toBe('outcome-unknown');
    expect(answer(drawn, { ...way, to: 'none' })).toBe('part-unknown');
    expect(answer(drawn, { ...way, rule: 'none' })).toBe('part-unknown');
    expect(answer(drawn, { ...way, from: 'none' })).toBe('part-unknown');
  });
});

describe('alternatives', () => {
  const forked = after(drawn, { do: 'connect', from: 'head', outcome: 'approved', to: 'sign', rule: 'big' });
  const on = { transition: 'head-approved', alternative: 'on' } as const;

  it('are led elsewhere', () => {
    expect(from('head', after(drawn, { do: 'retarget', ...on, to: 'sign' }))[0]).toBe(
      'head.approved -> sign',
    );
    expect(answer(drawn, { do: 'retarget', ...on, to: 'none' })).toBe('part-unknown');
  });

  it('get a rule, a policy and the mark of a cycle, and lose them', () => {
    const set = after(drawn, { do: 'setAlternative', ...on, rule: 'big', policy: 'R5', cycle: true });
    expect(set.transitions['head-approved']?.alternatives['on']).toEqual({
      to: 'block',
      rule: 'big',
      policy: 'R5',
      cycle: true,
    });
    const unset = after(set, { do: 'setAlternative', ...on, rule: null, policy: null, cycle: false });
    expect(unset).toEqual(drawn);
  });

  it('are reordered when the order lists each of them once', () => {
    const reorder = (...order: readonly string[]): Operation => ({
      do: 'reorderAlternatives',
      transition: 'head-approved',
      order,
    });
    expect(after(forked, reorder('on', 'big')).transitions['head-approved']?.order).toEqual(['on', 'big']);
    expect(answer(forked, reorder('on'))).toBe('order-differs');
    expect(answer(forked, reorder('on', 'on'))).toBe('order-differs');
  });

  it('go one by one, the last with its transition', () => {
    const one = after(forked, { do: 'removeAlternative', transition: 'head-approved', alternative: 'big' });
    expect(one).toEqual(drawn);
    expect(after(one, { do: 'removeAlternative', ...on }).transitions).not.toHaveProperty('head-approved');
    expect(answer(one, { do: 'removeAlternative', ...on, alternative: 'big' })).toBe('alternative-unknown');
  });
});

describe('insertOnTransition', () => {
  it('puts a stage between two, in the branch of the first', () => {
    const next = after(drawn, {
      do: 'insertOnTransition',
      transition: 'lawyer-done',
      alternative: 'on',
      stage: stage('check', 'registration'),
    });
    expect(ways(next)).toEqual(expect.arrayContaining(['lawyer.done -> check', 'check.registered -> money']));
    expect(next.stages['check']?.parent).toEqual({ block: 'block', branch: 'first' });
    expect(next.stageOrder.indexOf('check')).toBe(next.stageOrder.indexOf('lawyer') + 1);
  });

  it('leaves the policy of a return on the half that returns', () => {
    const on = { transition: 'rework-done', alternative: 'on' } as const;
    const next = after(
      drawn,
      { do: 'setAlternative', ...on, policy: 'R2' },
      { do: 'insertOnTransition', ...on, stage: stage('check', 'task') },
    );
    expect(next.transitions['rework-done']?.alternatives['on']).toEqual({ to: 'check' });
    expect(next.transitions['check-done']?.alternatives['on']).toEqual({ to: 'head', policy: 'R2' });
    expect(lint(next).map(({ code }) => code)).not.toContain('policy-without-return');
  });

  // Seen failing with the way on left out.
  it('puts a stage that lies unconnected between two, once', () => {
    const way = { transition: 'lawyer-done', alternative: 'on' } as const;
    const alone: Operation = {
      do: 'addStage',
      ...stage('check', 'registration'),
      parent: { block: 'block', branch: 'first' },
    };
    const insert: Operation = { do: 'insertOnTransition', ...way, stage: 'check' };
    const next = after(drawn, alone, insert);
    expect(ways(next)).toEqual(expect.arrayContaining(['lawyer.done -> check', 'check.registered -> money']));
    expect(after(next, insert)).toBe(next);
    expect(answer(next, { ...insert, transition: 'head-approved' })).toBe('outcome-taken');
    expect(answer(drawn, insert)).toBe('part-unknown');
    expect(after(drawn, { ...insert, stage: 'money' })).toBe(drawn);
  });

  it('refuses a stage that leads nowhere', () => {
    const way = { transition: 'head-approved', alternative: 'on' } as const;
    expect(answer(drawn, { do: 'insertOnTransition', ...way, stage: stage('x', 'end') })).toBe('no-way-on');
  });
});

describe('appendStage', () => {
  it('adds a stage behind another and connects it', () => {
    const append: Operation = {
      do: 'appendStage',
      from: 'press',
      outcome: 'done',
      stage: stage('list', 'wait'),
    };
    const next = after(drawn, append);
    expect(from('press', next)).toEqual(['press.done -> list']);
    expect(next.stages['list']?.parent).toEqual({ block: 'block', branch: 'second' });
    expect(answer(next, { ...append, stage: stage('more', 'wait') })).toBe('outcome-taken');
  });
});
