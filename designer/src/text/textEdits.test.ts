import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTextEdits, textEdits } from './textEdits.ts';

/** Texts of few different lines, so that they have much in common. */
const lines = fc.array(fc.constantFrom('{', '}', '  "a": 1,', '  "b": 2,', '  "bb": 2', '', 'ж'), {
  maxLength: 30,
});
const text = fc.tuple(lines, fc.boolean()).map(([all, end]) => all.join('\n') + (end ? '\n' : ''));

describe('the edits between two texts', () => {
  it('applied to the old text give the new one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyTextEdits(before, textEdits(before, after))).toBe(after);
      }),
      { numRuns: 1_000 },
    );
  });

  it('come in order, never overlap, and are none between equal texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = textEdits(before, after);
        edits.forEach(({ from, to }, index) => {
          expect(from <= to && (index === 0 || (edits[index - 1]?.to ?? 0) <= from)).toBe(true);
        });
        expect(textEdits(after, after)).toEqual([]);
      }),
    );
  });

  it('touch only the lines that differ, and of these only the middle', () => {
    const before = '{\n  "x": {"a": 120},\n  "y": 2,\n  "z": {"a": 7},\n  "q": 1,\n}\n';
    const after = '{\n  "x": {"a": 136},\n  "y": 2,\n  "z": {"a": 9},\n  "q": 1,\n  "w": 0,\n}\n';
    expect(textEdits(before, after).map(({ from, to, text }) => [before.slice(from, to), text])).toEqual([
      ['20', '36'],
      ['7', '9'],
      ['', '  "w": 0,\n'],
    ]);
  });

  it('replace all between the first and the last difference when the texts have little in common', () => {
    const many = (word: string) => Array.from({ length: 900 }, (_, index) => `${word} ${index}\n`).join('');
    const edits = textEdits(`same\n${many('a')}end`, `same\n${many('b')}end`);
    expect(edits).toHaveLength(1);
    expect(applyTextEdits(`same\n${many('a')}end`, edits)).toBe(`same\n${many('b')}end`);
  });
});
