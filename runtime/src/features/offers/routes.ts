import type { OfferedRow } from '@reglament/api';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { findOffer, offersTo } from '../../regulations/offers.ts';
import type { RegulationVersionRow } from '../../storage/collections.ts';
import { requireMethodologist } from '../workingCopies/policy.ts';

/** What organisations above offer, to the methodologist of one below: to read, and to take a copy of. */
export function offerRoutes(api: FastifyInstance, deps: Deps): void {
  route(api, deps, 'offers.list', async ({ session }) => {
    requireMethodologist(session);
    const offers = await offersTo(session.organisation, deps);
    return { rows: offers.map(present) };
  });

  route(api, deps, 'offers.show', async ({ session, params }) => {
    requireMethodologist(session);
    const from = { organisation: params.organisation, regulation: params.id };
    const row = await findOffer(session.organisation, from, deps);
    if (!row) throw new Refused('NOT_FOUND');
    return {
      row: present(row),
      regulation: JSON.parse(row.text) as Record<string, unknown>,
      scenarios: row.scenarios.length,
    };
  });

  function present(row: RegulationVersionRow): OfferedRow {
    const { organisation, regulation: id, version } = row;
    const { regulation } = deps.regulations.compiled(organisation, id, version);
    return {
      organisation: {
        id: organisation,
        title: deps.directory.current().organisation(organisation)?.title ?? '',
      },
      id,
      title: row.title,
      kindTitle: row.kindTitle,
      version,
      inForceFrom: row.inForceFrom,
      stages: regulation.stageOrder.map((stage) => regulation.stages[stage]!.kind),
    };
  }
}
