import type { Feed, FeedCommit, FeedRow, FeedSince } from '@reglament/storage';
import { pageLimit, type Subscribers } from '@reglament/storage/adapter';
import type { Reader } from './reader.ts';
import type { WriteQueue } from './writeQueue.ts';

/** The change feed on SQLite. A position is the epoch of the data and the number of the last row seen. */
export class SqliteFeed implements Feed {
  readonly #reader: Reader;
  readonly #queue: WriteQueue;
  readonly #subscribers: Subscribers;
  readonly #epoch: string;
  #seq: number;
  #floor: number;

  constructor(
    reader: Reader,
    queue: WriteQueue,
    subscribers: Subscribers,
    opened: { readonly epoch: string; readonly seq: number; readonly floor: number },
  ) {
    this.#reader = reader;
    this.#queue = queue;
    this.#subscribers = subscribers;
    this.#epoch = opened.epoch;
    this.#seq = opened.seq;
    this.#floor = opened.floor;
  }

  /** Takes note of a durable commit and gives the position after it. */
  advance(seq: number): string {
    this.#seq = seq;
    return this.#at(seq);
  }

  async position(): Promise<string> {
    return this.#at(this.#seq);
  }

  async since(position: string, limit: number): Promise<FeedSince> {
    const most = pageLimit(limit);
    const from = this.#read(position);
    if (from === undefined) return { reset: true, position: this.#at(this.#seq) };
    const sql = 'SELECT seq, row FROM feed WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?';
    const cells = this.#reader.all({ sql, cells: [from, this.#seq, most] });
    const last = (cells.at(-1)?.[0] as number | undefined) ?? from;
    const rows = cells.map(([, row]) => JSON.parse(row as string) as FeedRow);
    return { reset: false, rows, position: this.#at(last), more: last < this.#seq };
  }

  subscribe(handler: (commit: FeedCommit) => void): () => void {
    return this.#subscribers.add(handler);
  }

  async trim(keep: number): Promise<void> {
    this.#floor = await this.#queue.trim(keep);
  }

  #at(seq: number): string {
    return `${this.#epoch}-${seq}`;
  }

  /** The number in a position; nothing when it is not one from which all rows are still there. */
  #read(position: string): number | undefined {
    const number = position.startsWith(`${this.#epoch}-`) ? position.slice(this.#epoch.length + 1) : '';
    if (!/^\d{1,15}$/.test(number)) return undefined;
    const seq = Number(number);
    return seq < this.#floor || seq > this.#seq ? undefined : seq;
  }
}
