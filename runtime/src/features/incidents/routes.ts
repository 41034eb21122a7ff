import { createHash } from 'node:crypto';
import type { Actor, Command, Directory } from '@reglament/engine';
import type { FastifyInstance } from 'fastify';
import type { Beside, Deps } from '../../deps.ts';
import { pageOf } from '../../http/page.ts';
import { Refused, refusedByEngine } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import { type IncidentRow, incidents } from '../../storage/collections.ts';
import { requireAdministrator } from '../people/policy.ts';
import { administratorRole } from '../session/presenter.ts';

/** Incidents and their repair. The administrator sees regulation, stage and post, and an opaque id instead of the document. */
export function incidentRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, directory, executor } = deps;

  route(api, deps, 'incidents.list', async ({ session, query }) => {
    const within = requireAdministrator(session, directory.current());
    const page = await store.find(incidents, {
      where: { state: 'open' },
      order: { by: 'raisedAtMs' },
      ...pageOf(query),
    });
    return {
      rows: page.rows.filter((row) => within.has(row.organisation)).map(presentIncident),
      next: page.next ?? null,
      now: deps.clock.now(),
    };
  });

  const openIncident = async (session: Session, id: string, revision: number): Promise<IncidentRow> => {
    const within = requireAdministrator(session, directory.current());
    const row = await store.get(incidents, id);
    if (!row || !within.has(row.organisation)) throw new Refused('NOT_FOUND');
    if (row.state !== 'open') throw new Refused('INCIDENT_CLOSED');
    if (row.rev !== revision) throw new Refused('REVISION_STALE');
    return row;
  };

  route(api, deps, 'incidents.assign', async ({ session, params, body, keep }) => {
    const row = await openIncident(session, params.id, body.revision);
    const command: Command = {
      type: 'assign',
      incident: row.incident.id,
      to: body.to,
      by: administratorOf(session, directory.current()),
      reason: body.reason,
    };
    return repair(row, command, keep);
  });

  route(api, deps, 'incidents.retry', async ({ session, params, body, keep }) => {
    const row = await openIncident(session, params.id, body.revision);
    return repair(row, { type: 'refresh' }, keep);
  });

  async function repair(
    row: IncidentRow,
    command: Command,
    keep: (answer: { id: string; cleared: boolean }) => Beside,
  ) {
    let answer = { id: row.id, cleared: false };
    const done = await executor.execute({
      instance: row.instance,
      command: () => command,
      beside: (after) => {
        answer = { id: row.id, cleared: after.incidents[row.incident.id] === undefined };
        return keep(answer);
      },
    });
    if (!done.ok) throw refusedByEngine(done.refusal, done.params);
    return answer;
  }
}

/** He repairs by the post that gives him the role. */
function administratorOf(session: Session, staff: Directory): Actor {
  const position = session.positions.find((id) => staff.position(id)?.roles.includes(administratorRole));
  if (position === undefined) throw new Refused('FORBIDDEN');
  return { employee: session.employee, position };
}

function presentIncident(row: IncidentRow) {
  const { incident } = row;
  return {
    id: row.id,
    revision: row.rev,
    reason: incident.reason,
    regulationTitle: row.regulationTitle,
    stageTitle: row.stageTitle,
    ...(row.participantTitle === undefined ? {} : { participantTitle: row.participantTitle }),
    ...(row.unit === '' ? {} : { unit: row.unit }),
    opaqueDocument: createHash('sha256').update(row.instance).digest('hex').slice(0, 8),
    raisedAtMs: row.raisedAtMs,
    repairs: incident.reason === 'step-failed' ? ['retry' as const] : ['assign' as const, 'retry' as const],
  };
}
