import type { Directory } from '@reglament/engine';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { startingUnits } from '../../regulations/gaps.ts';
import { templates } from '../../regulations/templates.ts';
import { requireMethodologist } from '../workingCopies/policy.ts';
import { createLibrary } from './library.ts';

/** What a methodologist begins from: regulations of the organisation, shipped ones, units that may start them. */
export function libraryRoutes(api: FastifyInstance, deps: Deps): void {
  const library = createLibrary(deps);

  route(api, deps, 'library.list', async ({ session }) => {
    requireMethodologist(session);
    return library.list(session);
  });

  route(api, deps, 'templates.list', ({ session }) => {
    requireMethodologist(session);
    const rows = templates().map(({ id, regulation }) => ({
      id,
      title: regulation.title,
      kindTitle: regulation.documentKind.title,
      stages: regulation.stageOrder.length,
    }));
    return { rows };
  });

  route(api, deps, 'templates.show', ({ session, params }) => {
    requireMethodologist(session);
    const found = templates().find(({ id }) => id === params.id);
    if (!found) throw new Refused('NOT_FOUND');
    return { id: found.id, regulation: { ...found.regulation } };
  });

  route(api, deps, 'units.list', ({ session }) => {
    requireMethodologist(session);
    const directory = deps.directory.current();
    const rows = startingUnits(session.organisation, directory).map((id) => {
      const { title, parent } = directory.unit(id)!;
      return { id, title, ...(parent === undefined ? {} : { parent }) };
    });
    return { rows, ...namesIn(session.organisation, directory) };
  });
}

/** What participants of a regulation may name: of the whole deployment, since they may cross organisations. Pure. */
function namesIn(own: string, { data }: Directory) {
  const unitOf = new Map(data.units.map((unit) => [unit.id, unit]));
  const coded = data.positions.flatMap((post) => {
    const unit = unitOf.get(post.unit);
    if (post.code === undefined || unit?.organisation !== own) return [];
    return [{ code: post.code, title: post.title, unit: unit.title }];
  });
  return {
    roles: [...new Set(data.positions.flatMap(({ roles }) => roles))].sort(),
    positions: coded,
    calendar: { ...calendarOf(own, data) },
    organisations: data.organisations
      .filter(({ id }) => id !== own)
      .map(({ code, title }) => ({ code, title })),
  };
}

function calendarOf(own: string, { organisations, calendars }: Directory['data']): object {
  const id = organisations.find((one) => one.id === own)?.calendar;
  return calendars.find((one) => one.id === id) ?? {};
}
