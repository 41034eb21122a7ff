import type { Directory } from '@reglament/engine';
import { insert, put } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { employees, positions, units } from '../../storage/collections.ts';
import { requireAdministratorLeft } from './lastAdministrator.ts';
import { requireAdministrator, requireEmployee, requirePosition, requireUnit } from './policy.ts';

/** Units and posts: made, renamed, moved, given to people. */
export function postRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, directory, newId } = deps;

  route(api, deps, 'people.createUnit', async ({ session, body, keep }) => {
    const staff = directory.current();
    const within = requireAdministrator(session, staff);
    if (!within.has(body.organisation)) throw new Refused('NOT_FOUND');
    if (body.parent !== undefined) requireParent(body.parent, body.organisation, staff);
    const answer = { id: newId(), revision: 1 };
    const { organisation, title, parent } = body;
    const unit = { id: answer.id, organisation, title, ...(parent === undefined ? {} : { parent }) };
    if (!(await directory.change([insert(units, unit), ...keep(answer).changes])))
      throw new Refused('REVISION_STALE');
    return answer;
  });

  route(api, deps, 'people.changeUnit', async ({ session, params, body }) => {
    const staff = directory.current();
    requireUnit(params.id, staff, requireAdministrator(session, staff));
    const row = await store.get(units, params.id);
    if (!row || row.rev !== body.revision) throw new Refused('REVISION_STALE');
    for (const post of [body.head, body.curator]) {
      if (typeof post === 'string' && !staff.position(post))
        throw new Refused('POSITION_UNKNOWN', { position: post });
    }
    if (typeof body.parent === 'string') {
      requireParent(body.parent, row.organisation, staff);
      if (isUnder(body.parent, row.id, staff)) throw new Refused('FIELD_INVALID', { field: 'parent' });
    }
    const { head, curator, parent, ...rest } = row;
    const next = {
      ...rest,
      ...(body.title === undefined ? {} : { title: body.title }),
      ...kept('head', body.head, head),
      ...kept('curator', body.curator, curator),
      ...kept('parent', body.parent, parent),
    };
    // Two moves at once could make a circle of units.
    if (!(await directory.change([put(units, next, row.rev)], staff))) throw new Refused('REVISION_STALE');
    return { id: row.id, revision: row.rev + 1 };
  });

  route(api, deps, 'people.createPosition', async ({ session, body, keep }) => {
    const staff = directory.current();
    requireUnit(body.unit, staff, requireAdministrator(session, staff));
    const answer = { id: newId(), revision: 1 };
    const { unit, title, roles, code } = body;
    const position = { id: answer.id, unit, title, roles: [...new Set(roles)] };
    const row = code === undefined ? position : { ...position, code };
    if (!(await directory.change([insert(positions, row), ...keep(answer).changes])))
      throw new Refused('REVISION_STALE');
    return answer;
  });

  route(api, deps, 'people.changePosition', async ({ session, params, body }) => {
    const staff = directory.current();
    const within = requireAdministrator(session, staff);
    requirePosition(params.id, staff, within);
    const row = await store.get(positions, params.id);
    if (!row || row.rev !== body.revision) throw new Refused('REVISION_STALE');
    if (body.unit !== undefined) requireUnit(body.unit, staff, within);
    if (typeof body.holder === 'string') await requireHolder(body.holder, staff, within, deps);
    const { holder, ...rest } = row;
    const next = {
      ...rest,
      ...(body.title === undefined ? {} : { title: body.title }),
      ...(body.unit === undefined ? {} : { unit: body.unit }),
      ...(body.roles === undefined ? {} : { roles: [...new Set(body.roles)] }),
      ...kept('holder', body.holder, holder),
    };
    await requireAdministratorLeft(deps, staff, [next]);
    if (!(await directory.change([put(positions, next, row.rev)], staff)))
      throw new Refused('REVISION_STALE');
    return { id: row.id, revision: row.rev + 1 };
  });
}

/** A part that may be left as it is (undefined), emptied (null) or set. */
function kept<K extends string>(key: K, asked: string | null | undefined, before: string | undefined) {
  const value = asked === undefined ? before : (asked ?? undefined);
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

async function requireHolder(
  id: string,
  staff: Directory,
  within: ReadonlySet<string>,
  { store }: Deps,
): Promise<void> {
  requireEmployee(id, staff, within);
  const employee = await store.get(employees, id);
  if (!employee || employee.dismissed) throw new Refused('FIELD_INVALID', { field: 'holder' });
}

/** A unit stands under one of its own organisation. */
function requireParent(parent: string, organisation: string, staff: Directory): void {
  if (staff.unit(parent)?.organisation !== organisation)
    throw new Refused('FIELD_INVALID', { field: 'parent' });
}

/** Whether `unit` is `above` or stands under it. */
function isUnder(unit: string, above: string, staff: Directory): boolean {
  for (let at: string | undefined = unit; at !== undefined; at = staff.unit(at)?.parent) {
    if (at === above) return true;
  }
  return false;
}
