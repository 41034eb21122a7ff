import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, type CommitResult, insert, put, remove, touch } from '../change.ts';
import type { FeedRow } from '../feed.ts';
import { openMemoryStore } from '../memory.ts';
import type { Store } from '../port.ts';
import type { Using } from './opened.ts';
import { buildTask, buildText, contractSchema, entries, tasks, texts } from './schema.ts';

const few = (...values: string[]) => fc.constantFrom(...values);
const IDS = ['a', 'b', 'c', 'd', 'e', 'ё'];
const id = few(...IDS);
const principals = fc.array(few('p1', 'p2', 'p3'), { maxLength: 3 });
const stems = fc.option(fc.array(few('мост', 'мостик', 'ёлк', '1-а', 'дорог'), { maxLength: 3 }), {
  nil: undefined,
});

const task = fc
  .record({
    id,
    state: few('open', 'closed'),
    dueAtMs: fc.integer({ min: -2, max: 3 }),
    late: fc.boolean(),
    candidates: principals,
  })
  .map(({ id, ...rest }) => buildTask(id, rest));
const entry = fc
  .record({
    id,
    register: few('in', 'out'),
    number: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ number, ...rest }) => (number === undefined ? rest : { ...rest, number }));
const text = fc
  .record({ id, org: few('city', 'region'), sort: few('1', '2', 'я'), readers: principals })
  .map((r) => buildText(r.id, r));

type AnyCollection = typeof tasks | typeof entries | typeof texts;
const collections: readonly AnyCollection[] = [tasks, entries, texts];

/** A change that is made when its turn comes: `seen` is the revision that the row has then, or one beside it. */
interface Move {
  readonly collection: AnyCollection;
  readonly id: string;
  readonly off: number;
  readonly make: (seen: number) => Change;
}

const off = fc.oneof({ arbitrary: fc.constant(0), weight: 9 }, { arbitrary: fc.constant(1), weight: 1 });
const withStems = (s: readonly string[] | undefined) => (s ? { stems: s } : {});
/** Writes of a row: a put of what is there, an insert of what is not, now and then the wrong one. */
const write = fc.oneof(
  fc.tuple(task, off).map(
    ([row, o]): Move => ({
      collection: tasks,
      id: row.id,
      off: o,
      make: (seen) => (seen === 0 ? insert(tasks, row) : put(tasks, row, seen)),
    }),
  ),
  fc.tuple(entry, off).map(
    ([row, o]): Move => ({
      collection: entries,
      id: row.id,
      off: o,
      make: (seen) => (seen === 0 ? insert(entries, row) : put(entries, row, seen)),
    }),
  ),
  fc.tuple(text, off, stems).map(
    ([row, o, s]): Move => ({
      collection: texts,
      id: row.id,
      off: o,
      make: (seen) => (seen === 0 ? insert(texts, row, withStems(s)) : put(texts, row, seen, withStems(s))),
    }),
  ),
);
const other = fc
  .tuple(fc.constantFrom(...collections), id, off, fc.constantFrom('touch', 'delete', 'insert'))
  .map(
    ([collection, rowId, o, op]): Move => ({
      collection,
      id: rowId,
      off: o,
      make: (seen) => {
        if (op === 'touch') return touch<never>(collection as never, rowId, seen);
        if (op === 'delete') return remove<never>(collection as never, rowId, seen);
        if (collection === tasks) return insert(tasks, buildTask(rowId));
        return collection === texts
          ? insert(texts, buildText(rowId), { stems: ['мост'] })
          : insert(entries, { id: rowId, register: 'in' });
      },
    }),
  );
const move = fc.oneof({ arbitrary: write, weight: 3 }, { arbitrary: other, weight: 1 });
const commit = fc.uniqueArray(move, {
  minLength: 1,
  maxLength: 4,
  selector: (m) => `${m.collection.name} ${m.id}`,
});

const revision = async (store: Store, collection: AnyCollection, rowId: string) =>
  ((await store.get<never>(collection as never, rowId)) as { rev: number } | undefined)?.rev ?? 0;

/** Removes what an earlier run left. */
async function empty(store: Store): Promise<void> {
  for (const collection of collections) {
    for (const rowId of IDS) {
      const rev = await revision(store, collection, rowId);
      if (rev > 0) await store.commit([remove<never>(collection as never, rowId, rev)]);
    }
  }
}

const desc = fc.boolean();
const limit = fc.integer({ min: 1, max: 3 });
const range = fc.record(
  { gt: fc.integer({ min: -2, max: 3 }), lte: fc.integer({ min: -2, max: 3 }) },
  { requiredKeys: ['gt'] },
);
const states = fc.oneof(
  few('open', 'closed'),
  fc.array(few('open', 'closed', 'none'), { maxLength: 3 }).map((v) => ({ in: v })),
);
const candidates = principals.map((hasAny) => ({ hasAny }));

/** A question to a store; pages are followed to the end. */
type Ask = (store: Store) => Promise<unknown>;

