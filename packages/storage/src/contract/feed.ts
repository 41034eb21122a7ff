import { expect, test } from 'vitest';
import { insert, touch } from '../change.ts';
import type { FeedCommit, FeedRow } from '../feed.ts';
import type { Using } from './opened.ts';
import { buildTask, tasks } from './schema.ts';

const row = (id: string, to?: string[]): FeedRow => ({
  org: 'city',
  type: 'task',
  id,
  rev: 1,
  ...(to ? { to } : {}),
});

/** The change feed, and what a restart keeps. */
export function feedContract(using: Using): void {
  test('the feed gives the rows of commits in their order, from any position', () =>
    using(async ({ store }) => {
      const start = await store.feed.position();
      const first = await store.commit([insert(tasks, buildTask('a'))], [row('a', ['p1', 'p2'])]);
      await store.commit([insert(tasks, buildTask('b'))]);
      await store.commit([insert(tasks, buildTask('c'))], [row('c1'), row('c2')]);
      const end = await store.feed.position();
      const all = await store.feed.since(start, 100);
      expect(all).toEqual({
        reset: false,
        more: false,
        position: end,
        rows: [row('a', ['p1', 'p2']), row('c1'), row('c2')],
      });
      const two = await store.feed.since(start, 2);
      expect(two).toMatchObject({ more: true, rows: [row('a', ['p1', 'p2']), row('c1')] });
      expect(await store.feed.since(two.position, 2)).toMatchObject({
        more: false,
        rows: [row('c2')],
        position: end,
      });
      const after = first.ok ? first.position : '';
      expect(await store.feed.since(after, 100)).toMatchObject({ rows: [row('c1'), row('c2')] });
      expect(await store.feed.since(end, 100)).toEqual({
        reset: false,
        rows: [],
        position: end,
        more: false,
      });
    }));

  test('a subscriber hears each commit that carries feed rows once, in order, after it can be read', () =>
    using(async ({ store }) => {
      const heard: FeedCommit[] = [];
      const stop = store.feed.subscribe((commit) => heard.push(commit));
      await Promise.all(
        ['a', 'b', 'c'].map((id) =>
          store.commit([insert(tasks, buildTask(id))], id === 'b' ? [] : [row(id), row(id)]),
        ),
      );
      await store.commit([touch(tasks, 'a', 7)], [row('lost')]);
      stop();
      await store.commit([touch(tasks, 'a', 1)], [row('late')]);
      expect(heard.map((commit) => commit.rows)).toEqual([
        [row('a'), row('a')],
        [row('c'), row('c')],
      ]);
      expect(await store.feed.since(heard[0]?.position as string, 10)).toMatchObject({
        rows: [row('c'), row('c'), row('late')],
      });
    }));

  test('a position that was trimmed away, is ahead or is no position answers reset', () =>
    using(async ({ store }) => {
      const start = await store.feed.position();
      for (const id of ['a', 'b', 'c']) await store.commit([insert(tasks, buildTask(id))], [row(id)]);
      const end = await store.feed.position();
      const afterA = (await store.feed.since(start, 1)).position;
      await store.feed.trim(2);
      expect(await store.feed.since(start, 10)).toEqual({ reset: true, position: end });
      expect(await store.feed.since(afterA, 10)).toMatchObject({ rows: [row('b'), row('c')] });
      await store.feed.trim(0);
      expect(await store.feed.since(end, 10)).toEqual({ reset: false, rows: [], position: end, more: false });
      expect(await store.feed.since(afterA, 10)).toEqual({ reset: true, position: end });
      for (const position of ['', 'x', `${end}0`, '-1', "'; DROP TABLE feed; --", '9'.repeat(400)]) {
        expect(await store.feed.since(position, 10)).toEqual({ reset: true, position: end });
      }
    }));

  test('rows, numbers, stems and positions outlive a restart', () =>
    using(async (opened) => {
      const start = await opened.store.feed.position();
      await opened.store.commit(
        [insert(tasks, buildTask('a', { candidates: ['p1'] }))],
        [row('a'), row('b')],
      );
      const end = await opened.store.feed.position();
      const { store, reopen } = await opened.reopen();
      expect(await store.get(tasks, 'a')).toEqual({ ...buildTask('a', { candidates: ['p1'] }), rev: 1 });
      expect(await store.count(tasks, { candidates: { has: 'p1' } })).toBe(1);
      expect(await store.feed.since(start, 1)).toMatchObject({ rows: [row('a')], more: true });
      expect(await store.feed.position()).toBe(end);
      await store.feed.trim(0);
      const again = await reopen();
      expect(await again.store.feed.position()).toBe(end);
      expect(await again.store.feed.since(start, 10)).toEqual({ reset: true, position: end });
      await again.store.commit([touch(tasks, 'a', 1)], [row('c')]);
      expect(await again.store.feed.since(end, 10)).toMatchObject({ rows: [row('c')] });
    }));

  test('a closed store says that it is closed', () =>
    using(async ({ store, reopen }) => {
      await reopen();
      const closed = expect.objectContaining({ code: 'STORE_CLOSED' });
      await expect(store.get(tasks, 'a')).rejects.toEqual(closed);
      await expect(store.commit([insert(tasks, buildTask('a'))])).rejects.toEqual(closed);
    }));
}
