import { edit } from '@reglament/editing';
import { lint, type Regulation, type Stage } from '@reglament/regulation';
import { expect, test } from 'vitest';
import { shipped } from '../testing/shipped.ts';
import { fixOf } from './fixes.ts';
import { problemKey } from './problems.ts';

const after = (regulation: Regulation, ...operations: Parameters<typeof edit>[1][]): Regulation =>
  operations.reduce((now, operation) => {
    const done = edit(now, operation);
    if (!done.ok) throw new Error(done.code);
    return done.next;
  }, regulation);
const codes = (regulation: Regulation) => lint(regulation).map(({ code }) => code);

test('an outcome that leads nowhere is offered a target', () => {
  const cut = after(shipped('municipal-contract'), {
    do: 'removeAlternative',
    transition: 'legal-refused',
    alternative: 'rework',
  });
  const [problem] = lint(cut).filter(({ code }) => code === 'outcome-leads-nowhere');
  expect(fixOf(problem!, cut)).toEqual({ words: 'lead', choose: { from: 'legal', outcome: 'refused' } });
});

test('a last alternative under a condition is offered a target for all other cases', () => {
  const contract = shipped('municipal-contract');
  const [transition, { from, outcome, order }] = Object.entries(contract.transitions).find(
    ([, one]) => one.order.length > 1,
  )!;
  const cut = after(contract, { do: 'removeAlternative', transition, alternative: order.at(-1)! });
  const [problem] = lint(cut).filter(({ code }) => code === 'else-missing');
  expect(fixOf(problem!, cut)).toEqual({
    words: 'leadOtherwise',
    choose: { from, outcome, otherwise: true },
  });
});

test('a quick fix takes its problem away and brings no other', () => {
  const stray = after(shipped('municipal-contract'), {
    do: 'addStage',
    id: 'stray',
    kind: 'end',
    title: { ru: 'Лишний', en: 'Stray' },
  });
  const problem = lint(stray).find(({ code }) => code === 'stage-unreachable')!;
  const fix = fixOf(problem, stray);
  expect(fix?.words).toBe('removeStage');
  expect(fix && 'run' in fix && codes(after(stray, ...fix.run))).toEqual(
    codes(shipped('municipal-contract')),
  );
});

/** The contract with a plain task in place of its rework: somebody else does it and changes nothing. */
const withPlainTask = () => {
  const contract = shipped('municipal-contract');
  const { settings } = contract.stages['rework'] as Extract<Stage, { kind: 'task' }>;
  const { rework: _, edits: __, ...plain } = settings;
  return after(contract, {
    do: 'setStage',
    id: 'rework',
    path: ['settings'],
    value: { ...plain, performer: 'lawyer' },
  });
};

test('a task that only refusals lead to becomes the rework: the author mends the whole document there', () => {
  const plain = withPlainTask();
  const problem = lint(plain).find(({ code }) => code === 'refusal-leads-forward')!;
  const fix = fixOf(problem, plain);
  expect(fix?.words).toBe('makeRework');
  const mended = after(plain, ...(fix && 'run' in fix ? fix.run : []));
  expect(codes(mended)).not.toContain('refusal-leads-forward');
  const { settings } = mended.stages['rework'] as Extract<Stage, { kind: 'task' }>;
  expect(mended.participants[settings.performer]?.type).toBe('initiator');
  expect(settings.edits).toEqual({ card: 'all', files: true, visas: 'keptAndMarked' });
});

test('a task to which an approval leads too is not made a rework', () => {
  const plain = withPlainTask();
  const problem = lint(plain).find(({ code }) => code === 'refusal-leads-forward')!;
  const approved = Object.entries(plain.transitions).find(
    ([, { from, outcome }]) => from === 'legal' && outcome === 'approved',
  )!;
  const both = after(plain, {
    do: 'retarget',
    transition: approved[0],
    alternative: approved[1].order[0]!,
    to: 'rework',
  });
  expect(fixOf(problem, both)).toBeNull();
});

test('where it is not certain what the author means nothing is offered', () => {
  const renamed = after(shipped('municipal-contract'), {
    do: 'removePart',
    map: 'participants',
    id: 'lawyer',
  });
  const problem = lint(renamed).find(({ code }) => code === 'participant-unknown')!;
  expect(fixOf(problem, renamed)).toBeNull();
});

test('two outcomes of one stage that lead nowhere are two problems of the list, each with its own key', () => {
  const contract = shipped('municipal-contract');
  const [sign] = contract.stageOrder.filter((id) => contract.stages[id]?.kind === 'signing');
  const cuts = Object.entries(contract.transitions).filter(
    ([, { from, outcome }]) => from === sign && outcome !== 'signed',
  );
  const cut = after(
    contract,
    ...cuts.flatMap(([transition, { order }]) =>
      order.map((alternative) => ({ do: 'removeAlternative' as const, transition, alternative })),
    ),
  );
  const problems = lint(cut).filter(({ code }) => code === 'outcome-leads-nowhere');
  expect(problems.map(({ params }) => params['outcome'])).toEqual(['returned', 'annulled']);
  expect(new Set(problems.map(problemKey)).size).toBe(2);
});
