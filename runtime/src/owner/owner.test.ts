import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all } from '../directory/directoryService.ts';
import { documents, regulationVersions, schema } from '../storage/collections.ts';
import { openFileStore } from '../storage/files/fileStore.ts';
import { openSqliteStore } from '../storage/sqlite/index.ts';

const source = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const templates = fileURLToPath(new URL('../../../regulations/', import.meta.url));

let folder: string;
let dataDir: string;
let server: ChildProcess;

const environment = (dir: string) => ({
  ...process.env,
  DATA_DIR: dir,
  PORT: '0',
  LOG_LEVEL: 'error',
  LANG: 'ru_RU.UTF-8',
  LC_ALL: 'ru_RU.UTF-8',
});

function run(file: string, args: readonly string[], dir = dataDir) {
  const done = spawnSync(process.execPath, ['--conditions=source', source(file), ...args], {
    env: environment(dir),
    encoding: 'utf8',
    timeout: 15_000,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

async function startServer(): Promise<void> {
  server = spawn(process.execPath, ['--conditions=source', source('main.ts')], {
    env: environment(dataDir),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, failed) => {
    createInterface({ input: server.stdout! }).on('line', (line) => {
      if (line.includes('/docs')) ready();
    });
    server.once('exit', () => failed(new Error('The server did not start')));
  });
}

async function killServer(): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

interface TemplateText {
  title: { ru: string };
  readonly stages: Readonly<Record<string, { readonly settings: Record<string, unknown> }>>;
}

/** A copy of a template with its scenarios, changed. */
function changed(change: (regulation: TemplateText) => void): string {
  const copy = mkdtempSync(join(folder, 'regulation-'));
  cpSync(join(templates, 'municipal-contract'), copy, { recursive: true });
  const file = join(copy, 'regulation.json');
  const regulation = JSON.parse(readFileSync(file, 'utf8'));
  change(regulation);
  writeFileSync(file, JSON.stringify(regulation));
  return file;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reglament-owner-'));
  dataDir = join(folder, 'data');
  await startServer();
});
afterAll(async () => {
  if (server.exitCode === null && server.signalCode === null) await killServer();
  rmSync(folder, { recursive: true });
});

describe('the owner of a running server', () => {
  it('is told in one line that a second one cannot run on its folder', () => {
    const second = run('main.ts', []);
    expect(second.code).toBe(1);
    expect(second.err.trim().split('\n')).toHaveLength(1);
    expect(second.err).toMatch(/^STORE_IN_USE: /);
  });

  it('is told what is wrong with a broken regulation, and it is not published', () => {
    const file = changed((regulation) => {
      regulation.stages['procurement']!.settings['performer'] = 'nobody-known';
    });
    const checked = run('cli.ts', ['regulation', 'check', file]);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('stages.procurement');
    expect(checked.out).toContain('nobody-known');
    const published = run('cli.ts', ['regulation', 'publish', file]);
    expect(published.code).toBe(1);
    expect(published.err).toContain('опубликовать его нельзя');

    const garbage = join(folder, 'garbage.json');
    writeFileSync(garbage, '{"format": "reglament/1",');
    expect(run('cli.ts', ['regulation', 'check', garbage]).code).toBe(1);
    expect(run('cli.ts', ['regulation', 'check', join(folder, 'nothing.json')]).code).toBe(1);
  });

  it('publishes a changed regulation through the socket, once', () => {
    const file = changed((regulation) => {
      regulation.title.ru = 'Муниципальный контракт, новая редакция';
    });
    const published = run('cli.ts', ['regulation', 'publish', file, '--comment', 'Новая редакция']);
    expect([published.code, published.err]).toEqual([0, '']);
    expect(published.out).toContain('Опубликована версия 2');
    const again = run('cli.ts', ['regulation', 'publish', file]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('не изменился');
  });

  it('backs up while it works; what is restored has the same rows and files', async () => {
    const backup = join(folder, 'backup');
    expect(run('cli.ts', ['backup', backup]).code).toBe(0);
    expect(run('cli.ts', ['backup', backup]).err).toContain('уже занята');
    // Over a running server nothing is restored.
    expect(run('cli.ts', ['restore', backup]).code).toBe(1);

    const restored = join(folder, 'restored');
    expect(run('cli.ts', ['restore', backup], restored).code).toBe(0);
    await killServer();
    const one = await openSqliteStore(dataDir, schema);
    const two = await openSqliteStore(restored, schema);
    for (const collection of schema.collections) {
      expect(await all(two, collection), collection.name).toEqual(await all(one, collection));
    }
    expect((await all(two, regulationVersions)).length).toBe(3);
    const files = await openFileStore(join(restored, 'files'));
    for (const document of await all(two, documents)) {
      for (const file of document.files) expect(await files.has(file.digest)).toBe(true);
    }
    await one.close();
    await two.close();
  });

  it('starts again after a kill, and resets the sample only with the server stopped', async () => {
    await startServer();
    expect(run('cli.ts', ['reset-sample']).code).toBe(1);
    await killServer();
    expect(run('cli.ts', ['reset-sample']).code).toBe(0);
    expect(existsSync(join(dataDir, 'store.db'))).toBe(false);
  });
});