async function pages(read: (after?: string) => Promise<{ rows: readonly unknown[]; next?: string }>) {
  const found: unknown[] = [];
  let page = await read();
  found.push(page.rows);
  while (page.next !== undefined) {
    page = await read(page.next);
    found.push(page.rows);
  }
  return found;
}
const paged = (after: string | undefined) => (after === undefined ? {} : { after });

const ask: fc.Arbitrary<Ask> = fc.oneof(
  fc.tuple(states, range, desc, limit).map(
    ([state, dueAtMs, d, l]): Ask =>
      (s) =>
        pages((after) =>
          s.find(tasks, {
            where: { org: 'city', state, dueAtMs },
            order: { by: 'dueAtMs', desc: d },
            limit: l,
            ...paged(after),
          }),
        ),
  ),
  fc.tuple(candidates, states, desc, limit).map(
    ([c, state, d, l]): Ask =>
      (s) =>
        pages((after) =>
          s.find(tasks, {
            where: { candidates: c, state },
            order: { by: 'dueAtMs', desc: d },
            limit: l,
            ...paged(after),
          }),
        ),
  ),
  fc.tuple(fc.boolean(), desc, limit).map(
    ([late, d, l]): Ask =>
      (s) =>
        pages((after) =>
          s.find(tasks, {
            where: { org: 'city', late },
            order: { by: 'id', desc: d },
            limit: l,
            ...paged(after),
          }),
        ),
  ),
  fc.tuple(few('in', 'out'), desc).map(
    ([register, d]): Ask =>
      (s) =>
        pages((after) =>
          s.find(entries, {
            where: { register },
            order: { by: 'number', desc: d },
            limit: 2,
            ...paged(after),
          }),
        ),
  ),
  fc.tuple(few('м', 'мост', 'ё', '1-'), candidates, limit).map(
    ([prefix, readers, l]): Ask =>
      (s) =>
        pages((after) =>
          s.search(texts, { stems: [], prefix, where: { readers }, limit: l, ...paged(after) }),
        ),
  ),
  few('мост', 'ёлк', 'дорог').map(
    (stem): Ask =>
      (s) =>
        pages((after) =>
          s.search(texts, { stems: [stem], where: { org: 'city' }, limit: 2, ...paged(after) }),
        ),
  ),
  fc.tuple(candidates, range).map(
    ([c, dueAtMs]): Ask =>
      (s) =>
        s.count(tasks, { candidates: c, state: 'open', dueAtMs }),
  ),
  candidates.map(
    (c): Ask =>
      (s) =>
        s.countBy(tasks, { where: { candidates: c }, by: 'state' }),
  ),
  fc.constant<Ask>((s) => s.countBy(tasks, { where: { org: 'city', state: 'open' }, by: 'dueAtMs' })),
);

/** Properties: any operations get the same answers from every store as from the memory store. */
export function propertyContract(using: Using, runs: number): void {
  // Seen to fail, on SQLite, on: a trigger of the elements that did nothing on an update; `gt` made `gte`; a savepoint not
  // rolled back; stems of a deleted row left for the next one; pages merged by UNION ALL.
  test('[property] random commits and queries get the answers of the memory store', () =>
    using(async ({ store }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(commit, { minLength: 4, maxLength: 12 }),
          fc.array(ask, { minLength: 6, maxLength: 10 }),
          async (commits, asks) => {
            const model = openMemoryStore(contractSchema);
            const feed: FeedRow[] = [{ org: 'city', type: 't', id: 'x', rev: 1 }];
            const planned: { changes: Change[]; wanted: CommitResult }[] = [];
            for (const moves of commits) {
              const changes: Change[] = [];
              for (const m of moves)
                changes.push(m.make((await revision(model, m.collection, m.id)) + m.off));
              planned.push({ changes, wanted: await model.commit(changes, feed) });
            }
            await empty(store);
            // All are sent before the first is answered: commits that share a flush still mind their own conflicts.
            const results = await Promise.all(planned.map(({ changes }) => store.commit(changes, feed)));
            for (const [n, { wanted }] of planned.entries()) {
              const got = results[n] as CommitResult;
              expect(got.ok ? { ok: true } : got).toEqual(wanted.ok ? { ok: true } : wanted);
            }
            for (const question of asks) expect(await question(store)).toEqual(await question(model));
          },
        ),
        { numRuns: runs, interruptAfterTimeLimit: 10_000 },
      );
    }));

  // Seen to fail on text normalised (NFC) on its way to the writer.
  test('[property] any strict JSON comes back as it was', async () => {
    const seen: unknown[] = [];
    await using(async ({ store }) => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), async (value) => {
          const body = JSON.parse(JSON.stringify(value), (key, v) =>
            key === '__proto__' ? undefined : v,
          ) as unknown;
          const rowId = `t${seen.push(body)}`;
          const done = await store
            .commit([insert(tasks, buildTask(rowId, { body }))])
            .catch((error: Error) => error);
          // A value that is no strict JSON after all (a lone surrogate) is refused by name, never bent.
          if (done instanceof Error) expect(done).toMatchObject({ code: 'STORE_VALUE' });
          else expect((await store.get(tasks, rowId))?.body).toEqual(body);
        }),
        { numRuns: runs * 2 },
      );
    });
  });
}
