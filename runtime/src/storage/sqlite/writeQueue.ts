import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ResultUnknown, StoreError } from '@reglament/storage';
import type { CommitCells, Failure, FromWriter, Outcome, ToWriter, WriterData } from './messages.ts';

/** A batch is being flushed while the next one is already on its way; more would only make a conflict older. */
const MAX_IN_FLIGHT = 2;

/** Fewer commits share one flush, which is then the dearest part of them. */
const MIN_TO_HALVE = 16;

/**
 * Told of each commit by its number, from 1: before it leaves for the writer, and after it is durable but before its
 * caller knows. A test that ends the process in one of them plays a crash at that point.
 */
export type FaultPoint = (when: 'before' | 'after', commit: number) => void;

export interface WriteStats {
  /** Commits answered, conflicts included. */
  readonly commits: number;
  /** Transactions, each flushed once. */
  readonly transactions: number;
}

interface Waiting {
  readonly cells: CommitCells;
  readonly settle: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Sent {
  readonly done: (message: FromWriter) => void;
  readonly reject: (error: unknown) => void;
}

export const errorOf = ({ code, message }: Failure) =>
  code === 'STORE_RESULT_UNKNOWN' ? new ResultUnknown(message) : new StoreError(code, message);

/**
 * The way of commits to the writer's thread. Everything queued at one turn of the event loop goes as one batch, at once;
 * while two batches are in flight the rest gather into the next. There is no timer: a lone commit waits for nobody.
 */
export class WriteQueue {
  readonly #worker: Worker;
  readonly #fault: FaultPoint | undefined;
  readonly #sent: Sent[] = [];
  #waiting: Waiting[] = [];
  #batches = 0;
  #scheduled = false;
  #dead: StoreError | undefined;
  #numbered = 0;
  #commits = 0;
  #transactions = 0;

  private constructor(worker: Worker, fault: FaultPoint | undefined) {
    this.#worker = worker;
    this.#fault = fault;
    worker.on('message', (message: FromWriter) => this.#sent.shift()?.done(message));
    worker.on('error', (error) => this.#die(`The writer failed: ${error.message}`));
    worker.on('exit', () => this.#die('The writer has ended'));
  }

  /** Starts the writer's thread, which opens the file. @throws what the file is refused for */
  static open(
    data: WriterData,
    fault?: FaultPoint,
  ): Promise<{ queue: WriteQueue; opened: FromWriter & { kind: 'opened' } }> {
    // The same extension as this file: .ts where sources run, and then the packages' sources too; .js where all was built.
    const extension = extname(import.meta.url);
    const worker = new Worker(new URL(`./writer${extension}`, import.meta.url), {
      workerData: data,
      execArgv: extension === '.ts' ? ['--conditions=source'] : [],
    });
    const queue = new WriteQueue(worker, fault);
    return new Promise((resolve, reject) => {
      queue.#sent.push({
        done: (message) => {
          if (message.kind === 'opened') resolve({ queue, opened: message });
          else if (message.kind === 'refused') reject(errorOf(message.failure));
        },
        reject,
      });
    });
  }

  get stats(): WriteStats {
    return { commits: this.#commits, transactions: this.#transactions };
  }

  /** Calls back in the order of commits, before any promise of the same batch goes on. */
  commit(cells: CommitCells, settle: (outcome: Outcome) => void, reject: (error: unknown) => void): void {
    if (this.#dead) {
      reject(this.#dead);
      return;
    }
    this.#waiting.push({ cells, settle, reject });
    this.#schedule();
  }

  async trim(keep: number): Promise<number> {
    const message = await this.#send({ kind: 'trim', keep });
    if (message.kind === 'failed') throw errorOf(message.failure);
    return message.kind === 'trimmed' ? message.floor : 0;
  }

  /** Waits for the commits under way, then ends the thread. */
  async close(): Promise<void> {
    while (!this.#dead && (this.#waiting.length > 0 || this.#batches > 0)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (this.#dead) return;
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    const closed = this.#send({ kind: 'close' });
    this.#dead = new StoreError('STORE_CLOSED', 'The store is closed');
    await closed;
    await ended;
  }

  #send(message: ToWriter): Promise<FromWriter> {
    if (this.#dead) return Promise.reject(this.#dead);
    return new Promise((done, reject) => {
      this.#sent.push({ done, reject });
      this.#worker.postMessage(message);
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#batches >= MAX_IN_FLIGHT || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#dead || this.#waiting.length === 0) return;
    // A crowd goes in two halves: while one is written here the other is read, answered and asked anew.
    const half = this.#batches === 0 && this.#waiting.length >= MIN_TO_HALVE;
    const batch = this.#waiting.splice(0, half ? this.#waiting.length / 2 : this.#waiting.length);
    const first = this.#numbered + 1;
    this.#numbered += batch.length;
    this.#batches++;
    this.#tellFault('before', first, batch.length);
    this.#sent.push({
      done: (message) => {
        this.#batches--;
        this.#transactions++;
        this.#commits += batch.length;
        if (message.kind === 'done') {
          this.#tellFault('after', first, batch.length);
          for (const [n, { settle }] of batch.entries()) settle(message.outcomes[n] as Outcome);
        } else if (message.kind === 'failed') {
          for (const { reject } of batch) reject(errorOf(message.failure));
        }
        this.#schedule();
      },
      reject: (error) => {
        for (const { reject } of batch) reject(error);
      },
    });
    this.#worker.postMessage({ kind: 'batch', commits: batch.map(({ cells }) => cells) } satisfies ToWriter);
    if (half) this.#flush();
  }

  #tellFault(when: 'before' | 'after', first: number, count: number): void {
    if (this.#fault) for (let n = 0; n < count; n++) this.#fault(when, first + n);
  }

  /** What was sent may have been done; what was not sent was not. */
  #die(message: string): void {
    if (this.#dead) return;
    this.#dead = new StoreError('STORE_CLOSED', message);
    for (const { reject } of this.#sent.splice(0)) reject(new ResultUnknown(message));
    for (const { reject } of this.#waiting.splice(0)) reject(this.#dead);
  }
}
