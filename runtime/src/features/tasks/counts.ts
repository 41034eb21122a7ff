import type { TaskCounts } from '@reglament/api';
import type { Deps } from '../../deps.ts';
import type { Session } from '../../http/session.ts';
import { documents, incidents, notices, tasks } from '../../storage/collections.ts';
import { administeredBy } from '../people/policy.ts';

/** Numbers for the rail: counted in the store, by the day of the organisation's zone. */
export async function countTasks(session: Session, deps: Deps): Promise<TaskCounts> {
  const { store, clock } = deps;
  const directory = deps.directory.current();
  const calendar = directory.organisationCalendar(session.organisation);
  const now = clock.now();
  const today = calendar.dayOf(now);
  const mine = [...session.positions];
  const endOfDay = endOf(today, calendar.dayOf, now);
  const endOfWeek = endOf(sundayOf(today), calendar.dayOf, now);
  const due = async (
    field: 'desk' | 'over',
    range?: { readonly lte?: number; readonly lt?: number; readonly gt?: number },
  ) =>
    mine.length === 0
      ? 0
      : store.count(tasks, { [field]: { hasAny: mine }, ...(range ? { dueAtMs: range } : {}) });

  const [all, overdue, untilTonight, untilSunday] = await Promise.all([
    due('desk'),
    due('desk', { lt: now }),
    due('desk', { lte: endOfDay }),
    due('desk', { lte: endOfWeek }),
  ]);
  const heads = directory.data.units.some(
    (unit) =>
      (unit.head !== undefined && mine.includes(unit.head)) ||
      (unit.curator !== undefined && mine.includes(unit.curator)),
  );
  const [unitAll, unitOverdue] = heads ? await Promise.all([due('over'), due('over', { lt: now })]) : [0, 0];
  const unread = (
    await Promise.all(mine.map((position) => store.count(notices, { position, read: false })))
  ).reduce((sum, one) => sum + one, 0);
  return {
    todo: {
      overdue,
      today: untilTonight - overdue,
      week: untilSunday - untilTonight,
      later: all - untilSunday,
      all,
    },
    unit: heads ? { overdue: unitOverdue, all: unitAll } : null,
    // As many as the list of sent documents shows; drafts are under «Создать».
    documents: await store.count(documents, { author: session.employee }),
    notices: unread,
    incidents:
      administeredBy(session, directory).size > 0 ? await store.count(incidents, { state: 'open' }) : null,
    now,
  };
}

/** The last millisecond of a plain date, found by the calendar's own days. */
function endOf(date: string, dayOf: (ms: number) => string, nearMs: number): number {
  let low = nearMs;
  let high = nearMs + 9 * 24 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle) <= date) low = middle;
    else high = middle;
  }
  return low;
}

function sundayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((7 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}
