import { expect, test } from 'vitest';
import { RowCache } from './rowCache.ts';

test('the newest row of an id is kept, whatever comes late', () => {
  const cache = new RowCache();
  cache.keep('tasks', 't', 3, '{"state":"done"}');
  cache.keep('tasks', 't', 2, '{"state":"open"}');
  expect(cache.get('tasks', 't')).toEqual({ rev: 3, body: '{"state":"done"}' });
  cache.forget('tasks', 't');
  expect(cache.get('tasks', 't')).toBeUndefined();
});

test('a row too long to keep also takes away the shorter one before it', () => {
  const cache = new RowCache();
  cache.keep('drafts', 'd', 1, '{}');
  cache.keep('drafts', 'd', 2, 'x'.repeat(70_000));
  expect(cache.get('drafts', 'd')).toBeUndefined();
});

test('of many rows those longest unread are forgotten', () => {
  const cache = new RowCache();
  cache.keep('tasks', 'first', 1, '{}');
  cache.keep('tasks', 'second', 1, '{}');
  for (let n = 0; n < 7_998; n += 1) cache.keep('tasks', `t${n}`, 1, '{}');
  cache.get('tasks', 'first');
  cache.keep('tasks', 'one more', 1, '{}');
  expect(cache.get('tasks', 'first')).toBeDefined();
  expect(cache.get('tasks', 'second')).toBeUndefined();
});
