import { readFileSync } from 'node:fs';
import { edit, type Operation } from '@reglament/editing';
import { lint, type Regulation, readRegulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { cellOf, changeStages, type StageChange } from './stageChange.ts';

const reading = readRegulation(
  readFileSync(new URL('../../../regulations/municipal-contract/regulation.json', import.meta.url), 'utf8'),
);
if (!reading.ok) throw new Error('the shipped contract is not read');
const contract = reading.regulation;

function after(regulation: Regulation, operations: readonly Operation[]): Regulation {
  return operations.reduce((now, operation) => {
    const done = edit(now, operation);
    if (!done.ok) throw new Error(done.code);
    return done.next;
  }, regulation);
}
const changed = (ids: readonly string[], change: StageChange, from = contract) =>
  after(from, changeStages(from, ids, change));

describe('a change at several stages', () => {
  it('gives each its term, and leaves those that share the term and are not chosen', () => {
    const next = changed(['sign-head'], { of: 'term', term: { amount: 3, unit: 'workingDays' } });
    const of = (id: string) => (next.stages[id]!.settings as { deadline: string }).deadline;
    expect(of('sign-head')).not.toBe(of('sign-curator'));
    expect(next.deadlines[of('sign-head')]?.term.amount).toBe(3);
    expect(next.deadlines[of('sign-curator')]?.term.amount).toBe(1);
    const both = changed(['sign-head', 'sign-curator'], {
      of: 'term',
      term: { amount: 3, unit: 'workingDays' },
    });
    expect(Object.keys(both.deadlines)).toEqual(Object.keys(contract.deadlines));
    expect(both.deadlines['signing']?.term.amount).toBe(3);
  });

  it('never puts an auto-visa where silence may not decide', () => {
    const next = changed(['legal', 'finance', 'sign-head', 'editing', 'unit-head'], {
      of: 'silence',
      silence: ['remind', 'autoVisa'],
    });
    const auto = Object.entries(next.deadlines).filter(([, { onLapse }]) =>
      onLapse.some((one) => one.do === 'autoVisa'),
    );
    expect(auto.map(([id]) => id)).toEqual(['curator', 'unit-head']);
    expect(lint(next).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('leads to a stage, and leaves what cannot be led in a cell', () => {
    const next = changed(['legal', 'curator-choice', 'done'], { of: 'forward', to: 'signer-choice' });
    expect(next.transitions['legal-approved']?.alternatives['on']?.to).toBe('signer-choice');
    expect(next.transitions['curator-choice-chosen']).toEqual(contract.transitions['curator-choice-chosen']);
    expect(cellOf(contract, 'curator-choice', 'forward')).toBe('elsewhere');
    expect(cellOf(contract, 'done', 'forward')).toBe('none');
  });

  it('names, replaces, asks others and again', () => {
    const named = changed(['legal'], { of: 'name', title: 'Экспертиза', locale: 'ru' });
    expect(named.stages['legal']?.title).toEqual({ ru: 'Экспертиза', en: 'Legal examination' });
    expect(changed(['editing'], { of: 'kind', kind: 'approval' }).stages['editing']?.kind).toBe('approval');
    const who = changed(['legal', 'sign-head'], { of: 'who', participants: ['head', 'lawyer'] });
    expect(who.stages['legal']).toMatchObject({
      settings: { steps: { visa: { participants: ['head', 'lawyer'] } } },
    });
    expect(who.stages['sign-head']).toMatchObject({ settings: { signer: 'head' } });
    const again = changed(['legal', 'sign-head'], { of: 'again', again: 'always' });
    expect(again.stages['legal']).toMatchObject({ settings: { again: 'always' } });
    expect(again.stages['sign-head']).toEqual(contract.stages['sign-head']);
  });

  it('is nothing when nothing changes', () => {
    expect(
      changeStages(contract, ['legal'], { of: 'term', term: { amount: 3, unit: 'workingDays' } }),
    ).toEqual([]);
  });
});
