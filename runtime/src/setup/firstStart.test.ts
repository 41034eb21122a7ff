import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insert, openMemoryStore, type Store } from '@reglament/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { accounts, deploymentRow, documents, employees, meta, schema } from '../storage/collections.ts';
import { openFileStore } from '../storage/files/fileStore.ts';
import { officeMorning } from '../testing/sampleOffice.ts';
import { firstStart } from './firstStart.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reglament-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function start(store: Store, env: Record<string, string> = {}): Promise<string> {
  const welcome = await firstStart({
    config: readConfig(env, folder),
    store,
    files: await openFileStore(folder),
    clock: new ManualClock(officeMorning),
    empty: false,
    say: () => undefined,
  });
  return welcome('http://127.0.0.1:8080');
}

describe('the first start', () => {
  it('loads the sample, names its people and their password; the second changes nothing', async () => {
    const store = openMemoryStore(schema);
    const said = await start(store);
    expect(said).toContain('http://127.0.0.1:8080/docs');
    // Everybody who takes part in a contract, and where the rest are: 35 people in all.
    for (const login of ['lebedev', 'belova', 'kotova', 'yudina']) expect(said).toContain(`  ${login}: `);
    expect(said.match(/^ {2}[a-z]+: /gm)).toHaveLength(13);
    expect(said).toContain('и ещё 22 человека: все есть на странице входа');
    expect((await store.get(meta, deploymentRow))?.value['sample']).toBe(true);
    const position = await store.feed.position();
    expect(await start(store)).toBe(said);
    expect(await store.feed.position()).toBe(position);
    expect(await store.count(accounts, {})).toBe(35);
  });

  it('begins again after a loading that was interrupted', async () => {
    const store = openMemoryStore(schema);
    await store.commit([
      insert(meta, { id: deploymentRow, value: { loading: true } }),
      insert(employees, { id: 'lebedev', name: 'Недогруженный', dismissed: false }),
    ]);
    await start(store);
    expect((await store.get(meta, deploymentRow))?.value['loading']).toBeUndefined();
    expect((await store.get(employees, 'lebedev'))?.name).toBe('Лебедев Кирилл Андреевич');
    expect(await store.count(documents, {})).toBe(17);
  });

  it('of a server that others can reach loads nobody with a known password', async () => {
    const store = openMemoryStore(schema);
    expect(await start(store, { HOST: '0.0.0.0' })).toContain('/setup#');
    expect(await store.count(accounts, {})).toBe(0);
  });

  it('names no sample people where their accounts do not work', async () => {
    const store = openMemoryStore(schema);
    await start(store);
    expect(await start(store, { TRUST_PROXY: 'on' })).not.toContain('vlasova');
  });
});
