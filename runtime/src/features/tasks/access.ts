import type { Actor, Directory } from '@reglament/engine';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import type { Session } from '../../http/session.ts';
import { type TaskRow, tasks } from '../../storage/collections.ts';

/**
 * A task is there for those it lies with, for their direct heads, and for whoever decided it.
 * @throws Refused NOT_FOUND for everybody else
 */
export async function visibleTask(id: string, session: Session, deps: Pick<Deps, 'store'>): Promise<TaskRow> {
  const row = await deps.store.get(tasks, id);
  const mine = (posts: readonly string[]) => posts.some((post) => session.positions.includes(post));
  if (!row || !(mine(row.positions) || mine(row.over) || row.decidedBy === session.employee))
    throw new Refused('NOT_FOUND');
  return row;
}

/** The post by which this person does the task now, or null: he holds it, or stands in for its absent holder. */
export function actorFor(row: TaskRow, session: Session, directory: Directory, nowMs: number): Actor | null {
  for (const position of row.positions) {
    const acting = session.positions.includes(position) ? directory.acting(position, nowMs) : null;
    // The absent holder may still decide himself: a substitute helps, he does not take the post away.
    const holds = directory.position(position)?.holder === session.employee;
    if (acting === null || !(holds || acting.employee === session.employee)) continue;
    return {
      employee: session.employee,
      position,
      ...(holds || acting.standsInFor === undefined ? {} : { onBehalfOf: acting.standsInFor }),
    };
  }
  return null;
}

/** An open task that this person may act on. @throws Refused NOT_FOUND, TASK_CLOSED, NOT_YOUR_TASK, REVISION_STALE */
export async function ownTask(
  id: string,
  revision: number | null,
  session: Session,
  deps: Pick<Deps, 'store' | 'directory' | 'clock'>,
): Promise<{ row: TaskRow; by: Actor }> {
  const row = await visibleTask(id, session, deps);
  const by = actorFor(row, session, deps.directory.current(), deps.clock.now());
  if (row.state !== 'open') throw new Refused('TASK_CLOSED', { state: row.state });
  if (!by) throw new Refused('NOT_YOUR_TASK');
  if (revision !== null && row.rev !== revision)
    throw new Refused('REVISION_STALE', { revision: row.rev, seen: revision });
  return { row, by };
}

/** Handing over is for the direct head and for an administrator of the organisation. */
export function mayHandOver(row: TaskRow, session: Session, administers: ReadonlySet<string>): boolean {
  return (
    row.state === 'open' &&
    !row.lapsed &&
    (row.over.some((post) => session.positions.includes(post)) || administers.has(row.organisation))
  );
}
