import { describe, expect, it } from 'vitest';
import { crossNamed } from '../testing/cross-named.ts';
import { after, answer, drawn } from '../testing/drawn.ts';

describe('renameStage', () => {
  it('changes the id everywhere it is named and nowhere else', () => {
    const before = crossNamed(drawn);
    const next = after(before, { do: 'renameStage', id: 'head', to: 'chief-visa' });
    const text = JSON.stringify(next);
    expect(next.start).toBe('chief-visa');
    expect(next.legalTerms['between']?.from).toBe('chief-visa.opened');
    expect(next.participants['again']).toMatchObject({ stage: 'chief-visa' });
    expect(text).toContain('"stage.chief-visa.outcome"');
    expect(text).toContain('"stage.chief-visa.visits"');
    // Ids of transitions are their own, and `head` is a type of participant besides.
    expect(text.replaceAll('chief-visa', 'head')).toBe(JSON.stringify(before));
    expect(next.participants['chief']).toEqual(before.participants['chief']);
    expect(Object.keys(next.transitions)).toEqual(Object.keys(before.transitions));
  });

  it('of a block keeps its stages in it', () => {
    const next = after(drawn, { do: 'renameStage', id: 'block', to: 'visas' });
    expect(next.stages['press']?.parent).toEqual({ block: 'visas', branch: 'second' });
  });

  it('refuses an id that is taken, no slug, or nobody’s', () => {
    expect(answer(drawn, { do: 'renameStage', id: 'head', to: 'sign' })).toBe('id-taken');
    expect(answer(drawn, { do: 'renameStage', id: 'head', to: '$end' })).toBe('id-wrong');
    expect(answer(drawn, { do: 'renameStage', id: 'none', to: 'x' })).toBe('part-unknown');
  });
});

describe('renamePart', () => {
  it('follows a field into the kind, the order, participants, rules and what a task may edit', () => {
    const next = after(crossNamed(drawn), { do: 'renamePart', map: 'fields', id: 'people', to: 'staff' });
    expect(next.fieldOrder).toContain('staff');
    expect(next.participants['people']).toMatchObject({ field: 'staff' });
    expect(JSON.stringify(next.rules)).toContain('"card.staff"');
    expect(next.stages['rework']?.settings).toMatchObject({ edits: { card: ['staff', 'other-party'] } });
    expect(next.readers).toEqual(drawn.readers);
  });
});
