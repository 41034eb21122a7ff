import type { Changed } from '@reglament/api';
import { expect, test } from 'vitest';
import { isStale } from './stale.ts';

const change = (type: Changed['type'], id: string): Changed => ({ type, id, rev: 2, position: 'p' });
const query = (name: string, options: unknown, data?: unknown) =>
  ({ queryKey: [name, options], state: { data } }) as unknown as Parameters<typeof isStale>[0];

test('a changed task makes the lists, the counts and its own page stale', () => {
  const changes = [change('task', 't1')];
  expect(isStale(query('tasks.list', 'todo'), changes)).toBe(true);
  expect(isStale(query('tasks.counts', {}), changes)).toBe(true);
  expect(isStale(query('tasks.show', { params: { id: 't1' } }), changes)).toBe(true);
});

test('the page of another task stays', () => {
  expect(isStale(query('tasks.show', { params: { id: 't2' } }), [change('task', 't1')])).toBe(false);
});

// Seen red without the look into the answer: a visa of a colleague did not appear on an open task page.
test('a changed document makes the page of its task stale', () => {
  const changes = [change('document', 'd1')];
  const show = (document: string) => query('tasks.show', { params: { id: 't1' } }, { row: { document } });
  expect(isStale(show('d1'), changes)).toBe(true);
  expect(isStale(show('d2'), changes)).toBe(false);
});

test('a change of the staff makes the lists of tasks stale: an absence moves them to a substitute', () => {
  const changes = [change('directory', 'directory')];
  for (const name of ['tasks.list', 'tasks.counts', 'people.list', 'session.show'])
    expect(isStale(query(name, {}), changes), name).toBe(true);
  expect(isStale(query('documents.show', { params: { id: 'd1' } }), changes)).toBe(false);
});

test('a working copy that another tab saved makes the library and its own page stale, and no other copy', () => {
  const changes = [change('regulation', 'municipal-act')];
  expect(isStale(query('library.list', {}), changes)).toBe(true);
  const show = (id: string) => query('workingCopies.show', { params: { id } });
  expect(isStale(show('municipal-act'), changes)).toBe(true);
  expect(isStale(show('municipal-contract'), changes)).toBe(false);
});
