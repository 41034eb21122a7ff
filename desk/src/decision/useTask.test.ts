import { expect, test } from 'vitest';
import { buildDetail, buildRow } from './testing.ts';
import { isSameDocument } from './useTask.ts';

const version = (digest: string, over = {}) =>
  buildDetail({ row: buildRow({ digest: digest.repeat(64), ...over }) });

test('a colleague’s visa on the same version comes in by itself', () => {
  expect(isSameDocument(version('a'), version('a', { revision: 2 }))).toBe(true);
});

// Seen red with the digests not compared: the buttons decided on a version nobody had read.
test('a newer version does not take the place of the one that is read', () => {
  expect(isSameDocument(version('a'), version('b'))).toBe(false);
});

test('a task that is closed by now is shown as closed', () => {
  expect(isSameDocument(version('a'), version('b', { state: 'closed' }))).toBe(true);
});
