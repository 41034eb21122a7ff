import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './clause.ts';
import { marked, plainTitle, readMarks, typeset } from './marks.ts';
import { clauseOf, shippedContract, speak } from './testing/speak.ts';

const ru = await speak('ru');

describe('marks', () => {
  it('are read out of a signed text with their places', () => {
    expect(readMarks(`в течение ${marked('1 дня', 'term')}, затем ${marked('автовиза', 'auto')}.`)).toEqual({
      text: 'в течение 1 дня, затем автовиза.',
      marks: [
        { from: 10, to: 15, as: 'term' },
        { from: 23, to: 31, as: 'auto' },
      ],
    });
  });

  it('of a clause fall on its term and its auto-visa, in the paragraph that says them', () => {
    const found = paragraphsOf(clauseOf(shippedContract, ru, 'curator')).map(({ text, marks }) =>
      marks.map(({ from, to, as }) => [as, text.slice(from, to)]),
    );
    expect(found).toEqual([
      [['term', '1 рабочего дня']],
      [['auto', 'считается согласовавшим (автовиза)']],
      [],
      [],
    ]);
  });

  it('cannot be planted in a title, which stays on one line', () => {
    expect(plainTitle('\uFDD0Этап\uFDD2\n\tвторой\u2028 ')).toBe('Этап второй');
  });
});

describe('typeset', () => {
  it('keeps short words, numbers and dashes with their neighbours, and every character in its place', () => {
    const text = 'Этап в течение 3 рабочих дней (пункт 3.5) и с «к ней» — конец';
    const set = typeset(text, 'ru');
    expect(set).toBe(
      'Этап в\u00a0течение 3\u00a0рабочих дней (пункт\u00a03.5) и\u00a0с\u00a0«к\u00a0ней»\u00a0— конец',
    );
    expect(set).toHaveLength(text.length);
  });

  it('leaves English words to break where they like', () => {
    expect(typeset('to a stage within 3 working days (clause 3.5)', 'en')).toBe(
      'to a stage within 3\u00a0working days (clause\u00a03.5)',
    );
  });
});
