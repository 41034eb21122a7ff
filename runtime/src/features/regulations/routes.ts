import { compile, readRegulation } from '@reglament/regulation';
import { insert, put, remove } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import { regulationId } from '../../regulations/regulationService.ts';
import {
  instances,
  type RegulationVersionRow,
  regulationVersions,
  retiredRegulations,
} from '../../storage/collections.ts';
import { administratorRole, methodologistRole } from '../session/presenter.ts';
import { nameOf, requireMethodologist } from '../workingCopies/policy.ts';
import { owningRoutes } from './owning.ts';

/** Published regulations, for whoever answers for them. */
export function regulationRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, regulations } = deps;
  owningRoutes(api, deps);

  route(api, deps, 'regulations.list', async ({ session }) => {
    requireReader(session);
    const ids = new Set(regulations.versions(session.organisation).map((row) => row.regulation));
    const rows = await Promise.all([...ids].map((id) => rowOf(session, shown(session, id))));
    return { rows };
  });

  route(api, deps, 'regulations.show', async ({ session, params }) => {
    requireReader(session);
    const row = shown(session, params.id);
    const running = await runningByVersion(session, params.id);
    return {
      row: await rowOf(session, row),
      versions: regulations.versions(session.organisation, params.id).map((row) => ({
        version: row.version,
        publishedAtMs: row.publishedAtMs,
        inForceFrom: row.inForceFrom,
        hash: row.hash,
        meaning: row.meaning,
        comment: row.comment,
        ...(row.act ? { act: row.act } : {}),
        ...(row.pilot ? { pilot: { units: [...row.pilot.units], until: row.pilot.until } } : {}),
        publishedBy: row.publishedBy,
        ...(row.withdrawnAtMs === undefined ? {} : { withdrawnAtMs: row.withdrawnAtMs }),
        running: running.get(row.version) ?? 0,
      })),
    };
  });

  route(api, deps, 'regulations.version', async ({ session, params }) => {
    const row = version(session, params);
    return {
      row: await rowOf(session, row),
      regulation: JSON.parse(row.text) as Record<string, unknown>,
      machine: `/api/v1/regulations/${row.regulation}/versions/${row.version}/machine`,
    };
  });

  // Pure JSON of stock XState: what `createMachine` takes.
  route(api, deps, 'regulations.machine', ({ session, params }) => {
    const reading = readRegulation(version(session, params).text);
    if (!reading.ok) throw new Refused('REGULATION_INVALID');
    return { ...compile(reading.regulation).machine };
  });

  // Its date has not come: it is never in force, and stays among the versions as withdrawn.
  route(api, deps, 'regulations.withdrawScheduled', async ({ session, params, keep }) => {
    requireMethodologist(session);
    const { rev, ...row } = version(session, params);
    const now = deps.clock.now();
    const today = deps.directory.current().organisationCalendar(row.organisation).dayOf(now);
    if (row.withdrawnAtMs !== undefined || row.inForceFrom <= today)
      throw new Refused('VERSION_NOT_SCHEDULED', { version: row.version, from: row.inForceFrom });
    const done = await store.commit(
      [...keep({}).changes, put(regulationVersions, { ...row, withdrawnAtMs: now }, rev)],
      [{ org: row.organisation, type: 'regulation', id: row.id, rev: rev + 1 }],
    );
    await regulations.reload();
    if (!done.ok) throw new Refused('VERSION_NOT_SCHEDULED', { version: row.version, from: row.inForceFrom });
    return {};
  });

  // Nothing new starts by it; what is on its way finishes.
  route(api, deps, 'regulations.retire', async ({ session, params, body, keep }) => {
    const id = drawn(session, params.id);
    if (regulations.retirement(session.organisation, params.id)) return {};
    const row = {
      id,
      organisation: session.organisation,
      regulation: params.id,
      reason: body.reason,
      atMs: deps.clock.now(),
      by: nameOf(session, deps),
    };
    const done = await store.commit(
      [...keep({}).changes, insert(retiredRegulations, row)],
      [{ org: session.organisation, type: 'regulation', id, rev: 1 }],
    );
    await regulations.reload();
    if (!done.ok) throw new Refused('STORE_BUSY');
    return {};
  });

  route(api, deps, 'regulations.revive', async ({ session, params, keep }) => {
    const id = drawn(session, params.id);
    const retired = regulations.retirement(session.organisation, params.id);
    if (!retired) return {};
    const done = await store.commit(
      [...keep({}).changes, remove(retiredRegulations, id, retired.rev)],
      [{ org: session.organisation, type: 'regulation', id, rev: retired.rev + 1 }],
    );
    await regulations.reload();
    if (!done.ok) throw new Refused('STORE_BUSY');
    return {};
  });

  /** A regulation that the organisation has published, to one who draws them. @throws Refused FORBIDDEN, NOT_FOUND */
  function drawn(session: Session, id: string): string {
    requireMethodologist(session);
    if (regulations.versions(session.organisation, id).length === 0) throw new Refused('NOT_FOUND');
    return regulationId(session.organisation, id);
  }

  /** The version in force; before any is, the newest. */
  function shown(session: Session, id: string): RegulationVersionRow {
    const row =
      regulations.inForce(session.organisation, id, deps.clock.now()) ??
      regulations.versions(session.organisation, id).at(-1);
    if (!row) throw new Refused('NOT_FOUND');
    return row;
  }

  function version(session: Session, params: { id: string; version: string }): RegulationVersionRow {
    requireReader(session);
    const wanted = Number(params.version);
    const row = regulations.versions(session.organisation, params.id).find((one) => one.version === wanted);
    if (!row) throw new Refused('NOT_FOUND');
    return row;
  }

  async function rowOf(session: Session, row: RegulationVersionRow) {
    const running = await runningByVersion(session, row.regulation);
    return {
      id: row.regulation,
      title: row.title,
      kindTitle: row.kindTitle,
      version: row.version,
      publishedAtMs: row.publishedAtMs,
      inForceFrom: row.inForceFrom,
      hash: row.hash,
      running: running.get(row.version) ?? 0,
    };
  }

  /** Counts only: which documents they are, nobody sees here. */
  async function runningByVersion(session: Session, regulation: string): Promise<Map<unknown, number>> {
    const groups = await store.countBy(instances, {
      where: { organisation: session.organisation, regulation, running: true },
      by: 'version',
    });
    return new Map(groups.map(({ value, count }) => [value, count]));
  }
}

function requireReader(session: Session): void {
  if (!session.roles.has(methodologistRole) && !session.roles.has(administratorRole))
    throw new Refused('FORBIDDEN');
}
