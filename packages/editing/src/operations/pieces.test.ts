import { type Regulation, readRegulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { edit, type Operation } from '../operation.ts';
import { copyPiece, type Piece, readPiece } from '../piece.ts';
import { after, answer, blank, drawn, ways } from '../testing/drawn.ts';

const paste = (piece: Piece, more: Partial<Extract<Operation, { do: 'pastePiece' }>> = {}): Operation => ({
  do: 'pastePiece',
  piece,
  at: { x: 100, y: 100 },
  clash: 'ask',
  ...more,
});

describe('copyPiece', () => {
  it('takes stages, all in their blocks, the transitions among them and the parts they name', () => {
    const piece = copyPiece(drawn, ['block', 'sign']);
    expect(Object.keys(piece.stages)).toEqual(['block', 'lawyer', 'money', 'press', 'sign']);
    expect(Object.keys(piece.transitions)).toEqual(['lawyer-done', 'money-approved', 'block-approved']);
    expect([Object.keys(piece.participants), Object.keys(piece.deadlines)]).toEqual([
      ['author', 'unit-head'],
      ['two-days'],
    ]);
    expect([piece.fields, piece.rules]).toEqual([{}, {}]);
  });

  it('takes a stage out of a block that stays, without its way to the end of the branch', () => {
    const piece = copyPiece(drawn, ['money']);
    expect(piece.stages['money']).not.toHaveProperty('parent');
    expect(piece.transitions).toEqual({});
  });
});

describe('readPiece', () => {
  it('reads what was copied, and says what is wrong with another text', () => {
    const piece = copyPiece(drawn, ['head']);
    expect(readPiece(JSON.stringify(piece))).toEqual({ ok: true, piece });
    const code = (value: unknown) => {
      const reading = readPiece(JSON.stringify(value));
      return reading.ok ? 'read' : reading.problems[0]?.code;
    };
    expect(code({ ...piece, format: 'reglament-piece/2' })).toBe('format-unknown');
    expect(code({ ...piece, macros: [] })).toBe('unknown-key');
    expect(code({ ...piece, rules: undefined })).toBe('key-missing');
    expect(code({ ...piece, stages: { head: { kind: 'task' } } })).toBe('key-missing');
    expect(code({ ...piece, stages: [] })).toBe('type-wrong');
    expect(code('head')).toBe('type-wrong');
    expect(readPiece('{"format":"reglament-piece/1","__proto__":{}}')).toMatchObject({
      problems: [{ code: 'key-forbidden' }],
    });
  });
});

describe('pastePiece', () => {
  it('puts a piece under free ids with its corner at the place, and reuses parts of the same meaning', () => {
    const next = after(drawn, paste(copyPiece(drawn, ['lawyer', 'money'])));
    expect(next.stages['money-2']).toMatchObject({ position: { x: 100, y: 100 } });
    expect(next.stages['money-2']).not.toHaveProperty('parent');
    expect(ways(next)).toContain('lawyer-2.done -> money-2');
    expect(next.participants).toBe(drawn.participants);
  });

  it('puts a piece into a branch, and begins a blank regulation', () => {
    const parent = { block: 'block', branch: 'second' };
    const next = after(drawn, paste(copyPiece(drawn, ['sign']), { parent }));
    expect(next.stages['sign-2']?.parent).toEqual(parent);
    const begun = after(blank, paste(copyPiece(drawn, ['block'])));
    expect([begun.start, Object.keys(begun.participants)]).toEqual(['block', ['author', 'unit-head']]);
    expect(answer(blank, paste(copyPiece(drawn, ['sign']), { parent }))).toBe('part-unknown');
  });

  const other: Regulation = after(drawn, {
    do: 'setPart',
    map: 'participants',
    id: 'unit-head',
    value: { type: 'curator', title: { ru: 'Куратор', en: 'Curator' } },
  });
  const theirs = copyPiece(other, ['head']);

  it('asks about a part that means something else, and does as it is told', () => {
    const asked = edit(drawn, paste(theirs));
    expect(asked).toMatchObject({
      ok: false,
      code: 'clash',
      params: { clashes: [{ map: 'participants', id: 'unit-head' }] },
    });
    const types = (clash: 'mine' | 'theirs' | 'both') => {
      const { participants, stages } = after(drawn, paste(theirs, { clash }));
      const asks = JSON.stringify(stages['head-2']?.settings);
      return [
        participants['unit-head']?.type,
        participants['unit-head-2']?.type,
        asks.includes('"unit-head-2"'),
      ];
    };
    expect(types('mine')).toEqual(['head', undefined, false]);
    expect(types('theirs')).toEqual(['curator', undefined, false]);
    expect(types('both')).toEqual(['head', 'curator', true]);
  });

  it('does not ask about a part that is only worded otherwise', () => {
    const reworded = after(drawn, {
      do: 'setPart',
      map: 'participants',
      id: 'unit-head',
      value: { type: 'head', title: { ru: 'Начальник', en: 'Chief' } },
    });
    expect(answer(drawn, paste(copyPiece(reworded, ['head'])))).toBe('made');
  });

  it('refuses a piece that the model refuses', () => {
    const wrong = { ...theirs, deadlines: { 'two-days': {} } } as unknown as Piece;
    expect(answer(blank, paste(wrong))).toBe('document-wrong');
  });
});

describe('duplicate', () => {
  it('copies stages beside themselves, each in its own branch', () => {
    const next = after(drawn, { do: 'duplicate', ids: ['money', 'sign'], offset: { x: 20, y: 5 } });
    expect(next.stages['money-2']).toMatchObject({
      position: { x: 30, y: 15 },
      parent: { block: 'block', branch: 'first' },
    });
    expect(next.stages['sign-2']).not.toHaveProperty('parent');
  });

  it('copies a rule that reads a copied stage, so that the copy reads its own', () => {
    const ruled = after(drawn, {
      do: 'connect',
      from: 'head',
      outcome: 'approved',
      to: 'rework',
      rule: 'big',
    });
    const next = after(ruled, { do: 'duplicate', ids: ['head', 'rework'], offset: { x: 0, y: 0 } });
    expect(ways(next)).toContain('head-2.approved -> rework-2 [big-2]');
    expect(JSON.stringify(next.rules['big-2'])).toContain('stage.head-2.outcome');
    expect(next.rules['big']).toBe(ruled.rules['big']);
  });

  it('gives a document that is read as any other', () => {
    const next = after(drawn, { do: 'duplicate', ids: ['block'], offset: { x: 0, y: 0 } });
    expect(readRegulation(JSON.stringify(next)).ok).toBe(true);
    expect(next.stages['lawyer-2']?.parent).toEqual({ block: 'block-2', branch: 'first' });
  });
});
