import { compile, readRegulation } from '@reglament/regulation';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import { instances, type RegulationVersionRow } from '../../storage/collections.ts';
import { administratorRole, methodologistRole } from '../session/presenter.ts';

/** Published regulations, for whoever answers for them. */
export function regulationRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, regulations } = deps;

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
      versions: regulations
        .versions(session.organisation, params.id)
        .map(({ version, publishedAtMs, inForceFrom, hash, meaning, comment }) => ({
          version,
          publishedAtMs,
          inForceFrom,
          hash,
          meaning,
          comment,
          running: running.get(version) ?? 0,
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
