import { expect, test } from 'vitest';
import { RowCache } from './rowCache.ts';

test('the newest row of an id is kept, whatever comes late', () => {
  const cache = new RowCache();
  cache.wrote('tasks', 't', 3, '{"id":"t","state":"done"}');
  cache.wrote('tasks', 't', 2, '{"id":"t","state":"open"}');
  expect(cache.get('tasks', 't')).toEqual({ id: 't', rev: 3, state: 'done' });
  // A read that began before the last commit still gets what it read.
  expect(cache.read('tasks', 't', 2, '{"id":"t","state":"open"}')).toMatchObject({ rev: 2, state: 'open' });
  expect(cache.get('tasks', 't')).toMatchObject({ rev: 3 });
  cache.forget('tasks', 't');
  expect(cache.get('tasks', 't')).toBeUndefined();
});

test('a text is parsed once for all readers of a revision', () => {
  const cache = new RowCache();
  cache.wrote('tasks', 't', 1, '{"id":"t"}');
  const row = cache.get('tasks', 't');
  expect(cache.get('tasks', 't')).toBe(row);
  expect(cache.read('tasks', 't', 1, 'not even read')).toBe(row);
  expect(cache.read('tasks', 't', 2, '{"id":"t","late":true}')).toEqual({ id: 't', rev: 2, late: true });
});

test('a touched row is the same under its next revision; of a row that was missed nothing is kept', () => {
  const cache = new RowCache();
  cache.wrote('tasks', 'unread', 1, '{"id":"unread"}');
  cache.touched('tasks', 'unread', 2);
  expect(cache.get('tasks', 'unread')).toEqual({ id: 'unread', rev: 2 });
  cache.touched('tasks', 'unread', 3);
  expect(cache.get('tasks', 'unread')).toEqual({ id: 'unread', rev: 3 });
  cache.touched('tasks', 'unread', 7);
  expect(cache.get('tasks', 'unread')).toBeUndefined();
});

test('a row too long to keep also takes away the shorter one before it', () => {
  const cache = new RowCache();
  cache.wrote('drafts', 'd', 1, '{}');
  cache.wrote('drafts', 'd', 2, 'x'.repeat(70_000));
  expect(cache.get('drafts', 'd')).toBeUndefined();
});

test('of many rows those longest unread are forgotten', () => {
  const cache = new RowCache();
  cache.wrote('tasks', 'first', 1, '{}');
  cache.wrote('tasks', 'second', 1, '{}');
  for (let n = 0; n < 5_998; n += 1) cache.wrote('tasks', `t${n}`, 1, '{}');
  expect(cache.get('tasks', 'first')).toBeDefined();
  cache.wrote('tasks', 'one more', 1, '{}');
  expect(cache.get('tasks', 'first')).toBeDefined();
  expect(cache.get('tasks', 'second')).toBeUndefined();
});
