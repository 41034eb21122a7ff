import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Change,
  type Collection,
  type CommitResult,
  type CountByQuery,
  type FeedRow,
  type FindQuery,
  type Page,
  type Row,
  type Scalar,
  type Schema,
  type SearchQuery,
  type Store,
  StoreError,
  type Where,
} from '@reglament/storage';
import {
  checkFeedRows,
  type FindPlan,
  type PreparedChange,
  planCount,
  planCountBy,
  planFind,
  planSearch,
  prepareChanges,
  Subscribers,
  writeCursor,
} from '@reglament/storage/adapter';
import { backupDatabase, DATABASE } from './backup.ts';
import { lockFolder } from './folderLock.ts';
import { toCells } from './messages.ts';
import { Reader } from './reader.ts';
import { countByRead, countRead, findRead, type Read, searchRead } from './reads.ts';
import { RowCache } from './rowCache.ts';
import { SqliteFeed } from './sqliteFeed.ts';
import { tableOf } from './tables.ts';
import { type FaultPoint, WriteQueue, type WriteStats } from './writeQueue.ts';

export interface SqliteStore extends Store {
  stats(): WriteStats;
  /** Copies the database as of one moment into an empty folder, while the store works. @throws STORE_EXISTS, STORE_FULL, STORE_IO */
  backup(dir: string): Promise<void>;
}

export interface SqliteOptions {
  readonly fault?: FaultPoint;
}

/**
 * Opens the store of a data folder, made when it is not there. Reads are on this thread, commits in one other.
 *
 * @throws STORE_IN_USE, STORE_SCHEMA_NEWER, STORE_SCHEMA_CHANGED, STORE_FULL, STORE_IO
 */
