import type { FeedRow } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Beside, Deps } from '../../deps.ts';
import { organisationsBelow } from '../../directory/organisationTree.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import { offeredTo } from '../../regulations/offers.ts';
import { type Kept, keepOwned, keptOf, ownedRow } from '../../regulations/owned.ts';
import { regulationId } from '../../regulations/regulationService.ts';
import { type OwnedRegulationRow, regulationCopies } from '../../storage/collections.ts';
import { copyChanged, nameOf, requireMethodologist } from '../workingCopies/policy.ts';

/** Which unit answers for a regulation, and to which organisations below it is offered. */
export function owningRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, regulations, clock, directory } = deps;

  route(api, deps, 'regulations.assignOwner', async ({ session, params, body, keep }) => {
    requireMethodologist(session);
    const { organisation } = session;
    const there =
      regulations.versions(organisation, params.id).length > 0 ||
      (await store.get(regulationCopies, regulationId(organisation, params.id)));
    if (!there || directory.current().unit(body.unit)?.organisation !== organisation)
      throw new Refused('NOT_FOUND');
    const owner = { unit: body.unit, atMs: clock.now(), by: nameOf(session, deps) };
    await change(session, params.id, (kept) => ({ ...kept, owner }), keep({}));
    return {};
  });

  // What is offered is what was published: a working copy is nobody's but its organisation's.
  route(api, deps, 'regulations.offer', async ({ session, params, body, keep }) => {
    requirePublished(session, params.id);
    const below = organisationsBelow([session.organisation], directory.current());
    if (body.to !== 'below' && !body.to.every((one) => below.includes(one))) throw new Refused('NOT_FOUND');
    const to = body.to === 'below' ? body.to : [...new Set(body.to)];
    const offer = { to, atMs: clock.now(), by: nameOf(session, deps) };
    await change(session, params.id, (kept) => ({ ...kept, offer }), keep({}));
    return {};
  });

  route(api, deps, 'regulations.stopOffering', async ({ session, params, keep }) => {
    requirePublished(session, params.id);
    await change(session, params.id, ({ offer, ...kept }) => kept, keep({}));
    return {};
  });

  /** @throws Refused FORBIDDEN, NOT_FOUND */
  function requirePublished(session: Session, id: string): void {
    requireMethodologist(session);
    if (regulations.versions(session.organisation, id).length === 0) throw new Refused('NOT_FOUND');
  }

  async function change(
    { organisation }: Session,
    id: string,
    next: (kept: Kept) => Kept,
    beside: Beside,
  ): Promise<void> {
    for (let attempt = 0; attempt < 8; attempt++) {
      const before = await ownedRow(organisation, id, store);
      const after = next(keptOf(before));
      const done = await store.commit(
        [...beside.changes, keepOwned(organisation, id, before, after)],
        changed(before, { organisation, regulation: id, ...after }, (before?.rev ?? 0) + 1),
      );
      if (done.ok) return;
    }
    throw new Refused('STORE_BUSY');
  }

  /** Told to the organisation's own methodologists, and to those who are offered it or were. */
  function changed(
    before: OwnedRegulationRow | undefined,
    after: Omit<OwnedRegulationRow, 'id' | 'rev'>,
    rev: number,
  ): FeedRow[] {
    const staff = directory.current();
    const told = new Set([
      after.organisation,
      ...(before ? offeredTo(before, staff) : []),
      ...offeredTo(after, staff),
    ]);
    return [...told].map((one) => copyChanged(one, regulationId(after.organisation, after.regulation), rev));
  }
}
