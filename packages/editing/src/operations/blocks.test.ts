import { describe, expect, it } from 'vitest';
import { after, answer, drawn, stage } from '../testing/drawn.ts';

const title = { ru: 'Третья', en: 'Third' };

describe('a branch', () => {
  it('is added with a stage that is given, or with a task', () => {
    const given = after(drawn, {
      do: 'addBranch',
      block: 'block',
      id: 'third',
      title,
      first: stage('x', 'wait'),
    });
    expect(given.stages['block']?.settings).toMatchObject({
      branches: { third: { title, first: 'x' } },
      branchOrder: ['first', 'second', 'third'],
    });
    expect(given.stages['x']).toMatchObject({ kind: 'wait', parent: { block: 'block', branch: 'third' } });
    const plain = after(drawn, { do: 'addBranch', block: 'block', id: 'third', title });
    expect(plain.stages['block-third']?.kind).toBe('task');
    expect(answer(drawn, { do: 'addBranch', block: 'block', id: 'first', title })).toBe('id-taken');
    expect(answer(drawn, { do: 'addBranch', block: 'head', id: 'third', title })).toBe('not-a-block');
  });

  it('goes with its stages, but the last one stays', () => {
    const next = after(drawn, { do: 'removeBranch', block: 'block', branch: 'first' });
    expect(next.stageOrder).toEqual(['head', 'rework', 'block', 'press', 'sign', 'done']);
    expect(answer(next, { do: 'removeBranch', block: 'block', branch: 'second' })).toBe('last-branch');
  });

  it('gets a title, a rule and a first stage that lies in it', () => {
    const set = { do: 'setBranch', block: 'block', branch: 'first' } as const;
    const next = after(drawn, { ...set, title, when: 'big', first: 'money' });
    expect(next.stages['block']?.settings).toMatchObject({
      branches: { first: { title, when: 'big', first: 'money' } },
    });
    const bare = after(next, { ...set, when: null }).stages['block'];
    expect(bare?.kind === 'parallel' && bare.settings.branches['first']).not.toHaveProperty('when');
    expect(answer(drawn, { ...set, first: 'press' })).toBe('not-in-branch');
    expect(answer(drawn, { ...set, when: 'none' })).toBe('part-unknown');
  });

  it('takes another place among the branches', () => {
    const next = after(drawn, { do: 'reorderBranches', block: 'block', order: ['second', 'first'] });
    expect(next.stages['block']?.settings).toMatchObject({ branchOrder: ['second', 'first'] });
  });
});
