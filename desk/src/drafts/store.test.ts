import { expect, test } from 'vitest';
import { type Box, createDraftStore, draftKey, sweepDrafts } from './store.ts';

function memory(full = false): Box & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (key) => kept.get(key) ?? null,
    write(key, value) {
      if (full && value !== null) return false;
      if (value === null) kept.delete(key);
      else kept.set(key, value);
      return true;
    },
  };
}
const DAY = 86_400_000;

test('what was typed is there after a reload, with the moment it was kept', () => {
  const box = memory();
  createDraftStore(box, 'anna').put('task:1', { text: 'Причина' }, 1_000);
  expect(createDraftStore(box, 'anna').get('task:1')).toEqual({
    value: { text: 'Причина' },
    savedAtMs: 1_000,
  });
});

// Seen red with keys without the account: a colleague at the same computer read somebody's reason.
test('another account on the same computer does not see it', () => {
  const box = memory();
  createDraftStore(box, 'anna').put('task:1', 'тайна', 1);
  expect(createDraftStore(box, 'boris').get('task:1')).toBeNull();
});

test('what was sent is forgotten', () => {
  const store = createDraftStore(memory(), 'anna');
  store.put('task:1', 'x', 1);
  store.drop('task:1');
  expect(store.get('task:1')).toBeNull();
});

test('a full storage says that nothing is kept', () => {
  expect(createDraftStore(memory(true), 'anna').put('task:1', 'x', 1)).toBe(false);
});

test('a spoiled record reads as nothing typed', () => {
  const box = memory();
  box.kept.set(draftKey('anna', 'task:1'), '{half');
  expect(createDraftStore(box, 'anna').get('task:1')).toBeNull();
});

test('sweeping takes away what has lain for two months and nothing else', () => {
  const box = memory();
  const store = createDraftStore(box, 'anna');
  store.put('old', 'x', 0);
  store.put('new', 'x', 50 * DAY);
  box.kept.set('reglament.theme', 'dark');
  sweepDrafts([...box.kept.keys()], box, 61 * DAY);
  expect([...box.kept.keys()].sort()).toEqual([draftKey('anna', 'new'), 'reglament.theme'].sort());
});
