import { createHash } from 'node:crypto';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { StoreError } from '@reglament/storage';
import type { Deps } from '../deps.ts';
import type { SqliteStore } from '../storage/sqlite/index.ts';
import { backupTo } from './backup.ts';
import { type Published, type PublishRequest, publishRegulation } from './publishAction.ts';

/** What the command line asks of a running server. */
export interface OwnerCalls {
  readonly publish: { readonly ask: PublishRequest; readonly answer: Published };
  readonly backup: { readonly ask: { readonly dir: string }; readonly answer: { readonly ok: boolean } };
}

const mostBytes = 16 * 1024 * 1024;

/** The owner's door of a data folder: a socket that only he may open, a pipe of that name on Windows. */
export function socketPath(dataDir: string): string {
  if (process.platform !== 'win32') return join(dataDir, 'owner.sock');
  return `\\\\.\\pipe\\reglament-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
}

export async function openCommandSocket(deps: Deps, store: SqliteStore): Promise<{ close(): void }> {
  const path = socketPath(deps.config.dataDir);
  // The folder's lock is ours, so that a socket left there is a dead one.
  if (process.platform !== 'win32' && existsSync(path)) rmSync(path);
  const server = createServer((incoming, reply) => {
    answer(incoming, deps, store).then(
      (body) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
      (error: unknown) => {
        deps.log.error({ err: error }, 'a command of the owner failed');
        reply.statusCode = 500;
        reply.end(JSON.stringify({ ok: false }));
      },
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return { close: () => server.close() };
}

async function answer(
  incoming: IncomingMessage,
  deps: Deps,
  store: SqliteStore,
): Promise<OwnerCalls[keyof OwnerCalls]['answer']> {
  const body = JSON.parse(await bodyOf(incoming));
  switch (incoming.url) {
    case '/publish':
      return publishRegulation(body as PublishRequest, deps);
    case '/backup':
      try {
        await backupTo(String(body.dir), store, deps.files);
        return { ok: true };
      } catch (error) {
        if (error instanceof StoreError && error.code === 'STORE_EXISTS') return { ok: false };
        throw error;
      }
    default:
      throw new Error(`Unknown command ${incoming.url}`);
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new Error('The command is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Asks the running server; `null` when none listens on the data folder. */
export function askServer<C extends keyof OwnerCalls>(
  dataDir: string,
  call: C,
  ask: OwnerCalls[C]['ask'],
): Promise<OwnerCalls[C]['answer'] | null> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { socketPath: socketPath(dataDir), path: `/${call}`, method: 'POST' },
      (incoming) => {
        bodyOf(incoming).then(
          (text) => (incoming.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(text))),
          reject,
        );
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    outgoing.end(JSON.stringify(ask));
  });
}
