import { insert, openMemoryStore } from '@reglament/storage';
import { describe, expect, it } from 'vitest';
import { counters, meta, schema } from '../storage/collections.ts';
import { createNumberSeries } from './series.ts';

describe('a series of numbers', () => {
  it('gives numbers in order without waiting for the disk, and without gaps', async () => {
    const store = openMemoryStore(schema);
    const series = createNumberSeries(store);
    const given = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const taken = await series.take('acts/2026');
        const done = store.commit([taken.change]);
        taken.submitted(done);
        return (await done).ok ? taken.sequence : null;
      }),
    );
    expect(given).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect((await store.get(counters, 'acts/2026'))?.next).toBe(51);
  });

  it('gives again the number of somebody who gave up', async () => {
    const series = createNumberSeries(openMemoryStore(schema));
    const first = await series.take('acts/2026');
    first.release();
    expect((await series.take('acts/2026')).sequence).toBe(first.sequence);
  });

  it('gives again the number of a commit that lost a race', async () => {
    const store = openMemoryStore(schema);
    await store.commit([insert(meta, { id: 'there', value: {} })]);
    const series = createNumberSeries(store);
    const lost = await series.take('acts/2026');
    const done = store.commit([insert(meta, { id: 'there', value: {} }), lost.change]);
    lost.submitted(done);
    expect((await done).ok).toBe(false);
    expect((await series.take('acts/2026')).sequence).toBe(1);
  });
});
