import { expect, test } from 'vitest';
import { buildRow } from '../../decision/testing.ts';
import { grouped, groupOf } from './groups.ts';

/** Wednesday 25 November 2026, 14:20 in Moscow. */
const when = { nowMs: Date.parse('2026-11-25T11:20:00Z'), zone: 'Europe/Moscow' };
const due = (iso: string, overdue = false) => ({ dueAtMs: Date.parse(iso), overdue });

test.each([
  ['2026-11-25T11:00:00Z', 'overdue'],
  ['2026-11-25T15:00:00Z', 'today'],
  // 23:30 in Moscow is still this day, 00:30 is the next one, whatever UTC says.
  ['2026-11-25T20:30:00Z', 'today'],
  ['2026-11-25T21:30:00Z', 'week'],
  ['2026-11-29T15:00:00Z', 'week'],
  ['2026-11-30T06:00:00Z', 'later'],
])('a term at %s is %s', (iso, group) => {
  expect(groupOf(due(iso), when)).toBe(group);
});

// Seen red with six days left on a Sunday: Monday's tasks stood under this week.
test('on Sunday the week ends with the day', () => {
  const sunday = { nowMs: Date.parse('2026-11-29T11:00:00Z'), zone: 'Europe/Moscow' };
  expect(groupOf(due('2026-11-30T06:00:00Z'), sunday)).toBe('later');
});

test('the server’s word that a task is overdue holds', () => {
  expect(groupOf(due('2026-12-01T15:00:00Z', true), when)).toBe('overdue');
});

test('rows keep their order inside a group', () => {
  const rows = ['a', 'b'].map((id) => buildRow({ id, ...due('2026-11-25T15:00:00Z') }));
  expect(
    grouped(rows, when)
      .get('today')
      ?.map(({ id }) => id),
  ).toEqual(['a', 'b']);
});
