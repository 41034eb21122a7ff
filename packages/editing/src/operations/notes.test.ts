import { meaningHash, type Regulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { copyPiece, readPiece } from '../piece.ts';
import { after, answer, blank, drawn } from '../testing/drawn.ts';

const words = { ru: 'Так решили', en: 'So decided' };
const at = (x: number, y: number) => ({ x, y });
const noted = after(
  drawn,
  { do: 'addNote', id: 'why', text: words, position: at(8, 16) },
  { do: 'addNote', id: 'who', text: words, position: at(400, 16), size: { width: 320, height: 64 } },
);
const places = ({ notes = {} }: Regulation) =>
  Object.entries(notes).map(([id, { position }]) => `${id} ${position.x} ${position.y}`);

describe('a note', () => {
  it('is put, worded, moved and sized; the usual size is not written', () => {
    expect(noted.notes?.['why']).toEqual({ text: words, position: at(8, 16) });
    const changed = after(
      noted,
      { do: 'setNote', id: 'why', text: { ru: 'Иначе', en: 'Otherwise' }, size: { width: 240, height: 120 } },
      { do: 'setNote', id: 'who', size: { width: 208, height: 96 } },
      { do: 'moveNotes', moves: [{ id: 'who', position: at(0, 0) }] },
    );
    expect(changed.notes).toEqual({
      why: {
        text: { ru: 'Иначе', en: 'Otherwise' },
        position: at(8, 16),
        size: { width: 240, height: 120 },
      },
      who: { text: words, position: at(0, 0) },
    });
    expect(meaningHash(changed)).toBe(meaningHash(drawn));
  });

  // Seen failing with an empty map left behind.
  it('leaves no map of notes behind when it was the last', () => {
    expect(after(noted, { do: 'removeNotes', ids: ['why'] }).notes).toHaveProperty('who');
    expect(JSON.stringify(after(noted, { do: 'removeNotes', ids: ['why', 'who'] }))).toBe(
      JSON.stringify(drawn),
    );
  });

  it('is refused without words, under a taken id, outside the bounds, and where there is none', () => {
    expect([
      answer(noted, { do: 'addNote', id: 'why', text: words, position: at(0, 0) }),
      answer(noted, { do: 'addNote', id: 'new', text: { ru: ' ', en: ' ' }, position: at(0, 0) }),
      answer(noted, { do: 'setNote', id: 'why', size: { width: 10, height: 10 } }),
      answer(noted, { do: 'setNote', id: 'nobody', text: words }),
      answer(drawn, { do: 'moveNotes', moves: [{ id: 'why', position: at(0, 0) }] }),
      answer(drawn, { do: 'removeNotes', ids: ['why'] }),
    ]).toEqual([
      'id-taken',
      'document-wrong',
      'document-wrong',
      'part-unknown',
      'part-unknown',
      'part-unknown',
    ]);
  });
});

describe('notes of a piece', () => {
  it('are carried as they were copied, alone too, and read from the clipboard', () => {
    const alone = copyPiece(noted, [], ['who']);
    expect([Object.keys(alone.stages), Object.keys(alone.notes ?? {})]).toEqual([[], ['who']]);
    expect(readPiece(JSON.stringify(alone))).toEqual({ ok: true, piece: alone });
    expect(copyPiece(noted, ['head'])).not.toHaveProperty('notes');
    expect(() => copyPiece(noted, [], ['nobody'])).toThrow('part-unknown');
  });

  // Seen failing with the corner taken of stages only: notes left of them came to lie outside the place asked for.
  it('come to lie beside its stages as they did, under free ids', () => {
    const placed = after(noted, { do: 'moveStages', moves: [{ id: 'head', position: at(108, 116) }] });
    const piece = copyPiece(placed, ['head'], ['why', 'who']);
    const pasted = after(placed, { do: 'pastePiece', piece, at: at(1000, 1000), clash: 'ask' });
    expect(places(pasted)).toEqual(['why 8 16', 'who 400 16', 'why-2 1000 1000', 'who-2 1392 1000']);
    expect(pasted.stages['head-2']?.position).toEqual(at(1100, 1100));
    expect(pasted.notes?.['who-2']?.size).toEqual({ width: 320, height: 64 });
    expect(places(after(blank, { do: 'pastePiece', piece, at: at(0, 0), clash: 'theirs' }))).toEqual([
      'why 0 0',
      'who 392 0',
    ]);
  });

  it('are doubled beside stages', () => {
    const doubled = after(noted, { do: 'duplicate', ids: ['head'], notes: ['why'], offset: at(32, 32) });
    expect(places(doubled)).toEqual(['why 8 16', 'who 400 16', 'why-2 40 48']);
    expect(doubled.stages).toHaveProperty('head-2');
  });
});
