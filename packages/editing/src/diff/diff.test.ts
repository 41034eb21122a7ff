import type { Regulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../operation.ts';
import { add, after, drawn } from '../testing/drawn.ts';
import { diffRegulations } from './diff-regulations.ts';
import type { Difference } from './difference.ts';

const words = { ru: 'Иначе', en: 'Otherwise' };

/** A list of differences, one word line each. */
function told(differences: readonly Difference[]): readonly string[] {
  return differences.map((difference): string => {
    switch (difference.of) {
      case 'part': {
        const settings = difference.settings.map(({ path }) => path.join('.')).join(', ');
        return [difference.kind, difference.how, difference.map, difference.id, settings]
          .filter(Boolean)
          .join(' ');
      }
      case 'transition': {
        const ways = difference.ways.map(({ alternative, how }) => `${how} ${alternative}`).join(', ');
        return `${difference.kind} ${difference.how} ${difference.id}: ${ways}${difference.reordered ? ' turned' : ''}`;
      }
      case 'document':
        return [difference.kind, difference.key, ...difference.settings.map(({ path }) => path.join('.'))]
          .filter(Boolean)
          .join(' ');
      case 'order':
        return `${difference.kind} order of ${difference.map}`;
      case 'note':
        return `${difference.kind} ${difference.how} note ${difference.id}`;
      default:
        return difference satisfies never;
    }
  });
}

const changed = (...operations: readonly Operation[]) =>
  told(diffRegulations(drawn, after(drawn, ...operations)));

describe('the list of differences', () => {
  it('is empty for a document and itself, and for one whose defaults are written out', () => {
    expect(diffRegulations(drawn, drawn)).toEqual([]);
    const written: Regulation = {
      ...drawn,
      stages: { ...drawn.stages, head: { ...drawn.stages['head']!, nature: [] } },
    };
    expect(diffRegulations(drawn, written)).toEqual([]);
  });

  it('says which settings of a stage differ, from what to what', () => {
    const operations: readonly Operation[] = [
      { do: 'setStage', id: 'head', path: ['settings', 'again'], value: 'always' },
      { do: 'setStage', id: 'head', path: ['title'], value: words },
    ];
    const [meaning, text] = diffRegulations(drawn, after(drawn, ...operations));
    expect(meaning).toMatchObject({
      of: 'part',
      kind: 'meaning',
      how: 'changed',
      map: 'stages',
      id: 'head',
      settings: [{ path: ['settings', 'again'], from: 'kept', to: 'always' }],
      changes: [{ do: 'put', path: ['stages', 'head', 'settings', 'again'], value: 'always' }],
    });
    expect(text).toMatchObject({ kind: 'text', settings: [{ path: ['title'], to: words }] });
  });

  it('lists words, notes and places apart from what documents follow', () => {
    expect(
      changed(
        { do: 'setStage', id: 'sign', path: ['notes'], value: words },
        { do: 'setStage', id: 'press', path: ['settings', 'outcomes', 'done', 'title'], value: words },
        { do: 'moveStages', moves: [{ id: 'rework', position: { x: 900, y: 900 } }] },
        { do: 'setDocument', path: ['title'], value: words },
        { do: 'setDocument', path: ['documentKind', 'title'], value: words },
        { do: 'setBranch', block: 'block', branch: 'second', title: words },
      ),
    ).toEqual([
      'text title',
      'text documentKind title',
      'place changed stages rework position',
      'text changed stages block settings.branches.second.title',
      'text changed stages press settings.outcomes.done.title',
      'text changed stages sign notes',
    ]);
  });

  it('lists a new stage with the ways from it behind the stage it follows, and no new order of the others', () => {
    const { alternatives } = drawn.transitions['block-approved']!;
    const [alternative = ''] = Object.keys(alternatives);
    const stage = { id: 'check', kind: 'task', title: words } as const;
    const lines = changed({ do: 'insertOnTransition', transition: 'block-approved', alternative, stage });
    expect(lines.filter((line) => !line.startsWith('place'))).toEqual([
      expect.stringMatching(/^meaning changed block-approved: changed/),
      'meaning added stages check',
      'meaning added check-done: added on',
    ]);
  });

  it('lists what went with its stage', () => {
    const lines = changed({ do: 'removeStages', ids: ['rework'] });
    expect(lines).toContain('meaning removed stages rework');
    expect(lines.filter((line) => line.includes('rework-done'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('order'))).toEqual([]);
  });

  it('says of a transition where it leads now, by which condition and in which order', () => {
    const transition = Object.keys(drawn.transitions).find((id) => drawn.transitions[id]?.from === 'sign')!;
    const [alternative = ''] = drawn.transitions[transition]?.order ?? [];
    expect(changed({ do: 'retarget', transition, alternative, to: 'head' })).toEqual([
      `meaning changed ${transition}: changed ${alternative}`,
    ]);
    const two = after(drawn, { do: 'connect', from: 'sign', outcome: 'signed', to: 'head', rule: 'big' });
    const order = two.transitions[transition]!.order.toReversed();
    const turned = after(two, { do: 'reorderAlternatives', transition, order });
    expect(told(diffRegulations(two, turned))).toEqual([`meaning changed ${transition}:  turned`]);
  });

  it('lists the other parts and the keys of the document', () => {
    const term = { amount: 5, unit: 'workingDays' } as const;
    const [deadline = ''] = Object.keys(drawn.deadlines);
    expect(
      changed(
        { do: 'setPart', map: 'deadlines', id: deadline, value: { ...drawn.deadlines[deadline], term } },
        { do: 'removePart', map: 'participants', id: 'chief' },
        { do: 'setPart', map: 'fields', id: 'price', value: { type: 'money', title: words } },
        { do: 'setDocument', path: ['readers'], value: ['CTRL'] },
        { do: 'setDocument', path: ['start'], value: 'sign' },
        { do: 'setDocument', path: ['urgency'], value: { rule: 'big', factor: 0.5, roundUpTo: 1 } },
      ),
    ).toEqual([
      'meaning start',
      'meaning urgency',
      'meaning readers',
      'meaning removed participants chief',
      `meaning changed deadlines ${deadline} term`,
      'meaning added fields price',
    ]);
  });

  it('takes another kind of stage with its settings as one change of meaning', () => {
    expect(changed({ do: 'replaceKind', id: 'press', kind: 'approval' })[0]).toMatch(
      /^meaning changed stages press .*kind.*settings/,
    );
  });

  it('says that the order was turned round only where it was', () => {
    const turned: Regulation = { ...drawn, stageOrder: drawn.stageOrder.toReversed() };
    expect(told(diffRegulations(drawn, turned))).toEqual(['meaning order of stages']);
    expect(changed(add('more', 'task')).filter((line) => line.includes('order'))).toEqual([]);
  });

  // Seen failing with a moved note taken for text, and with a note that came among the changes of meaning.
  it('takes notes for words where they are worded, for places where they lie, never for meaning', () => {
    const note = (id: string): Operation => ({ do: 'addNote', id, text: words, position: { x: 0, y: 0 } });
    const noted = after(drawn, note('why'), note('who'), note('gone'));
    const differ = (...operations: readonly Operation[]) =>
      told(diffRegulations(noted, after(noted, ...operations)));
    expect(told(diffRegulations(drawn, noted))).toEqual([
      'text added note why',
      'text added note who',
      'text added note gone',
    ]);
    expect(differ({ do: 'removeNotes', ids: ['gone'] })).toEqual(['text removed note gone']);
    expect(
      differ({ do: 'setNote', id: 'who', text: { ru: 'Он', en: 'He' }, size: { width: 320, height: 96 } }),
    ).toEqual(['text changed note who', 'place changed note who']);
    expect(differ({ do: 'moveNotes', moves: [{ id: 'why', position: { x: 8, y: 0 } }] })).toEqual([
      'place changed note why',
    ]);
    expect(differ({ do: 'setNote', id: 'why', size: { width: 208, height: 96 } })).toEqual([]);
  });
});
