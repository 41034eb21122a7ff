import { afterEach, expect, test, vi } from 'vitest';
import { randomId } from './ids.ts';

afterEach(() => void vi.useRealTimers());

test('ids of a later time sort after earlier ones, year after year', () => {
  vi.useFakeTimers();
  const moments = ['2024-01-01', '2026-11-25', '2026-11-26', '2031-05-01', '2057-12-31'];
  const ids = moments.map((moment) => {
    vi.setSystemTime(new Date(moment));
    return randomId();
  });
  expect(ids.toSorted()).toEqual(ids);
});

test('ids of one moment differ by chance', () => {
  const ids = Array.from({ length: 2_000 }, () => randomId());
  expect(new Set(ids).size).toBe(2_000);
  for (const id of ids) expect(id).toMatch(/^[a-z2-9]{18}$/);
});
