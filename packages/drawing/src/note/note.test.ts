import { createI18n } from '@reglament/i18n';
import type { Note, Regulation } from '@reglament/regulation';
import { describe, expect, it } from 'vitest';
import { grown, meets } from '../geometry/box.ts';
import { segmentsOf } from '../geometry/polyline.ts';
import { place } from '../place/placement.ts';
import { route } from '../route/route.ts';
import { regulationOf, stage, way } from '../testing/regulations.ts';
import { shipped } from '../testing/shipped.ts';
import { noteBox, noteBoxes, noteLines } from './note-box.ts';
import { notePlace } from './note-place.ts';
import { settleNotes } from './settle-notes.ts';

const note = (words: string, x: number, y: number, more: Partial<Note> = {}): Note => ({
  text: { ru: words, en: words },
  position: { x, y },
  ...more,
});

describe('a note', () => {
  it('is of the usual size, or of its own', () => {
    expect(noteBox(note('Коротко', 8, 16))).toEqual({ x: 8, y: 16, width: 208, height: 96 });
    expect(noteBox(note('Коротко', 8, 16, { size: { width: 320, height: 48 } }))).toMatchObject({
      width: 320,
      height: 48,
    });
  });

  // Seen failing with the height of the reader's language only.
  it('is as high as its words need in the longer of its languages', () => {
    const text = { ru: 'Да', en: 'A sentence that goes on. '.repeat(12).trim() };
    const { height } = noteBox({ text, position: { x: 0, y: 0 } });
    expect(height).toBe(noteLines(text.en, 208).length * 18 + 20);
    expect(height).toBeGreaterThan(96);
  });

  it('keeps paragraphs, and every character of a word that is wider than itself', () => {
    expect(noteLines('Первое\n\nВторое', 208)).toEqual(['Первое', '', 'Второе']);
    const long = 'Ж'.repeat(60);
    expect(noteLines(long, 96).join('')).toBe(long);
  });
});

// Seen failing with the lines left out: a note lay under two of them, its words crossed.
it('a new note finds a place beside its stage, on no stage, line or other note', () => {
  const act = shipped('municipal-act');
  const placement = place(act);
  const i18n = createI18n('ru');
  const lines = route(act, placement, { i18n }).flatMap(({ points, stub }) =>
    stub ? [] : segmentsOf(points),
  );
  for (const [id, box] of placement.boxes) {
    const spot = { ...notePlace(act, placement, box, i18n), width: 208, height: 96 };
    expect(
      [...placement.boxes.values(), ...lines].filter((other) => meets(grown(other, 1), spot)),
      id,
    ).toEqual([]);
    const noted = { ...act, notes: { why: note('Почему', spot.x, spot.y) } };
    const second = { ...notePlace(noted, placement, box, i18n), width: 208, height: 96 };
    expect(meets(spot, second), id).toBe(false);
  }
});

describe('notes after a layout', () => {
  const at = (x: number, y: number) => ({ position: { x, y } });
  const drawn = (
    places: Readonly<Record<'a' | 'b', readonly [number, number]>>,
    notes: Regulation['notes'] = {},
  ): Regulation => {
    const one = regulationOf(
      { a: stage('approval', 'А'), b: stage('end', 'Б') },
      { t: way('a', 'approved', 'b') },
    );
    const stages = {
      a: { ...one.stages['a']!, ...at(...places.a) },
      b: { ...one.stages['b']!, ...at(...places.b) },
    };
    return { ...one, stages, notes } as Regulation;
  };
  const settled = (
    notes: Regulation['notes'],
    from: Parameters<typeof drawn>[0],
    to: Parameters<typeof drawn>[0],
  ) => {
    const before = drawn(from, notes);
    return settleNotes(noteBoxes(before), place(before), place(drawn(to)));
  };

  it('go with the stage that they lie beside', () => {
    const moves = settled(
      { why: note('Почему', 0, 120) },
      { a: [0, 0], b: [900, 0] },
      { a: [400, 80], b: [900, 0] },
    );
    expect(Object.fromEntries(moves)).toEqual({ why: { x: 400, y: 200 } });
  });

  it('stay where they are when nothing near them moved', () => {
    const moves = settled(
      { why: note('Почему', 0, 120), far: note('Далеко', 3000, 3000) },
      { a: [0, 0], b: [900, 0] },
      { a: [0, 0], b: [900, 400] },
    );
    expect([...moves]).toEqual([]);
  });

  // Seen failing without the search for a free place.
  it('make way for a stage that was put onto them', () => {
    const from = { a: [0, 0], b: [900, 0] } as const;
    const to = { a: [0, 0], b: [40, 140] } as const;
    const moves = settled({ why: note('Почему', 0, 120) }, from, to);
    const spot = moves.get('why');
    expect(spot).toBeDefined();
    const box = { width: 208, height: 96, ...spot! };
    expect([...place(drawn(to)).boxes.values()].some((other) => meets(box, other))).toBe(false);
    expect(Math.hypot(box.x, box.y)).toBeLessThan(400);
  });

  it('that lay over a stage on purpose go on lying over it', () => {
    const moves = settled(
      { why: note('Почему', 20, 20) },
      { a: [0, 0], b: [900, 0] },
      { a: [160, 0], b: [900, 0] },
    );
    expect(Object.fromEntries(moves)).toEqual({ why: { x: 184, y: 24 } });
  });
});
