import type { Directory } from '@reglament/engine';
import { namedRoles, type Text } from '@reglament/regulation';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { startingUnits } from '../../regulations/gaps.ts';
import { titlesOfRoles } from '../../regulations/roleTitles.ts';
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
    return { rows, ...namesIn(session.organisation, directory, titlesOfRoles(deps).titleOf) };
  });
}

/** What participants of a regulation may name: of the whole deployment, since they may cross organisations. Pure. */
function namesIn(own: string, directory: Directory, titleOf: (role: string) => Text) {
  const { data } = directory;
  const ours = data.positions.flatMap((post) => {
    const unit = directory.unit(post.unit);
    return unit?.organisation === own ? [{ post, unit }] : [];
  });
  const holderOf = (holder: string | undefined) =>
    holder === undefined ? undefined : directory.employee(holder)?.name;
  const roles = [...new Set([...namedRoles, ...data.positions.flatMap((post) => post.roles)])].sort();
  return {
    roles: roles.map((code) => {
      const names = ours
        .filter(({ post }) => post.roles.includes(code))
        .flatMap(({ post }) => holderOf(post.holder) ?? []);
      const holders = [...new Set(names)];
      const elsewhere = data.positions.some(
        (post) => post.roles.includes(code) && directory.unit(post.unit)?.organisation !== own,
      );
      return { code, title: titleOf(code), holders: holders.slice(0, 3), held: holders.length, elsewhere };
    }),
    positions: ours.map(({ post: { id, code, title, holder }, unit }) => {
      const name = holderOf(holder);
      return {
        id,
        ...(code !== undefined && { code }),
        title,
        unit: unit.title,
        ...(name !== undefined && { holder: name }),
      };
    }),
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
