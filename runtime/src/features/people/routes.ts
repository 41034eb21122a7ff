import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { pageOf } from '../../http/page.ts';
import { route } from '../../http/route.ts';
import { tasks } from '../../storage/collections.ts';
import { employeeRoutes } from './employees.ts';
import { requireAdministrator, requirePosition } from './policy.ts';
import { postRoutes } from './posts.ts';
import { presentPeople } from './presenter.ts';

/** The administrator's page of people. */
export function peopleRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, directory, regulations } = deps;

  route(api, deps, 'people.list', ({ session }) =>
    presentPeople(deps, requireAdministrator(session, directory.current())),
  );

  // No title, no text: an administrator sees that a task is there and whom it waits for.
  route(api, deps, 'people.openTasks', async ({ session, params, query }) => {
    const staff = directory.current();
    requirePosition(params.id, staff, requireAdministrator(session, staff));
    const page = await store.find(tasks, {
      where: { desk: { has: params.id } },
      order: { by: 'dueAtMs' },
      ...pageOf(query),
    });
    return {
      rows: page.rows.map((row) => ({
        id: row.id,
        revision: row.rev,
        stageTitle: row.stageTitle,
        regulationTitle: regulations.compiled(row.organisation, row.regulation.id, row.regulation.version)
          .regulation.title,
        openedAtMs: row.openedAtMs,
        dueAtMs: row.dueAtMs,
        overdue: row.overdue,
      })),
      next: page.next ?? null,
    };
  });

  employeeRoutes(api, deps);
  postRoutes(api, deps);
}
