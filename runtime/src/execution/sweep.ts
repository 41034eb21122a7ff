import type { Directory } from '@reglament/engine';
import type { Store } from '@reglament/storage';
import type { FastifyBaseLogger } from 'fastify';
import type { Executor } from '../deps.ts';
import { incidents, tasks } from '../storage/collections.ts';

/**
 * After a change of staff, absences or calendars: every running instance that the change may touch is refreshed. Vacant
 * slots are tried again, open terms recomputed, posts that no longer resolve become incidents.
 */
export async function sweep(
  needs: { store: Store; executor: Executor; log: FastifyBaseLogger },
  before: Directory,
  after: Directory,
): Promise<number> {
  const { store, executor, log } = needs;
  const touched = new Set<string>();
  for (const position of changedPositions(before, after)) {
    let cursor: string | undefined;
    do {
      const page = await store.find(tasks, {
        where: { desk: { has: position } },
        order: { by: 'dueAtMs' },
        limit: 500,
        ...(cursor === undefined ? {} : { after: cursor }),
      });
      for (const row of page.rows) touched.add(row.instance);
      cursor = page.next;
    } while (cursor !== undefined);
  }
  const open = await store.find(incidents, {
    where: { state: 'open' },
    order: { by: 'raisedAtMs' },
    limit: 1000,
  });
  for (const row of open.rows) touched.add(row.instance);
  for (const instance of touched) {
    try {
      await executor.execute({ instance, command: () => ({ type: 'refresh' }) });
    } catch (error) {
      log.error({ err: error, instance }, 'an instance could not be refreshed after a change of staff');
    }
  }
  return touched.size;
}

/** Posts whose holder, unit, calendar or covered days are not what they were. */
function changedPositions(before: Directory, after: Directory): string[] {
  const calendarsChanged =
    JSON.stringify(before.data.calendars.map((one) => [one.id, one.revision])) !==
    JSON.stringify(after.data.calendars.map((one) => [one.id, one.revision]));
  if (calendarsChanged) return after.data.positions.map((position) => position.id);
  const absentBefore = new Map(groupAbsences(before));
  const absentAfter = new Map(groupAbsences(after));
  return after.data.positions
    .filter((position) => {
      const old = before.position(position.id);
      if (!old) return false;
      if (old.holder !== position.holder || old.unit !== position.unit || old.calendar !== position.calendar)
        return true;
      return (
        position.holder !== undefined &&
        absentBefore.get(position.holder) !== absentAfter.get(position.holder)
      );
    })
    .map((position) => position.id);
}

function groupAbsences(directory: Directory): [string, string][] {
  const byEmployee = new Map<string, string[]>();
  for (const { employee, from, to, substitute } of directory.data.absences) {
    byEmployee.set(employee, [...(byEmployee.get(employee) ?? []), `${from}/${to}/${substitute ?? ''}`]);
  }
  return [...byEmployee].map(([employee, spans]) => [employee, spans.sort().join()]);
}
