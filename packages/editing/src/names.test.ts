import { isSlug, parseRegulation } from '@reglament/regulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankRegulation, copyRegulation } from './blank.ts';
import { freeId } from './free-id.ts';
import { slugOf } from './slug-of.ts';
import { after, drawn } from './testing/drawn.ts';

describe('slugOf', () => {
  it.each([
    ['Правовая экспертиза', 'pravovaya-ekspertiza'],
    ['Щёлково: объезд, ввод (№ 5)', 'shchelkovo-obezd-vvod-5'],
    ['Йод', 'yod'],
    ['Visa of the head', 'visa-of-the-head'],
    ['Café', 'cafe'],
    ['2 рабочих дня', 'n-2-rabochikh-dnya'],
    ['—', 'item'],
    ['審査', 'item'],
    ['constructor', 'constructor-1'],
    ['prototype', 'prototype-1'],
    ['Согласование с финансовым управлением администрации', 'soglasovanie-s-finansovym-upravleniem'],
  ])('of «%s» is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  // Seen failing without the letter before a digit.
  it('of any title is a slug of at most 40 characters', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('toString', 'valueOf')),
        (title) => {
          const slug = slugOf(title);
          expect([isSlug(slug), slug.length <= 40]).toEqual([true, true]);
        },
      ),
    );
  });
});

describe('freeId', () => {
  it('is what was wished, or the next number', () => {
    expect(freeId(drawn, 'stages', 'legal')).toBe('legal');
    expect(freeId(drawn, 'stages', 'head')).toBe('head-2');
    expect(freeId(drawn, 'stages', 'Правовая экспертиза')).toBe('pravovaya-ekspertiza');
    const long = 'x'.repeat(64);
    const taken = after(drawn, { do: 'renameStage', id: 'head', to: long });
    expect(freeId(taken, 'stages', long)).toBe(`${'x'.repeat(62)}-2`);
  });

  it('is not the id of a part that is gone and still named, but may be that of the missing start', () => {
    const gone = after(drawn, { do: 'removePart', map: 'participants', id: 'author' });
    expect(freeId(gone, 'participants', 'author')).toBe('author-2');
    expect(freeId(blankRegulation({ id: 'new', title: drawn.title }), 'stages', 'start')).toBe('start');
  });
});

describe('a new regulation', () => {
  it('is read as any other, blank or copied', () => {
    const title = { ru: 'Копия', en: 'Copy' };
    expect(parseRegulation(blankRegulation({ id: 'new', title })).ok).toBe(true);
    const copy = copyRegulation(drawn, { id: 'copy', title });
    expect(copy).toEqual({ ...drawn, id: 'copy', title });
    expect(() => blankRegulation({ id: 'the new', title })).toThrow('id-wrong');
    expect(() => copyRegulation(drawn, { id: '', title })).toThrow('id-wrong');
  });
});
