import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insert, openMemoryStore, type Store } from '@reglament/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, directoryRow } from '../directory/directoryService.ts';
import {
  documents,
  drafts,
  incidents,
  instances,
  meta,
  registerEntries,
  schema,
  tasks,
  timers,
} from '../storage/collections.ts';
import { type FileStore, openFileStore } from '../storage/files/fileStore.ts';
import { loadSample } from './loadSample.ts';

let folder: string;
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reglament-sample-'));
  files = await openFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function loadedAt(nowMs: number): Promise<Store> {
  const store = openMemoryStore(schema);
  await store.commit([insert(meta, { id: directoryRow, value: {} })]);
  await loadSample({ store, files, nowMs, progress: () => undefined });
  return store;
}

/** When it is loaded, and the number that the contract got then: its series is of the year of registration. */
const moments: Record<string, readonly [moment: string, number: string]> = {
  'an ordinary day at half past ten': ['2026-11-25T10:30:00+03:00', 'Д-1/26'],
  'a Saturday': ['2026-11-28T12:00:00+03:00', 'Д-1/26'],
  'the first of January': ['2027-01-01T00:00:00+03:00', 'Д-1/26'],
  'a Friday evening': ['2026-06-26T19:00:00+03:00', 'Д-1/26'],
  'a year without a decree': ['2031-05-20T15:59:00+03:00', 'Д-1/31'],
};

describe('the sample municipality', () => {
  for (const [when, [moment, number]] of Object.entries(moments)) {
    it(`loaded on ${when} has documents at every point`, async () => {
      const store = await loadedAt(Date.parse(moment));
      const open = (await all(store, tasks)).filter((task) => task.state === 'open');
      const at = (stage: string) => open.filter((task) => task.stage === stage);

      expect(at('sign-head')).toHaveLength(3);
      expect(at('signing')).toHaveLength(1);
      expect(at('registration').map((task) => task.desk)).toEqual([['registrar-1', 'registrar-2']]);
      expect(at('legal').length).toBeGreaterThanOrEqual(1);
      expect(at('rework')).toHaveLength(1);
      expect(at('counterparty')).toHaveLength(1);
      expect(at('procurement')).toHaveLength(1);
      expect(at('unit-head').some((task) => task.overdue)).toBe(true);

      const states = (await all(store, documents)).map((document) => document.state);
      const count = (state: string) => states.filter((one) => one === state).length;
      expect(count('completed')).toBe(2);
      expect(count('annulled')).toBe(1);
      expect(count('withdrawn')).toBe(1);
      expect(count('running')).toBe(13);

      // The two drafts, and the withdrawn document that is a draft again.
      expect(await all(store, drafts)).toHaveLength(3);
      expect((await all(store, registerEntries)).map((entry) => entry.number).sort()).toEqual([
        '1-п',
        number,
      ]);
      expect((await all(store, incidents)).filter((one) => one.state === 'open')).toHaveLength(1);

      const due = (await all(store, timers)).filter(
        (timer) => timer.state === 'open' && timer.dueAtMs <= Date.parse(moment),
      );
      expect(due).toEqual([]);
    });
  }

  it('has an act in its block with an auto-visa beside people who have decided', async () => {
    const store = await loadedAt(Date.parse('2026-11-25T10:30:00+03:00'));
    const block = (await all(store, instances)).find((one) =>
      Object.values(one.state.visits).some((visit) => visit.stage === 'block' && visit.status === 'open'),
    );
    const visas = block?.state.decisions.filter((decision) => decision.stage === 'units') ?? [];
    expect(visas.filter((visa) => visa.automatic !== undefined).map((visa) => visa.position)).toEqual([
      'property-head',
    ]);
    expect(visas.filter((visa) => visa.automatic === undefined)).toHaveLength(2);
  });

  it('is the same at each loading', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => loadedAt(Date.parse('2026-11-25T10:30:00+03:00'))));
    const heads = async (store: Store) =>
      (await all(store, instances)).map((row) => [row.id, row.state.history.head]);
    expect(await heads(one!)).toEqual(await heads(two!));
  });
});
