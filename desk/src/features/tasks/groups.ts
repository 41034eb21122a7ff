import type { TaskRow } from '@reglament/api';
import { dayKey, type When } from '@reglament/i18n';

export const GROUPS = ['overdue', 'today', 'week', 'later'] as const;
export type Group = (typeof GROUPS)[number];

const DAY_MS = 86_400_000;

/** Where a task stands by what hurts: over its term, until tonight, until this Sunday, later. Days are of the zone. Pure. */
export function groupOf(row: Pick<TaskRow, 'overdue' | 'dueAtMs'>, { nowMs, zone }: When): Group {
  if (row.overdue || row.dueAtMs < nowMs) return 'overdue';
  const today = Date.parse(dayKey(nowMs, zone));
  const due = Date.parse(dayKey(row.dueAtMs, zone));
  if (due <= today) return 'today';
  // Monday begins the week: from Sunday (0) no day is left, from Monday (1) six.
  const daysLeft = (7 - new Date(today).getUTCDay()) % 7;
  return due <= today + daysLeft * DAY_MS ? 'week' : 'later';
}

/** Rows by group, in the order of the rows. Pure. */
export function grouped(rows: readonly TaskRow[], when: When): Map<Group, TaskRow[]> {
  const groups = new Map<Group, TaskRow[]>();
  for (const row of rows) {
    const group = groupOf(row, when);
    const list = groups.get(group) ?? [];
    list.push(row);
    groups.set(group, list);
  }
  return groups;
}
