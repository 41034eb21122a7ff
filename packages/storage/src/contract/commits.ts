import { expect, test } from 'vitest';
import { insert, put, remove, touch } from '../change.ts';
import type { Using } from './opened.ts';
import { buildTask, entries, tasks, texts } from './schema.ts';

/** What a commit does, refuses, and leaves alone. */
export function commitContract(using: Using): void {
  test('a row is read back as it was inserted, at revision 1', () =>
    using(async ({ store }) => {
      const body = {
        'ключ.с$': [1, 0.1, 1e21, null, true, '😀\u0000', { пусто: {} }],
        text: 'ё "кавычки" \\ \n',
      };
      expect(await store.commit([insert(tasks, buildTask('t1', { body }))])).toMatchObject({ ok: true });
      expect(await store.get(tasks, 't1')).toEqual({ ...buildTask('t1', { body }), rev: 1 });
      expect(await store.get(tasks, 't2')).toBeUndefined();
    }));

  test('an insert of an id that exists conflicts and changes nothing', () =>
    using(async ({ store }) => {
      await store.commit([insert(tasks, buildTask('t1'))]);
      const again = [insert(tasks, buildTask('t0')), insert(tasks, buildTask('t1', { state: 'closed' }))];
      expect(await store.commit(again)).toEqual({ ok: false, conflict: 1, reason: 'exists' });
      expect(await store.get(tasks, 't0')).toBeUndefined();
      expect((await store.get(tasks, 't1'))?.state).toBe('open');
    }));

  test('put, touch and delete ask for the revision they saw, and each raises it', () =>
    using(async ({ store }) => {
      await store.commit([insert(tasks, buildTask('t1'))]);
      expect(await store.commit([put(tasks, buildTask('t1', { state: 'closed' }), 1)])).toMatchObject({
        ok: true,
      });
      expect(await store.commit([touch(tasks, 't1', 2)])).toMatchObject({ ok: true });
      expect(await store.get(tasks, 't1')).toMatchObject({ state: 'closed', rev: 3 });
      const stale = { ok: false, conflict: 0, reason: 'revision' };
      expect(await store.commit([put(tasks, buildTask('t1'), 2)])).toEqual(stale);
      expect(await store.commit([touch(tasks, 't1', 4)])).toEqual(stale);
      expect(await store.commit([remove(tasks, 't1', 1)])).toEqual(stale);
      expect(await store.commit([remove(tasks, 't1', 3)])).toMatchObject({ ok: true });
      expect(await store.get(tasks, 't1')).toBeUndefined();
    }));

  test('a change of a row that is not there says so', () =>
    using(async ({ store }) => {
      const missing = { ok: false, conflict: 0, reason: 'missing' };
      expect(await store.commit([put(tasks, buildTask('t1'), 1)])).toEqual(missing);
      expect(await store.commit([touch(tasks, 't1', 1)])).toEqual(missing);
      expect(await store.commit([remove(tasks, 't1', 1)])).toEqual(missing);
    }));

  test('a conflict at the end undoes every change before it', () =>
    using(async ({ store }) => {
      await store.commit([
        insert(tasks, buildTask('a', { candidates: ['p1'] })),
        insert(tasks, buildTask('b')),
        insert(texts, { id: 'x', org: 'city', sort: 'x', readers: ['p1'] }, { stems: ['мост'] }),
      ]);
      const changes = [
        put(tasks, buildTask('a', { candidates: ['p2'], state: 'closed' }), 1),
        remove(tasks, 'b', 1),
        insert(tasks, buildTask('c', { candidates: ['p2'] })),
        put(texts, { id: 'x', org: 'city', sort: 'y', readers: [] }, 1, { stems: ['дорог'] }),
        touch(tasks, 'nobody', 1),
      ];
      const rows = [{ org: 'city', type: 'task', id: 'a', rev: 2 }];
      const before = await store.feed.position();
      expect(await store.commit(changes, rows)).toEqual({ ok: false, conflict: 4, reason: 'missing' });
      expect(await store.getMany(tasks, ['a', 'b', 'c'])).toEqual([
        { ...buildTask('a', { candidates: ['p1'] }), rev: 1 },
        { ...buildTask('b'), rev: 1 },
      ]);
      const of = (has: string) => store.count(tasks, { candidates: { has } });
      expect([await of('p1'), await of('p2')]).toEqual([1, 0]);
      expect((await store.search(texts, { stems: ['мост'] })).rows).toHaveLength(1);
      expect((await store.search(texts, { stems: ['дорог'] })).rows).toHaveLength(0);
      expect(await store.feed.position()).toBe(before);
    }));

  test('one number is given once within a register, and rows without one do not meet', () =>
    using(async ({ store }) => {
      const entry = (id: string, register: string, number?: number) =>
        insert(entries, { id, register, ...(number === undefined ? {} : { number }) });
      expect(await store.commit([entry('a', 'in', 1), entry('b', 'out', 1)])).toMatchObject({ ok: true });
      expect(await store.commit([entry('c', 'in'), entry('d', 'in')])).toMatchObject({ ok: true });
      const taken = { ok: false, conflict: 1, reason: 'unique' };
      expect(await store.commit([entry('e', 'in', 2), entry('f', 'in', 1)])).toEqual(taken);
      expect(
        await store.commit([touch(entries, 'b', 1), put(entries, { id: 'c', register: 'in', number: 1 }, 1)]),
      ).toEqual(taken);
      expect(await store.commit([put(entries, { id: 'a', register: 'in', number: 1 }, 1)])).toMatchObject({
        ok: true,
      });
      expect(await store.count(entries, { register: 'in' })).toBe(3);
    }));

  test('changes are done in their order: a number freed first can be given next', () =>
    using(async ({ store }) => {
      await store.commit([insert(entries, { id: 'a', register: 'in', number: 1 })]);
      const free = put(entries, { id: 'a', register: 'in' }, 1);
      const give = insert(entries, { id: 'b', register: 'in', number: 1 });
      expect(await store.commit([give, free])).toEqual({ ok: false, conflict: 0, reason: 'unique' });
      expect(await store.commit([free, give])).toMatchObject({ ok: true });
    }));

  test('of two commits that each rest on the row the other changes, one fails', () =>
    using(async ({ store }) => {
      await store.commit([insert(tasks, buildTask('a')), insert(tasks, buildTask('b'))]);
      const results = await Promise.all([
        store.commit([touch(tasks, 'a', 1), put(tasks, buildTask('b', { state: 'closed' }), 1)]),
        store.commit([touch(tasks, 'b', 1), put(tasks, buildTask('a', { state: 'closed' }), 1)]),
      ]);
      expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    }));

  test('of many commits at once on one revision exactly one wins, and the others lose nothing but that', () =>
    using(async ({ store }) => {
      await store.commit([insert(tasks, buildTask('a'))]);
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          store.commit([insert(tasks, buildTask(`own${n}`)), ...(n % 2 ? [touch(tasks, 'a', 1)] : [])]),
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(21);
      expect(await store.count(tasks, { org: 'city', state: 'open' })).toBe(22);
      expect((await store.get(tasks, 'a'))?.rev).toBe(2);
    }));

  test('a broken contract throws its code and changes nothing', () =>
    using(async ({ store }) => {
      const code = (wanted: string) => expect.objectContaining({ code: wanted });
      const task = (overrides: object) => insert(tasks, { ...buildTask('t1'), ...overrides });
      const many = Array.from({ length: 1001 }, (_, n) => insert(tasks, buildTask(`t${n}`)));
      await expect(store.commit(many)).rejects.toEqual(code('STORE_CHANGES'));
      await expect(store.commit([task({}), touch(tasks, 't1', 1)])).rejects.toEqual(code('STORE_CHANGES'));
      await expect(store.commit([task({ body: { at: new Date(0) } })])).rejects.toEqual(code('STORE_VALUE'));
      await expect(store.commit([task({ body: undefined })])).rejects.toEqual(code('STORE_VALUE'));
      await expect(store.commit([task({ dueAtMs: '1000' })])).rejects.toEqual(code('STORE_ROW'));
      await expect(store.commit([task({ dueAtMs: null })])).rejects.toEqual(code('STORE_ROW'));
      await expect(store.commit([task({ candidates: [1] })])).rejects.toEqual(code('STORE_ROW'));
      expect(await store.count(tasks, {})).toBe(0);
      expect(await store.commit(many.slice(0, 1000))).toMatchObject({ ok: true });
      expect(await store.count(tasks, {})).toBe(1000);
    }));
}
