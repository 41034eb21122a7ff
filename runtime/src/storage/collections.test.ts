import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineCollection, insert } from '@reglament/storage';
import { expect, test } from 'vitest';
import { type DraftRow, drafts, ownedRegulations, schema } from './collections.ts';
import { openSqliteStore } from './sqlite/index.ts';

/** Drafts as schema 1 declared them. */
const draftsBefore = defineCollection<DraftRow>({
  name: 'drafts',
  fields: { author: 'text', savedAtMs: 'number' },
  indexes: [{ fields: ['author', 'savedAtMs'] }],
});

const before = {
  version: 1,
  collections: schema.collections
    .filter(({ name }) => name !== ownedRegulations.name)
    .map((one) => (one.name === drafts.name ? draftsBefore : one)),
};

// Seen failing when the declarations were changed and the version was not raised.
test('a data folder of schema 1 opens: its drafts are counted by regulation, its regulations have no owner yet', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'reglament-schema-'));
  const draft = {
    id: 'd',
    organisation: 'administration',
    author: 'lebedev',
    position: 'works-specialist-1',
    regulation: 'municipal-contract',
    card: {},
    files: [],
    chosen: {},
    title: 'Поставка ламп',
    savedAtMs: 1,
  };
  const old = await openSqliteStore(dir, before);
  await old.commit([insert(draftsBefore, draft)]);
  await old.close();

  const store = await openSqliteStore(dir, schema);
  const where = { organisation: 'administration', regulation: 'municipal-contract' };
  expect(await store.countBy(drafts, { where, by: 'position' })).toEqual([
    { value: 'works-specialist-1', count: 1 },
  ]);
  expect(await store.get(drafts, 'd')).toMatchObject(draft);
  expect(await store.count(ownedRegulations, {})).toBe(0);
  await store.close();
  rmSync(dir, { recursive: true });
});
