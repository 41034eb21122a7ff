import { expect, test } from 'vitest';
import { insert, put, remove } from '../change.ts';
import type { SearchQuery } from '../query.ts';
import type { Using } from './opened.ts';
import { buildText, type Text, texts } from './schema.ts';

/** Full-text search by stems that the caller made. */
export function searchContract(using: Using): void {
  const text = (id: string, stems: readonly string[], overrides: Partial<Text> = {}) =>
    insert(texts, buildText(id, overrides), { stems });

  test('search finds the rows that have all stems and one with the prefix, in the declared order', () =>
    using(async ({ store }) => {
      await store.commit([
        text('a', ['ремонт', 'мост']),
        text('b', ['ремонт', 'дорог']),
        text('c', ['ремонт', 'мостовщик', 'дорог']),
        text('d', ['строительств']),
      ]);
      const find = async (query: SearchQuery<Text>) =>
        (await store.search(texts, query)).rows.map((row) => row.id);
      expect(await find({ stems: ['ремонт'] })).toEqual(['c', 'b', 'a']);
      expect(await find({ stems: ['ремонт', 'мост'] })).toEqual(['a']);
      expect(await find({ stems: ['ремонт'], prefix: 'мост' })).toEqual(['c', 'a']);
      expect(await find({ stems: [], prefix: 'д' })).toEqual(['c', 'b']);
      expect(await find({ stems: ['монт'] })).toEqual([]);
      expect(await find({ stems: ['дорог', 'дорог', 'мостовщик'], prefix: '' })).toEqual(['c']);
    }));

  test('a stem is found exactly as it is: ё, digits, signs and accents are part of it', () =>
    using(async ({ store }) => {
      const stems = [
        'съёмк',
        '01-12/345',
        '№7',
        'o"k',
        "d'or",
        'café',
        'a*',
        '(x)',
        'and',
        'not',
        'stems:a',
        '^a',
        '😀',
      ];
      await store.commit(stems.map((stem, n) => text(`t${n}`, [stem])));
      for (const [n, stem] of stems.entries()) {
        expect((await store.search(texts, { stems: [stem] })).rows.map((row) => row.id)).toEqual([`t${n}`]);
        expect((await store.search(texts, { stems: [], prefix: stem })).rows.map((row) => row.id)).toEqual([
          `t${n}`,
        ]);
      }
      for (const other of ['съемк', '01', '12', '345', '7', 'cafe', 'x', 'a', 'stems']) {
        expect((await store.search(texts, { stems: [other] })).rows).toEqual([]);
      }
      expect((await store.search(texts, { stems: [], prefix: '01-1' })).rows).toHaveLength(1);
    }));

  test('search is narrowed by its declared fields and paged by the cursor', () =>
    using(async ({ store }) => {
      await store.commit([
        text('a', ['мост'], { sort: '1', readers: ['p1', 'p2'] }),
        text('b', ['мост'], { sort: '2', org: 'region' }),
        text('c', ['мост'], { sort: '2', readers: ['p2'] }),
        text('d', ['мост'], { sort: '1', readers: [] }),
      ]);
      const find = (query: Omit<SearchQuery<Text>, 'stems'>) =>
        store.search(texts, { stems: ['мост'], ...query });
      const idsOf = async (where: SearchQuery<Text>['where'] & object) =>
        (await find({ where })).rows.map((row) => row.id);
      expect(await idsOf({ org: 'city' })).toEqual(['c', 'd', 'a']);
      expect(await idsOf({ readers: { hasAny: ['p1', 'p2'] } })).toEqual(['c', 'b', 'a']);
      expect(await idsOf({ readers: { has: 'p2' }, org: { in: ['region'] } })).toEqual([]);
      const first = await find({ limit: 2 });
      expect(first.rows.map((row) => row.id)).toEqual(['c', 'b']);
      const rest = await find({ limit: 2, after: first.next as string });
      expect(rest.rows.map((row) => row.id)).toEqual(['d', 'a']);
      expect(rest.next).toBeUndefined();
      const noIndex = expect.objectContaining({ code: 'STORE_NO_INDEX' });
      await expect(find({ where: { sort: '1' } })).rejects.toEqual(noIndex);
    }));

  test('a put without stems keeps them, with stems replaces them, and a deleted row is not found', () =>
    using(async ({ store }) => {
      await store.commit([text('a', ['мост']), text('b', ['мост'])]);
      await store.commit([put(texts, buildText('a', { sort: 'z' }), 1), remove(texts, 'b', 1)]);
      const find = async (stem: string) =>
        (await store.search(texts, { stems: [stem] })).rows.map((row) => row.id);
      expect(await find('мост')).toEqual(['a']);
      await store.commit([put(texts, buildText('a'), 2, { stems: ['дорог'] })]);
      expect([await find('мост'), await find('дорог')]).toEqual([[], ['a']]);
      await store.commit([put(texts, buildText('a'), 3, { stems: [] })]);
      expect(await find('дорог')).toEqual([]);
    }));

  test('what cannot be a stem is refused', () =>
    using(async ({ store }) => {
      for (const stem of ['', 'два слова', 'Мост A', 'Bridge', 'a\0', '\u00a0', 'x'.repeat(65)]) {
        await expect(store.commit([text('a', [stem])])).rejects.toMatchObject({ code: 'STORE_ROW' });
        await expect(store.search(texts, { stems: [stem] })).rejects.toMatchObject({ code: 'STORE_QUERY' });
      }
      await expect(store.search(texts, { stems: [] })).rejects.toMatchObject({ code: 'STORE_QUERY' });
    }));
}
