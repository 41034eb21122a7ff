import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AnswerOf,
  type BodyOf,
  type ParamsOf,
  paths,
  type QueryOf,
  type RouteName,
} from '@reglament/api';
import { type Change, insert, openMemoryStore, type Store } from '@reglament/storage';
import type { InjectOptions } from 'fastify';
import { type App, buildApp } from '../app.ts';
import { ManualClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { all, directoryRow } from '../directory/directoryService.ts';
import { openSession } from '../http/session.ts';
import { loadSample, samplePassword } from '../sample/loadSample.ts';
import { accounts, deploymentRow, meta, schema } from '../storage/collections.ts';
import { type FileStore, openFileStore } from '../storage/files/fileStore.ts';

/** A working morning: Wednesday, half past ten in Moscow. */
export const officeMorning = Date.parse('2026-11-25T10:30:00+03:00');

/** The body as the route gives it; a refusal has its `code` instead. */
export interface Answer<N extends RouteName> {
  readonly status: number;
  readonly body: AnswerOf<N> & { readonly code?: string };
}

export interface Client {
  call<N extends RouteName>(
    name: N,
    input?: { params?: ParamsOf<N>; query?: QueryOf<N>; body?: BodyOf<N>; key?: string },
  ): Promise<Answer<N>>;
}

/** The sample municipality behind a server that does not listen: sign in as anybody, move the clock, look into the store. */
export interface SampleOffice {
  readonly app: App;
  readonly store: Store;
  readonly clock: ManualClock;
  as(login: string): Promise<Client>;
  close(): Promise<void>;
}

let loaded: Promise<{ store: Store; files: FileStore }> | undefined;

/** Each office is a copy of one loading, so that a test may spoil it. Search stems are not copied. */
export async function openSampleOffice(config: Partial<Config> = {}): Promise<SampleOffice> {
  loaded ??= loadOnce();
  const { store: original, files } = await loaded;
  const store = openMemoryStore(schema);
  for (const collection of schema.collections) {
    const rows = await all(original, collection);
    for (let from = 0; from < rows.length; from += 1000) {
      const changes: Change[] = rows
        .slice(from, from + 1000)
        .map(({ rev, ...row }) => insert(collection, row, collection.search ? { stems: [] } : {}));
      await store.commit(changes);
    }
  }
  return openOffice(store, files, config);
}

/** A server on a store that a test has prepared. */
export async function openOffice(
  store: Store,
  files: FileStore,
  config: Partial<Config> = {},
): Promise<SampleOffice> {
  const clock = new ManualClock(officeMorning);
  const settings = { ...readConfig({ LOG_LEVEL: 'silent', REGLAMENT_CLOCK: 'test' }, tmpdir()), ...config };
  const app = await buildApp({ config: settings, store, files, clock });
  let keys = 0;
  return {
    app,
    store,
    clock,
    async as(login) {
      const account = (await store.find(accounts, { where: { login }, limit: 1 })).rows[0];
      if (!account) throw new Error(`Nobody signs in as ${login}`);
      const session = openSession(account.id, app.deps);
      await store.commit([session.change]);
      return {
        async call(name, { params = {}, query = {}, body, key } = {}) {
          const [method, path] = paths[name];
          const filled = Object.entries(params as Record<string, string>).reduce(
            (url, [part, value]) => url.replace(`:${part}`, encodeURIComponent(value)),
            path as string,
          );
          const request: InjectOptions = {
            method,
            url: `/api/v1${filled}`,
            query: query as Record<string, string>,
            headers: {
              cookie: `reglament=${session.token}`,
              'idempotency-key': key ?? `key-of-test-${++keys}`,
            },
          };
          const answer = await app.server.inject(
            body === undefined ? request : { ...request, payload: body as object },
          );
          return { status: answer.statusCode, body: answer.json() };
        },
      };
    },
    close: () => app.server.close(),
  };
}

async function loadOnce() {
  const store = openMemoryStore(schema);
  const files = await openFileStore(await mkdtemp(join(tmpdir(), 'reglament-office-')));
  await store.commit([
    insert(meta, { id: directoryRow, value: {} }),
    insert(meta, { id: deploymentRow, value: { sample: true, samplePassword } }),
  ]);
  await loadSample({ store, files, nowMs: officeMorning, progress: () => undefined });
  return { store, files };
}
