import { parseRegulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import contract from '../../../regulations/municipal-contract/regulation.json' with { type: 'json' };
import { namesAt } from './namesAt.ts';

const reading = parseRegulation(contract);
if (!reading.ok) throw new Error('The contract does not read');
const { regulation } = reading;
const ids = (...path: (string | number)[]) => namesAt(path, regulation)?.map(({ id }) => id);

describe('the names that may stand at a place', () => {
  it('are the participants where the format wants one, alone or in a list', () => {
    const participants = Object.keys(regulation.participants);
    expect(ids('stages', 'procurement', 'settings', 'performer')).toEqual(participants);
    expect(ids('stages', 'legal', 'settings', 'steps', 'one', 'participants', 0)).toEqual(participants);
  });

  it('are the stages and the end of the branch where a transition leads', () => {
    expect(ids('transitions', 'x', 'alternatives', 'y', 'to')).toEqual([
      ...Object.keys(regulation.stages),
      '$end',
    ]);
  });

  it('are the outcomes of the stage that a transition goes out of', () => {
    const [id] = Object.entries(regulation.transitions).find(
      ([, { from }]) => regulation.stages[from]?.kind === 'signing',
    )!;
    expect(ids('transitions', id, 'outcome')).toEqual(['signed', 'returned', 'annulled']);
  });

  it('are none where the same word means something else, or nothing is named', () => {
    expect(ids('legalTerms', 'x', 'to')).toBeUndefined();
    expect(ids('deadlines', 'x', 'onLapse', 0, 'to', 0)).toBeUndefined();
    expect(ids('stages', 'x', 'title', 'ru')).toBeUndefined();
    expect(ids()).toBeUndefined();
  });
});
