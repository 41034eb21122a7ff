import type { TaskRow } from '@reglament/api';
import type { I18n } from '@reglament/i18n';

export interface WorkGroup {
  readonly title: string;
  readonly rows: readonly TaskRow[];
}

/** What is over its term first, then what is open; empty groups are left out. Pure. */
export function byTerm(rows: readonly TaskRow[], t: I18n['t']): WorkGroup[] {
  return [
    { title: t('control.overdue'), rows: rows.filter(({ overdue }) => overdue) },
    { title: t('control.open'), rows: rows.filter(({ overdue }) => !overdue) },
  ].filter((group) => group.rows.length > 0);
}

/** Person by person: who has more overdue first, then who has more at all. Pure. */
export function byPerson(rows: readonly TaskRow[], common: string): WorkGroup[] {
  const people = new Map<string, TaskRow[]>();
  for (const row of rows) {
    const name = row.desk?.name || row.desk?.post || common;
    people.set(name, [...(people.get(name) ?? []), row]);
  }
  const late = (all: readonly TaskRow[]) => all.filter(({ overdue }) => overdue).length;
  return [...people]
    .map(([title, all]) => ({ title, rows: all }))
    .sort((a, b) => late(b.rows) - late(a.rows) || b.rows.length - a.rows.length);
}