export async function openSqliteStore(
  dir: string,
  schema: Schema,
  options: SqliteOptions = {},
): Promise<SqliteStore> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dir);
  const path = join(dir, DATABASE);
  try {
    const { queue, opened } = await WriteQueue.open({ path, schema }, options.fault);
    return new OpenStore(path, schema, queue, new Reader(path), opened, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

class OpenStore implements SqliteStore {
  readonly feed: SqliteFeed;
  readonly #path: string;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #queue: WriteQueue;
  readonly #reader: Reader;
  readonly #rows = new RowCache();
  readonly #subscribers = new Subscribers();
  readonly #unlock: () => void;
  #closed = false;

  constructor(
    path: string,
    schema: Schema,
    queue: WriteQueue,
    reader: Reader,
    opened: { readonly epoch: string; readonly seq: number; readonly floor: number },
    unlock: () => void,
  ) {
    this.#path = path;
    this.#numbers = new Map(schema.collections.map(({ name }, number) => [name, number]));
    this.#queue = queue;
    this.#reader = reader;
    this.#unlock = unlock;
    this.feed = new SqliteFeed(reader, queue, this.#subscribers, opened);
  }

  async get<T extends Row>(collection: Collection<T>, id: string): Promise<T | undefined> {
    return this.#get<T>(this.#open(collection), id);
  }

  #get<T extends Row>(collection: Collection, id: string): T | undefined {
    const kept = this.#rows.get<T>(collection.name, id);
    if (kept) return kept;
    const cells = this.#reader.get(`SELECT rev, body FROM ${tableOf(collection)} WHERE id = ?`, id);
    return cells && this.#rows.read<T>(collection.name, id, cells[0] as number, cells[1] as string);
  }

  async getMany<T extends Row>(collection: Collection<T>, ids: readonly string[]): Promise<readonly T[]> {
    const known = this.#open(collection);
    if (ids.length > 1000) throw new StoreError('STORE_QUERY', 'At most 1,000 ids are read at once');
    return ids.flatMap((id) => this.#get<T>(known, id) ?? []);
  }

  async find<T extends Row>(collection: Collection<T>, query: FindQuery<T>): Promise<Page<T>> {
    const known = this.#open(collection);
    const plan = planFind(known, query);
    return findsNothing(plan) ? { rows: [] } : this.#page<T>(known, findRead(known, plan), plan);
  }

  async count<T extends Row>(collection: Collection<T>, where: Where<T>): Promise<number> {
    const known = this.#open(collection);
    const { sql, cells } = countRead(known, planCount(known, where));
    return this.#reader.get(sql, ...cells)?.[0] as number;
  }

  async countBy<T extends Row>(collection: Collection<T>, query: CountByQuery<T>) {
    const known = this.#open(collection);
    const flag = known.fields[query.by] === 'flag';
    return this.#reader
      .all(countByRead(known, planCountBy(known, query)))
      .map(([value, count]) => ({ value: (flag ? value === 1 : value) as Scalar, count: count as number }));
  }

  async search<T extends Row>(collection: Collection<T>, query: SearchQuery<T>): Promise<Page<T>> {
    const known = this.#open(collection);
    const plan = planSearch(known, query);
    return this.#page<T>(known, searchRead(known, plan), plan);
  }

  async commit(changes: readonly Change[], feed: readonly FeedRow[] = []): Promise<CommitResult> {
    if (this.#closed) throw closedError();
    checkFeedRows(feed);
    const prepared = prepareChanges(changes, feed);
    const cells = toCells(prepared, feed, (name) => this.#number(name));
    return new Promise((resolve, reject) => {
      this.#queue.commit(
        cells,
        (outcome) => {
          const done = typeof outcome === 'number';
          for (const change of prepared) this.#remember(change, done);
          if (!done) return resolve({ ok: false, conflict: outcome[0], reason: outcome[1] });
          const position = this.feed.advance(outcome);
          if (feed.length > 0) this.#subscribers.tell({ rows: feed, position });
          resolve({ ok: true, position });
        },
        (error) => {
          for (const change of prepared) this.#remember(change, false);
          reject(error);
        },
      );
    });
  }

  /** A row that was written is kept; one that conflicted, or of which nobody knows, is read anew. */
  #remember(change: PreparedChange, done: boolean): void {
    const { name } = change.collection;
    if (done && change.op === 'insert') this.#rows.wrote(name, change.id, 1, change.body);
    else if (done && change.op === 'put') this.#rows.wrote(name, change.id, change.expect + 1, change.body);
    else if (done && change.op === 'touch') this.#rows.touched(name, change.id, change.expect + 1);
    else this.#rows.forget(name, change.id);
  }

  stats(): WriteStats {
    return this.#queue.stats;
  }

  backup(dir: string): Promise<void> {
    return backupDatabase(this.#path, dir);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    // The writer closes last: it may write, so it brings the log into the file and removes it.
    this.#reader.close();
    await this.#queue.close();
    this.#unlock();
  }

  #number(name: string): number {
    const number = this.#numbers.get(name);
    if (number === undefined) throw new StoreError('STORE_DECLARATION', `${name} is not in the schema`);
    return number;
  }

  #open<T extends Row>(collection: Collection<T>): Collection {
    if (this.#closed) throw closedError();
    this.#number(collection.name);
    return collection as Collection;
  }

  #page<T extends Row>(collection: Collection, read: Read, plan: FindPlan): Page<T> {
    const cells = this.#reader.all(read);
    const more = cells.length > plan.limit;
    if (more) cells.pop();
    const rows = cells.map(([id, rev, body]) =>
      this.#rows.read<T>(collection.name, id as string, rev as number, body as string),
    );
    const last = rows.at(-1);
    if (!more || !last) return { rows };
    const value = plan.by === 'id' ? {} : { value: (last as Record<string, unknown>)[plan.by] as Scalar };
    return { rows, next: writeCursor(plan.by, plan.desc, { id: last.id, ...value }) };
  }
}

const closedError = () => new StoreError('STORE_CLOSED', 'The store is closed');

/** An empty `in` leaves no combination to read. */
const findsNothing = (plan: FindPlan) =>
  [...plan.equals, plan.each].some((condition) => condition?.values.length === 0);
