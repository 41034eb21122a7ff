import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dropLocalCopy, keepLocalCopy, localCopies } from './localCopies.ts';

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

const names = () => localCopies('act').map(({ atMs, text }) => `${atMs} ${text}`);

// Seen failing with the second copy in the place of the first.
it('edits set aside twice are two copies, each by its own moment', () => {
  keepLocalCopy('act', { atMs: 1_000, text: 'first' });
  keepLocalCopy('act', { atMs: 1_000, text: 'second' });
  keepLocalCopy('other', { atMs: 1_000, text: 'elsewhere' });
  expect(names()).toEqual(['1000 first', '1001 second']);
  dropLocalCopy('act', { atMs: 1_000 });
  expect(names()).toEqual(['1001 second']);
});

// Seen failing without the look at the texts.
it('the same edits set aside again stay one copy, and go when they are in the document after all', () => {
  keepLocalCopy('act', { atMs: 1_000, text: 'mine' });
  keepLocalCopy('act', { atMs: 2_000, text: 'mine' });
  expect(names()).toEqual(['1000 mine']);
  dropLocalCopy('act', { text: 'another' });
  expect(names()).toEqual(['1000 mine']);
  dropLocalCopy('act', { text: 'mine' });
  expect(names()).toEqual([]);
});

// Seen failing without the check of what was read.
it('what somebody else left under the name is no copy', () => {
  for (const text of ['{', 'null', '{"atMs":1}', '[null,{"atMs":"1","text":"x"},7]']) {
    store.set('reglament.designer.act.local', text);
    expect(names()).toEqual([]);
  }
});
