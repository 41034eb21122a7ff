import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractSchema, tasks } from '@reglament/storage/contract/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from './sqliteStore.ts';

const WRITER = fileURLToPath(new URL('./testing/commitUntilKilled.ts', import.meta.url));

let dir = '';
let child: ChildProcess | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reglament-crash-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

/** Starts the writing process; its lines gather in the list. */
function start(...args: string[]) {
  const started = spawn(process.execPath, ['--conditions=source', WRITER, dir, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  let text = '';
  started.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const acknowledged = () => text.split('\n').slice(1, -1);
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    ended: once(started, 'exit'),
    acknowledged,
    opened: () => until(() => text !== ''),
    wrote: (n: number) => until(() => acknowledged().length >= n),
  };
}

/** Every acknowledged task is there with its twin, and no task is there without one. */
async function expectWhole(acknowledged: readonly string[]) {
  const store = await openSqliteStore(dir, contractSchema);
  try {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.find(tasks, { limit: 1000, ...(after === undefined ? {} : { after }) });
      found.push(...page.rows.map((row) => row.id));
      after = page.next;
    } while (after !== undefined);
    const ids = new Set(found);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(found.filter((id) => !ids.has(id.endsWith('-twin') ? id.slice(0, -5) : `${id}-twin`))).toEqual([]);
    return ids.size / 2;
  } finally {
    await store.close();
  }
}

test('a second program on the folder is refused, and a killed one leaves no lock behind', async () => {
  const writer = start();
  await writer.opened();
  await expect(openSqliteStore(dir, contractSchema)).rejects.toMatchObject({ code: 'STORE_IN_USE' });
  child?.kill('SIGKILL');
  await writer.ended;
  const store = await openSqliteStore(dir, contractSchema);
  await expect(openSqliteStore(dir, contractSchema)).rejects.toMatchObject({ code: 'STORE_IN_USE' });
  await store.close();
});

test('after kill -9 every acknowledged commit is there, whole, and no half of another', async () => {
  for (const wait of [1, 40, 200]) {
    const writer = start();
    await writer.wrote(wait);
    child?.kill('SIGKILL');
    await writer.ended;
    await expectWhole(writer.acknowledged());
    rmSync(dir, { recursive: true });
  }
});

test('a crash before a write leaves it undone; one after it, before the answer, leaves it done', async () => {
  const before = start('17', 'before');
  await before.ended;
  expect(await expectWhole(before.acknowledged())).toBe(16);
  rmSync(dir, { recursive: true });
  const after = start('17', 'after');
  await after.ended;
  expect(await expectWhole(after.acknowledged())).toBeGreaterThanOrEqual(17);
});
