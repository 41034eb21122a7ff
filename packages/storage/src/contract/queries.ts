import { expect, test } from 'vitest';
import { insert, put, remove } from '../change.ts';
import type { FindQuery } from '../query.ts';
import type { Using } from './opened.ts';
import { buildTask, entries, type Task, tasks } from './schema.ts';

const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

/** Which rows a find and a count answer with, and in which order. */
export function queryContract(using: Using): void {
  test('rows come in the order of the index, rows equal in it by id, both ways', () =>
    using(async ({ store }) => {
      const due = { a: 300, b: 100, c: 200, d: 100, e: 200.5 };
      await store.commit(
        Object.entries(due).map(([id, dueAtMs]) => insert(tasks, buildTask(id, { dueAtMs }))),
      );
      await store.commit([insert(tasks, buildTask('z', { state: 'closed' }))]);
      const where = { org: 'city', state: 'open' } as const;
      const find = async (desc: boolean) =>
        (await store.find(tasks, { where, order: { by: 'dueAtMs', desc } })).rows;
      expect(ids(await find(false))).toEqual(['b', 'd', 'c', 'e', 'a']);
      expect(ids(await find(true))).toEqual(['a', 'e', 'c', 'd', 'b']);
    }));

  test('pages by the cursor give every row once, whatever is written between them', () =>
    using(async ({ store }) => {
      const due = (n: number) => Math.floor(n / 3);
      const all = Array.from({ length: 10 }, (_, n) =>
        insert(tasks, buildTask(`t${n}`, { dueAtMs: due(n) })),
      );
      await store.commit(all);
      for (const desc of [false, true]) {
        const query: FindQuery<Task> = { order: { by: 'dueAtMs', desc }, limit: 4 };
        const first = await store.find(tasks, query);
        const second = await store.find(tasks, { ...query, after: first.next as string });
        const last = await store.find(tasks, { ...query, after: second.next as string });
        expect(last.next).toBeUndefined();
        const seen = ids([...first.rows, ...second.rows, ...last.rows]);
        const inOrder = Array.from({ length: 10 }, (_, n) => `t${n}`);
        expect(seen).toEqual(desc ? inOrder.reverse() : inOrder);
      }
      const page = await store.find(tasks, { order: { by: 'dueAtMs' }, limit: 4 });
      await store.commit([remove(tasks, 't3', 1), insert(tasks, buildTask('t00', { dueAtMs: 0 }))]);
      expect(
        ids((await store.find(tasks, { order: { by: 'dueAtMs' }, after: page.next as string })).rows),
      ).toEqual(['t4', 't5', 't6', 't7', 't8', 't9']);
      expect((await store.find(tasks, { order: { by: 'dueAtMs' }, limit: 10 })).next).toBeUndefined();
    }));

  test('a range takes or leaves its ends as it says', () =>
    using(async ({ store }) => {
      await store.commit([1, 2, 3, 4].map((n) => insert(tasks, buildTask(`t${n}`, { dueAtMs: n }))));
      const find = async (dueAtMs: object) => ids((await store.find(tasks, { where: { dueAtMs } })).rows);
      expect(await find({ gte: 2, lt: 4 })).toEqual(['t2', 't3']);
      expect(await find({ gt: 2, lte: 4 })).toEqual(['t3', 't4']);
      expect(await find({ lt: 2 })).toEqual(['t1']);
      expect(await store.count(tasks, { org: 'city', state: 'open', dueAtMs: { gte: 2 } })).toBe(3);
    }));

  test('"in" answers in one order over all its values, each row once', () =>
    using(async ({ store }) => {
      const task = (id: string, org: string, dueAtMs: number) =>
        insert(tasks, buildTask(id, { org, dueAtMs }));
      await store.commit([task('a', 'x', 3), task('b', 'y', 1), task('c', 'x', 2), task('d', 'z', 0)]);
      const where = { org: { in: ['x', 'y', 'x'] }, state: 'open' };
      const first = await store.find(tasks, { where, order: { by: 'dueAtMs' }, limit: 2 });
      expect(ids(first.rows)).toEqual(['b', 'c']);
      const rest = await store.find(tasks, {
        where,
        order: { by: 'dueAtMs' },
        limit: 2,
        after: first.next as string,
      });
      expect(ids(rest.rows)).toEqual(['a']);
      expect(await store.count(tasks, where)).toBe(3);
      expect(
        (await store.find(tasks, { where: { org: { in: [] }, state: 'open' }, order: { by: 'dueAtMs' } }))
          .rows,
      ).toEqual([]);
      expect(await store.count(tasks, { org: { in: [] }, state: 'open' })).toBe(0);
    }));

  test('a row is found by each element of its list, once however many of them are asked for', () =>
    using(async ({ store }) => {
      await store.commit([
        insert(tasks, buildTask('a', { candidates: ['p1', 'p2', 'p1'], dueAtMs: 2 })),
        insert(tasks, buildTask('b', { candidates: ['p2'], dueAtMs: 1 })),
        insert(tasks, buildTask('c', { candidates: [], dueAtMs: 0 })),
        insert(tasks, buildTask('d', { candidates: ['p1'], state: 'closed' })),
      ]);
      const find = async (hasAny: string[], desc = false) =>
        ids(
          (
            await store.find(tasks, {
              where: { candidates: { hasAny }, state: 'open' },
              order: { by: 'dueAtMs', desc },
            })
          ).rows,
        );
      expect(await find(['p1'])).toEqual(['a']);
      expect(await find(['p1', 'p2', 'p3'])).toEqual(['b', 'a']);
      expect(await find(['p2', 'p1'], true)).toEqual(['a', 'b']);
      expect(await store.count(tasks, { candidates: { hasAny: ['p1', 'p2'] } })).toBe(3);
      expect(
        await store.countBy(tasks, { where: { candidates: { hasAny: ['p1', 'p2'] } }, by: 'state' }),
      ).toEqual([
        { value: 'closed', count: 1 },
        { value: 'open', count: 2 },
      ]);
      await store.commit([
        put(tasks, buildTask('a', { candidates: ['p3'], dueAtMs: 5 }), 1),
        remove(tasks, 'b', 1),
      ]);
      expect(await find(['p1', 'p2'])).toEqual([]);
      expect(await find(['p3'])).toEqual(['a']);
    }));

  test('counts come by value, in the order of values', () =>
    using(async ({ store }) => {
      const task = (id: string, late: boolean) => insert(tasks, buildTask(id, { late }));
      await store.commit([task('a', true), task('b', false), task('c', true)]);
      expect(await store.countBy(tasks, { where: { org: 'city' }, by: 'late' })).toEqual([
        { value: false, count: 1 },
        { value: true, count: 2 },
      ]);
      expect(await store.countBy(tasks, { where: {}, by: 'org' })).toEqual([{ value: 'city', count: 3 }]);
      expect(await store.count(tasks, { org: 'city', late: true })).toBe(2);
      expect(await store.count(tasks, { org: 'city' })).toBe(3);
    }));

  test('text is in the order of its UTF-8 bytes', () =>
    using(async ({ store }) => {
      // U+FF5E is one UTF-16 unit above the surrogates of U+1F600, but its bytes come first.
      const inOrder = ['', 'A', 'a', 'aa', 'Ё', 'Я', 'а', 'ё', '\uff5e', '😀'];
      await store.commit(
        [...inOrder].reverse().map((register, n) => insert(entries, { id: `e${n}`, register })),
      );
      expect((await store.countBy(entries, { by: 'register' })).map((group) => group.value)).toEqual(inOrder);
    }));

  test('a sparse index holds only the rows that have all its fields', () =>
    using(async ({ store }) => {
      await store.commit([
        insert(entries, { id: 'a', register: 'in', number: 2 }),
        insert(entries, { id: 'b', register: 'in' }),
        insert(entries, { id: 'c', register: 'in', number: 1 }),
      ]);
      expect(ids((await store.find(entries, { where: { register: 'in' } })).rows)).toEqual(['a', 'b', 'c']);
      const byNumber = await store.find(entries, {
        where: { register: 'in' },
        order: { by: 'number', desc: true },
      });
      expect(ids(byNumber.rows)).toEqual(['a', 'c']);
      expect(ids((await store.find(entries, { where: { register: 'in', number: 1 } })).rows)).toEqual(['c']);
    }));

  test('a query that no declared index serves is refused', () =>
    using(async ({ store }) => {
      const noIndex = expect.objectContaining({ code: 'STORE_NO_INDEX' });
      await expect(store.find(tasks, { where: { late: true } })).rejects.toEqual(noIndex);
      await expect(store.find(tasks, { where: { org: 'city' } })).rejects.toEqual(noIndex);
      await expect(store.find(tasks, { order: { by: 'state' } })).rejects.toEqual(noIndex);
      await expect(store.find(tasks, { where: { org: 'city', state: { gt: 'a' } } })).rejects.toEqual(
        noIndex,
      );
      const twoOrders = { where: { dueAtMs: { gt: 1 } }, order: { by: 'org' } } as const;
      await expect(store.find(tasks, twoOrders)).rejects.toEqual(noIndex);
      await expect(store.find(tasks, { where: { candidates: { has: 'p' }, org: 'city' } })).rejects.toEqual(
        noIndex,
      );
      await expect(store.count(entries, { number: 1 })).rejects.toEqual(noIndex);
      await expect(store.countBy(tasks, { by: 'state' })).rejects.toEqual(noIndex);
      await expect(store.find(tasks, { where: { body: 1 } as never })).rejects.toEqual(noIndex);
    }));

  test('a malformed query or cursor is refused by its code', () =>
    using(async ({ store }) => {
      const query = expect.objectContaining({ code: 'STORE_QUERY' });
      const cursor = expect.objectContaining({ code: 'STORE_CURSOR' });
      const find = (asked: object) => store.find(tasks, asked as FindQuery<Task>);
      for (const limit of [0, -1, 1.5, 1001, Number.NaN])
        await expect(find({ limit })).rejects.toEqual(query);
      for (const dueAtMs of [
        '1',
        null,
        undefined,
        {},
        { $gt: 1 },
        { gt: 1, gte: 2 },
        { in: [1, 'a'] },
        [1],
      ]) {
        await expect(find({ where: { dueAtMs } })).rejects.toEqual(query);
      }
      const many = { dueAtMs: { in: Array.from({ length: 201 }, (_, n) => n) } };
      await expect(find({ where: many })).rejects.toEqual(query);
      for (const after of [
        '',
        '[]',
        '{}',
        'null',
        '["dueAtMs",0,"a"]',
        '["dueAtMs",0,"a","b"]',
        '["org",0,"a",1]',
      ]) {
        await expect(find({ order: { by: 'dueAtMs' }, after })).rejects.toEqual(cursor);
      }
      await store.commit([1, 2].map((n) => insert(tasks, buildTask(`t${n}`))));
      const { next } = await store.find(tasks, { order: { by: 'dueAtMs' }, limit: 1 });
      await expect(find({ order: { by: 'dueAtMs', desc: true }, after: next })).rejects.toEqual(cursor);
    }));
}
