import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { defineCollection, insert, put, type Schema, touch } from '@reglament/storage';
import { planCount, planCountBy, planFind, planSearch } from '@reglament/storage/adapter';
import {
  buildTask,
  buildText,
  contractSchema,
  entries,
  tasks,
  texts,
} from '@reglament/storage/contract/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DATABASE } from './backup.ts';
import { countByRead, countRead, findRead, type Read, searchRead } from './reads.ts';
import { openSqliteStore, type SqliteStore } from './sqliteStore.ts';

let dir = '';
let store: SqliteStore;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'reglament-sqlite-'));
  store = await openSqliteStore(dir, contractSchema);
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true });
});

test('commits made at once share a transaction, and a conflict fails only its own', async () => {
  await store.commit([insert(tasks, buildTask('a'))]);
  const before = store.stats();
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, n) => store.commit([insert(tasks, buildTask(n === 50 ? 'a' : `t${n}`))])),
  );
  expect(results.map((result, n) => (result.ok ? -1 : n)).filter((n) => n >= 0)).toEqual([50]);
  const { commits, transactions } = store.stats();
  expect(commits - before.commits).toBe(100);
  expect(transactions - before.transactions).toBeLessThanOrEqual(3);
  expect(await store.count(tasks, {})).toBe(100);
});

test('no declared query scans a table or sorts what an index has in order', () => {
  const db = new DatabaseSync(join(dir, DATABASE), { readOnly: true });
  const city = { org: 'city', state: 'open' };
  const after = JSON.stringify(['dueAtMs', 0, 'a', 5]);
  const reads: Read[] = [
    findRead(tasks, planFind(tasks, { where: { ...city, dueAtMs: { gte: 1, lt: 9 } }, after })),
    findRead(tasks, planFind(tasks, { where: city, order: { by: 'dueAtMs', desc: true } })),
    findRead(tasks, planFind(tasks, { order: { by: 'dueAtMs' }, after })),
    findRead(tasks, planFind(tasks, { where: { org: 'city', late: true }, after: '["id",0,"a"]' })),
    findRead(
      tasks,
      planFind(tasks, {
        where: { candidates: { has: 'p' }, state: 'open' },
        order: { by: 'dueAtMs' },
        after,
      }),
    ),
    findRead(entries, planFind(entries, { where: { register: 'in' } })),
    findRead(entries, planFind(entries, { where: { register: 'in', number: 1 } })),
    countRead(tasks, planCount(tasks, { ...city, dueAtMs: { lt: 3 } })),
    countRead(tasks, planCount(tasks, { candidates: { hasAny: ['p', 'q'] } })),
    countByRead(tasks, planCountBy(tasks, { where: { org: 'city' }, by: 'late' })),
  ];
  // A page merged from several places of an index, and what a search found, are sorted; they must still be searched for.
  const merged: Read[] = [
    findRead(
      tasks,
      planFind(tasks, {
        where: { candidates: { hasAny: ['p', 'q'] }, state: 'open' },
        order: { by: 'dueAtMs' },
      }),
    ),
    searchRead(texts, planSearch(texts, { stems: ['a'], where: { org: 'city', readers: { has: 'p' } } })),
  ];
  const stepsOf = ({ sql, cells }: Read) =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...cells)
      .map((step) => String(step['detail']));
  for (const read of reads) {
    const steps = stepsOf(read);
    expect(
      steps.filter((step) =>
        /^SCAN (?!k$|\(subquery)(?!c_tasks USING (COVERING )?INDEX i_tasks_1)|TEMP B-TREE FOR (LAST|ORDER)/.test(
          step,
        ),
      ),
      read.sql,
    ).toEqual([]);
  }
  for (const read of merged)
    expect(
      stepsOf(read).filter((step) => /^SCAN (c|e)_/.test(step)),
      read.sql,
    ).toEqual([]);
  db.close();
});

test('a file of a newer schema, and a declaration changed without a version, are refused', async () => {
  await store.close();
  const open = (schema: Schema) => openSqliteStore(dir, schema);
  const changed = { ...contractSchema, collections: [{ ...tasks, indexes: [] }] };
  await expect(open(changed)).rejects.toMatchObject({ code: 'STORE_SCHEMA_CHANGED' });
  await (await open({ ...contractSchema, version: 2 })).close();
  await expect(open(contractSchema)).rejects.toMatchObject({ code: 'STORE_SCHEMA_NEWER' });
  store = await open({ ...contractSchema, version: 2 });
});

test('a new version of the schema rebuilds what changed from the rows, and keeps the rest', async () => {
  await store.commit([
    insert(tasks, buildTask('a', { candidates: ['p1'], body: 'x' })),
    insert(texts, buildText('t'), { stems: ['мост'] }),
  ]);
  await store.commit([touch(tasks, 'a', 1)]);
  await store.close();
  const tasks2 = defineCollection<{ id: string; rev: number; body: string; candidates: string[] }>({
    name: 'tasks',
    fields: { body: 'text', candidates: 'list' },
    indexes: [{ each: 'candidates', fields: ['body'] }],
  });
  const texts2 = { ...texts, indexes: [] };
  const more = defineCollection({ name: 'more' });
  const next: Schema = { version: 2, collections: [tasks2, texts2, more] };
  store = await openSqliteStore(dir, next);
  const found = await store.find(tasks2, { where: { candidates: { has: 'p1' } }, order: { by: 'body' } });
  expect(found.rows).toEqual([{ ...buildTask('a', { candidates: ['p1'], body: 'x' }), rev: 2 }]);
  expect((await store.search(texts2, { stems: ['мост'] })).rows).toHaveLength(1);
  expect(await store.commit([insert(more, { id: 'm' }), touch(tasks2, 'a', 2)])).toMatchObject({ ok: true });
  await store.close();
  // `entries` is declared no more and opens all the same; its rows wait.
  store = await openSqliteStore(dir, next);
});

test('a backup taken under load is a whole moment, and positions of the original mean nothing to it', async () => {
  const pair = (n: number) => [insert(tasks, buildTask(`${n}`)), insert(tasks, buildTask(`${n}-twin`))];
  const feed = [{ org: 'city', type: 'task', id: 'x', rev: 1 }];
  for (let n = 0; n < 200; n++) await store.commit(pair(n), feed);
  const to = join(dir, 'copy');
  let written = 200;
  let working = true;
  const load = (async () => {
    while (working) await store.commit(pair(written++), feed);
  })();
  await store.backup(to);
  working = false;
  await load;
  await expect(store.backup(to)).rejects.toMatchObject({ code: 'STORE_EXISTS' });
  const copy = await openSqliteStore(to, contractSchema);
  const count = await copy.count(tasks, {});
  expect(count % 2).toBe(0);
  expect(count).toBeGreaterThanOrEqual(400);
  expect(count).toBeLessThanOrEqual(2 * written);
  expect(await copy.feed.since(await store.feed.position(), 10)).toMatchObject({ reset: true });
  await copy.commit([put(tasks, buildTask('0', { state: 'closed' }), 1)]);
  await copy.close();
});
