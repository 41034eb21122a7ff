import { forecast } from '@reglament/engine';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { instanceOf, readableDocument } from '../../documents/access.ts';
import { asCard, checkCard, isUnfinished } from '../../documents/cardCheck.ts';
import { versionOf } from '../../documents/manifest.ts';
import { presentRoute } from '../../documents/routePlan.ts';
import { pageOf } from '../../http/page.ts';
import { Refused, refusedByEngine } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { tasks } from '../../storage/collections.ts';
import { missingFor } from '../drafts/draftRoute.ts';
import { administeredBy } from '../people/policy.ts';
import { createLockout } from '../session/lockout.ts';
import { mayHandOver, ownTask, visibleTask } from './access.ts';
import { countTasks } from './counts.ts';
import { decideTask } from './decide.ts';
import { presentDetail } from './detail.ts';
import { afterSending } from './nextRound.ts';
import { presentTask } from './row.ts';
import { presentCopy, readCopy, saveCopy } from './workingCopy.ts';

/** What lies on somebody's desk, and what he does with it. */
export function taskRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, clock, directory, regulations, executor } = deps;
  const lockout = createLockout(() => Date.now());

  route(api, deps, 'tasks.list', async ({ session, query }) => {
    const position = await store.feed.position();
    const mine = [...session.positions];
    const page =
      query.view === 'decided'
        ? await store.find(tasks, {
            where: { decidedBy: session.employee },
            order: { by: 'decidedAtMs', desc: true },
            ...pageOf(query),
          })
        : mine.length === 0
          ? { rows: [] }
          : await store.find(tasks, {
              where: { [query.view === 'unit' ? 'over' : 'desk']: { hasAny: mine } },
              order: { by: 'dueAtMs' },
              ...pageOf(query),
            });
    return {
      rows: page.rows.map((row) => presentTask(row, session, deps)),
      next: page.next ?? null,
      position,
      now: clock.now(),
    };
  });

  route(api, deps, 'tasks.counts', ({ session }) => countTasks(session, deps));

  route(api, deps, 'tasks.show', async ({ session, params }) => {
    const row = await visibleTask(params.id, session, deps);
    const document = await readableDocument(row.document, session, deps);
    const instance = await instanceOf({ instance: row.instance }, deps);
    return presentDetail(row, document, instance.state, session, deps);
  });

  route(api, deps, 'tasks.decide', async ({ session, params, body, keep, request }) => {
    const { row, by } = await ownTask(params.id, body.revision, session, deps);
    return decideTask({ row, by, body, session, address: request.ip, keep }, deps, lockout);
  });

  route(api, deps, 'tasks.take', async ({ session, params, body, keep }) => {
    const { row, by } = await ownTask(params.id, body.revision, session, deps);
    const answer = presentTask(
      { ...row, rev: row.rev + 1, takenBy: { employee: by.employee, position: by.position } },
      session,
      deps,
    );
    const done = await executor.execute({
      instance: row.instance,
      command: () => ({ type: 'take', task: row.id, by }),
      beside: () => keep(answer),
    });
    if (!done.ok) throw refusedByEngine(done.refusal, done.params);
    return answer;
  });

  route(api, deps, 'tasks.release', async ({ session, params, body, keep }) => {
    const { row, by } = await ownTask(params.id, body.revision, session, deps);
    const { takenBy, ...free } = row;
    const answer = presentTask({ ...free, rev: row.rev + 1 }, session, deps);
    const done = await executor.execute({
      instance: row.instance,
      command: () => ({ type: 'release', task: row.id, by }),
      beside: () => keep(answer),
    });
    if (!done.ok) throw refusedByEngine(done.refusal, done.params);
    return answer;
  });

  route(api, deps, 'tasks.handOver', async ({ session, params, body, keep }) => {
    const staff = directory.current();
    const administers = administeredBy(session, staff);
    const known = await store.get(tasks, params.id);
    const row =
      known && administers.has(known.organisation) ? known : await visibleTask(params.id, session, deps);
    if (row.state !== 'open') throw new Refused('TASK_CLOSED', { state: row.state });
    if (!mayHandOver(row, session, administers)) throw new Refused('FORBIDDEN');
    if (row.rev !== body.revision)
      throw new Refused('REVISION_STALE', { revision: row.rev, seen: body.revision });
    if (!staff.position(body.to)) throw new Refused('POSITION_UNKNOWN');
    const position = session.positions[0];
    if (position === undefined) throw new Refused('FORBIDDEN');
    const by = { employee: session.employee, position };
    const done = await executor.execute({
      instance: row.instance,
      command: () => ({ type: 'handOver', task: row.id, to: body.to, by, reason: body.reason }),
      beside: () => keep({}),
    });
    if (!done.ok) throw refusedByEngine(done.refusal, done.params);
    return {};
  });

  const copyOf = async (id: string, session: Parameters<typeof ownTask>[2]) => {
    const { row } = await ownTask(id, null, session, deps);
    const document = await readableDocument(row.document, session, deps);
    return { row, document, instance: (await instanceOf({ instance: row.instance }, deps)).state };
  };

  route(api, deps, 'tasks.workingCopy', async ({ session, params }) => {
    const { row, document, instance } = await copyOf(params.id, session);
    return presentCopy(row, document, instance, deps);
  });

  route(api, deps, 'tasks.saveWorkingCopy', async ({ session, params, body }) => {
    const { row, document, instance } = await copyOf(params.id, session);
    return saveCopy(row, document, instance, body, session, deps);
  });

  route(api, deps, 'tasks.route', async ({ session, params, body }) => {
    const { row, document, instance } = await copyOf(params.id, session);
    const compiled = regulations.compiled(row.organisation, row.regulation.id, row.regulation.version);
    const staff = directory.current();
    const problem = checkCard(body.card, compiled.regulation.fields, staff).find((one) => !isUnfinished(one));
    if (problem) throw new Refused('FIELD_INVALID', { field: problem.field, reason: problem.code });
    const card = asCard(body.card);
    const { files } = await readCopy(row, document, instance, deps);
    const nowMs = clock.now();
    const task = instance.tasks[row.id];
    const version = versionOf(card, files);
    const sent = task ? afterSending({ instance, task, compiled, directory: staff, nowMs, version }) : null;
    const plan = forecast({ instance: sent ?? instance, regulation: compiled, directory: staff, nowMs });
    const regulation = {
      id: row.regulation.id,
      version: row.regulation.version,
      title: compiled.regulation.title,
    };
    return {
      plan: presentRoute(plan, {
        regulation,
        organisation: row.organisation,
        directory: staff,
        plannedMs: document.plannedMs,
      }),
      missing: missingFor(compiled.regulation, card, instance.chosen, staff),
    };
  });
}
