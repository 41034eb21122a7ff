import { tmpdir } from 'node:os';
import type { Instance } from '@reglament/engine';
import type { Store } from '@reglament/storage';
import { type App, buildApp } from '../../../runtime/src/app.ts';
import type { ManualClock } from '../../../runtime/src/clock.ts';
import { readConfig } from '../../../runtime/src/config.ts';
import { all } from '../../../runtime/src/directory/directoryService.ts';
import { instances } from '../../../runtime/src/storage/collections.ts';
import type { FileStore } from '../../../runtime/src/storage/files/fileStore.ts';
import type { Request } from './acts.ts';
import { tokenOf } from './prepare.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What a client can look at before it asks. */
export interface View {
  readonly store: Store;
  /** The one document's instance. */
  instance(): Promise<Instance>;
  read(who: string, url: string): Promise<Json>;
  /** What an earlier act was answered. */
  answer(act: number): Json;
}

/**
 * Ids by place in the story: so many commits are durable, so many ids were drawn since. A command that is repeated after
 * a crash draws the ids it drew before, and the stores of two runs can be compared byte by byte.
 */
export class PlacedIds {
  #drawn = 0;
  readonly #durable: () => number;

  constructor(durable: () => number) {
    this.#durable = durable;
  }

  /** From here the ids of this place are drawn anew. */
  rewind(): void {
    this.#drawn = 0;
  }

  readonly next = (): string => {
    this.#drawn += 1;
    return `c${String(this.#durable()).padStart(5, '0')}n${String(this.#drawn).padStart(4, '0')}`;
  };
}

/** A server's process in this one: the whole application over a store, asked through its routes. */
export interface Process {
  readonly app: App;
  send(request: Request): Promise<{ status: number; body: Json }>;
  read(who: string, url: string): Promise<Json>;
  /** Fires every timer due until the moment, each at its own. */
  fireTo(ms: number): Promise<void>;
}

export async function startProcess(given: {
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: ManualClock;
  readonly ids: PlacedIds;
}): Promise<Process> {
  const { store, files, clock, ids } = given;
  const config = readConfig({ LOG_LEVEL: 'silent', REGLAMENT_CLOCK: 'test' }, tmpdir());
  const app = await buildApp({ config, store, files, clock, newId: ids.next });
  const headersOf = (who: string) => ({ cookie: `reglament=${tokenOf(who)}` });
  return {
    app,
    async send({ who, method, url, payload, file, key }) {
      ids.rewind();
      const answer = await app.server.inject({
        method,
        url,
        headers: {
          ...headersOf(who),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(file === undefined ? {} : { 'content-type': `multipart/form-data; boundary=${boundary}` }),
        },
        ...(file !== undefined ? { payload: partOf(file) } : payload !== undefined ? { payload } : {}),
      });
      return { status: answer.statusCode, body: answer.json() };
    },
    async read(who, url) {
      const answer = await app.server.inject({ method: 'GET', url, headers: headersOf(who) });
      if (answer.statusCode !== 200) throw new Error(`${who} cannot read ${url}: ${answer.body}`);
      return answer.json();
    },
    async fireTo(ms) {
      for (;;) {
        const next = await app.scheduler.next();
        if (!next || next.dueAtMs > ms) return;
        clock.moveTo(next.dueAtMs);
        ids.rewind();
        if ((await app.scheduler.fireDue()) === 0) throw new Error(`The timer ${next.id} cannot be fired`);
      }
    },
  };
}

/** What the client of an act sees through this process. */
export function viewOf(process: Process, store: Store, answer: (act: number) => Json | null): View {
  return {
    store,
    async instance() {
      const [row, ...more] = await all(store, instances);
      if (!row || more.length > 0)
        throw new Error(`There are ${row ? more.length + 1 : 0} instances, not one`);
      return row.state;
    },
    read: process.read,
    answer(act) {
      const found = answer(act);
      if (!found) throw new Error(`Act ${act} has no answer`);
      return found;
    },
  };
}

/** The answer; null where a repetition without a key was only told that the thing is done. @throws Error for any other refusal */
export function accepted(request: Request, { status, body }: { status: number; body: Json }): Json | null {
  if (status === 200) return body;
  if (request.key === undefined && body['code'] === 'REVISION_STALE') return null;
  throw new Error(`${request.who} is refused ${request.method} ${request.url}: ${JSON.stringify(body)}`);
}

const boundary = 'boundary-of-the-story';

function partOf({ name, content }: { readonly name: string; readonly content: string }): string {
  return [
    `--${boundary}`,
    `content-disposition: form-data; name="file"; filename="${name}"`,
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
