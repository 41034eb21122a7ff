import type { Change, CommitResult, ConflictReason } from './change.ts';
import type { Collection, Row, Schema } from './collection.ts';
import { writeCursor } from './cursor.ts';
import { StoreError } from './errors.ts';
import type { Feed, FeedRow, FeedSince } from './feed.ts';
import { checkFeedRows, pageLimit } from './feedRows.ts';
import { MemoryCollection, type MemoryRow } from './memoryCollection.ts';
import { compareBytes, compareScalars } from './order.ts';
import { type FindPlan, planCount, planCountBy, planFind, planSearch } from './plan.ts';
import type { Store } from './port.ts';
import { type PreparedChange, prepareChanges } from './prepare.ts';
import type { CountByQuery, FindQuery, Group, Page, Scalar, SearchQuery, Where } from './query.ts';
import { Subscribers } from './subscribers.ts';

/** What stays when a memory store is closed; opening another store on it is the restart that tests play. */
export class MemoryDisk {
  readonly collections = new Map<string, MemoryCollection>();
  readonly feed: FeedRow[] = [];
  /** How many feed rows have been forgotten. */
  trimmed = 0;
}

/**
 * A store in memory, for tests and for the driver that plays scenarios: the meaning of the port in its shortest form.
 * Finds walk a whole collection.
 */
export function openMemoryStore(schema: Schema, disk: MemoryDisk = new MemoryDisk()): Store {
  for (const collection of schema.collections) {
    if (!disk.collections.has(collection.name))
      disk.collections.set(collection.name, new MemoryCollection(collection));
  }
  const subscribers = new Subscribers();
  let closed = false;

  const open = (collection: Collection): MemoryCollection => {
    if (closed) throw new StoreError('STORE_CLOSED', 'The store is closed');
    const found = disk.collections.get(collection.name);
    if (!found) throw new StoreError('STORE_DECLARATION', `${collection.name} is not in the schema`);
    return found;
  };
  const position = () => `m-${disk.trimmed + disk.feed.length}`;

  function commit(changes: readonly PreparedChange[], rows: readonly FeedRow[]): CommitResult {
    const undo: (() => void)[] = [];
    for (const [conflict, change] of changes.entries()) {
      const done = open(change.collection).apply(change);
      if (typeof done === 'string') {
        for (const step of undo.reverse()) step();
        return { ok: false, conflict, reason: done satisfies ConflictReason };
      }
      undo.push(done);
    }
    disk.feed.push(...(JSON.parse(JSON.stringify(rows)) as FeedRow[]));
    if (rows.length > 0) subscribers.tell({ rows, position: position() });
    return { ok: true, position: position() };
  }

  const feed: Feed = {
    async position() {
      return position();
    },
    async since(after, limit): Promise<FeedSince> {
      const most = pageLimit(limit);
      const from = /^m-\d{1,15}$/.test(after) ? Number(after.slice(2)) : -1;
      const end = disk.trimmed + disk.feed.length;
      if (from < disk.trimmed || from > end) return { reset: true, position: position() };
      const start = from - disk.trimmed;
      const rows = disk.feed.slice(start, start + most);
      return { reset: false, rows, position: `m-${from + rows.length}`, more: from + rows.length < end };
    },
    subscribe: (handler) => subscribers.add(handler),
    async trim(keep) {
      const gone = Math.max(0, disk.feed.length - keep);
      disk.feed.splice(0, gone);
      disk.trimmed += gone;
    },
  };

  return {
    feed,
    async get<T extends Row>(collection: Collection<T>, id: string) {
      const row = open(collection as Collection).rows.get(id);
      return row && read<T>(row);
    },
    async getMany<T extends Row>(collection: Collection<T>, ids: readonly string[]) {
      const { rows } = open(collection as Collection);
      if (ids.length > 1000) throw new StoreError('STORE_QUERY', 'At most 1,000 ids are read at once');
      return ids.flatMap((id) => rows.get(id) ?? []).map((row) => read<T>(row));
    },
    async find<T extends Row>(collection: Collection<T>, query: FindQuery<T>) {
      const held = open(collection as Collection);
      const plan = planFind(collection as Collection, query);
      return page<T>(held, held.matching(plan, plan.index), plan);
    },
    async count<T extends Row>(collection: Collection<T>, where: Where<T>) {
      const held = open(collection as Collection);
      const plan = planCount(collection as Collection, where);
      return held.matching(plan, plan.index).length;
    },
    async countBy<T extends Row>(
      collection: Collection<T>,
      query: CountByQuery<T>,
    ): Promise<readonly Group[]> {
      const held = open(collection as Collection);
      const plan = planCountBy(collection as Collection, query);
      const counts = new Map<Scalar, number>();
      for (const row of held.matching(plan, plan.index)) {
        const value = held.value(row, plan.by) as Scalar;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => compareScalars(a.value, b.value));
    },
    async search<T extends Row>(collection: Collection<T>, query: SearchQuery<T>) {
      const held = open(collection as Collection);
      const plan = planSearch(collection as Collection, query);
      const { prefix } = plan;
      const found = held
        .matching(plan, undefined)
        .filter(
          ({ stems }) =>
            plan.stems.every((stem) => stems.includes(stem)) &&
            (prefix === undefined || stems.some((stem) => stem.startsWith(prefix))),
        );
      return page<T>(held, found, plan);
    },
    async commit(changes: readonly Change[], rows: readonly FeedRow[] = []) {
      if (closed) throw new StoreError('STORE_CLOSED', 'The store is closed');
      checkFeedRows(rows);
      return commit(prepareChanges(changes, rows), rows);
    },
    async close() {
      closed = true;
    },
  };
}

function read<T extends Row>({ body, rev }: MemoryRow): T {
  const row = JSON.parse(body) as T & { rev: number };
  row.rev = rev;
  return frozen(row);
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Sorts what was found and cuts the page out of it. */
function page<T extends Row>(held: MemoryCollection, found: MemoryRow[], plan: FindPlan): Page<T> {
  const { by, desc, limit, after } = plan;
  const sign = desc ? -1 : 1;
  const sortKey = (row: MemoryRow) => (by === 'id' ? row.id : (held.value(row, by) as Scalar));
  const compare = (a: { value: Scalar; id: string }, b: { value: Scalar; id: string }) =>
    sign * (compareScalars(a.value, b.value) || compareBytes(a.id, b.id));
  const start = after && { value: after.value ?? after.id, id: after.id };
  const sorted = found
    .map((row) => ({ row, id: row.id, value: sortKey(row) }))
    .filter((entry) => !start || compare(entry, start) > 0)
    .sort(compare);
  const rows = sorted.slice(0, limit);
  const last = rows.at(-1);
  const more = last !== undefined && sorted.length > limit;
  return {
    rows: rows.map(({ row }) => read<T>(row)),
    ...(more ? { next: writeCursor(by, desc, by === 'id' ? { id: last.id } : last) } : {}),
  };
}
