import type { AnswerOf, BodyOf } from '@reglament/api';
import { printRegulation, type Regulation } from '@reglament/regulation';
import { type Change, insert, put, remove } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import { gapsOf, startingUnits } from '../../regulations/gaps.ts';
import { dropOwned, keepOwned, keptOf, ownedRow } from '../../regulations/owned.ts';
import { checkRegulation } from '../../regulations/publish.ts';
import { regulationId } from '../../regulations/regulationService.ts';
import { type RegulationCopyRow, regulationCopies, regulationLocks } from '../../storage/collections.ts';
import { beatOf, dropLock, endOfLock, presentLock, takeLock } from './lock.ts';
import { resolvePeople } from './people.ts';
import { copyChanged, drawingUnit, nameOf, ownCopy, requireMethodologist } from './policy.ts';
import { publishCopy } from './publishCopy.ts';
import { presentProblem, readDocument } from './read.ts';
import { scenariosFor } from './scenarios.ts';
import { touchedBy } from './touched.ts';

/** Working copies of regulations: one a regulation, edited by one tab at a time, published through the gate. */
export function workingCopyRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, clock, directory, regulations } = deps;

  const present = async (
    copy: RegulationCopyRow,
    session: Session,
  ): Promise<AnswerOf<'workingCopies.show'>> => ({
    id: copy.regulation,
    regulation: JSON.parse(copy.text) as Record<string, unknown>,
    base: copy.base,
    revision: copy.rev,
    savedAtMs: copy.savedAtMs,
    savedBy: copy.savedBy,
    lock: presentLock(await store.get(regulationLocks, copy.id), session, Date.now()),
    scenarios: copy.scenarios.length,
  });

  const savedRow = (regulation: Regulation, session: Session) => ({
    title: regulation.title,
    kindTitle: regulation.documentKind.title,
    text: printRegulation(regulation),
    savedAtMs: clock.now(),
    savedBy: nameOf(session, deps),
  });

  route(api, deps, 'workingCopies.create', async ({ session, body, keep }) => {
    requireMethodologist(session);
    const { organisation } = session;
    const regulation = readDocument(body.regulation);
    const latest = regulations.versions(organisation, regulation.id).at(-1)?.version ?? null;
    if (body.base === null && latest !== null)
      throw new Refused('REGULATION_ID_TAKEN', { id: regulation.id, latest });
    if (body.base !== latest)
      throw new Refused('BASE_OUTDATED', { base: body.base ?? 0, latest: latest ?? 0 });
    const row = {
      id: regulationId(organisation, regulation.id),
      organisation,
      regulation: regulation.id,
      ...savedRow(regulation, session),
      scenarios: await scenariosFor(body, regulation.id, organisation, deps),
      base: body.base,
    };
    const there = await store.get(regulationCopies, row.id);
    if (there) throw new Refused('WORKING_COPY_EXISTS', { id: regulation.id, savedBy: there.savedBy });
    const answer = await present({ ...row, rev: 1 }, session);
    const done = await store.commit(
      [
        ...keep(answer).changes,
        insert(regulationCopies, row),
        ...(await ownedAtCreation(body, row, session, deps)),
      ],
      [copyChanged(organisation, regulation.id, 1)],
    );
    if (!done.ok) throw new Refused('WORKING_COPY_EXISTS', { id: regulation.id });
    return answer;
  });

  route(api, deps, 'workingCopies.show', async ({ session, params }) =>
    present(await ownCopy(params.id, session, deps), session),
  );

  route(api, deps, 'workingCopies.save', async ({ session, params, body }) => {
    for (let attempt = 0; attempt < 8; attempt++) {
      const copy = await ownCopy(params.id, session, deps);
      const beat = beatOf(await store.get(regulationLocks, copy.id), session, body.tab, body.leave);
      const regulation = readDocument(body.regulation);
      if (regulation.id !== copy.regulation)
        throw new Refused('REGULATION_ID_CHANGED', { id: copy.regulation, given: regulation.id });
      const { rev, ...before } = copy;
      const saved = { ...before, ...savedRow(regulation, session) };
      // Whoever heard no answer sends the same again, under the revision that he knows.
      const isThere = saved.text === copy.text;
      if (!isThere) requireRevision(copy, body.revision);
      const revision = isThere ? rev : rev + 1;
      const done = await store.commit(isThere ? [beat] : [beat, put(regulationCopies, saved, rev)], [
        copyChanged(copy.organisation, copy.regulation, revision),
      ]);
      if (done.ok) return { revision, savedAtMs: isThere ? copy.savedAtMs : saved.savedAtMs };
      // A sign of life, or somebody who took the lock, came in between: what is there now decides.
    }
    throw new Refused('STORE_BUSY');
  });

  route(api, deps, 'workingCopies.delete', async ({ session, params }) => {
    for (let attempt = 0; attempt < 8; attempt++) {
      const copy = await ownCopy(params.id, session, deps);
      const isNothingLeft = regulations.versions(copy.organisation, copy.regulation).length === 0;
      const owned = isNothingLeft ? await ownedRow(copy.organisation, copy.regulation, store) : undefined;
      const done = await store.commit(
        [
          ...(await endOfLock(copy, session, deps)),
          remove(regulationCopies, copy.id, copy.rev),
          ...dropOwned(owned),
        ],
        [copyChanged(copy.organisation, copy.regulation, copy.rev + 1)],
      );
      if (done.ok) return {};
    }
    throw new Refused('STORE_BUSY');
  });

  route(api, deps, 'workingCopies.lock', async ({ session, params, body }) =>
    takeLock(await ownCopy(params.id, session, deps), body, session, deps),
  );

  route(api, deps, 'workingCopies.unlock', async ({ session, params, query }) => {
    await dropLock(await ownCopy(params.id, session, deps), query.tab, session, deps);
    return {};
  });

  route(api, deps, 'workingCopies.check', async ({ session, params, body }) => {
    const copy = await ownCopy(params.id, session, deps);
    requireRevision(copy, body.revision);
    const checked = await checkRegulation(copy.text, copy.scenarios);
    const staff = directory.current();
    const units = startingUnits(copy.organisation, staff);
    return {
      problems: checked.problems.map(presentProblem),
      scenarios: checked.scenarios.map(({ id, title, ok, failures, problems }) => ({
        id,
        ...(title === undefined ? {} : { title }),
        ok,
        failures: failures.map(({ code, index, expected, found }) => ({
          code,
          index,
          expected: { ...expected },
          found: { ...found },
        })),
        problems: problems.map(presentProblem),
      })),
      gaps: checked.regulation ? [...gapsOf(checked.regulation, copy.organisation, units, staff)] : [],
      units: units.length,
      touched: await touchedBy(copy, checked.regulation, deps),
    };
  });

  route(api, deps, 'workingCopies.people', ({ session, body }) => {
    requireMethodologist(session);
    return { rows: resolvePeople(body, session.organisation, directory.current(), clock.now()) };
  });

  route(api, deps, 'workingCopies.publish', async ({ session, params, body, keep }) => {
    const copy = await ownCopy(params.id, session, deps);
    requireRevision(copy, body.revision);
    return publishCopy(copy, body, keep, session, deps);
  });
}

/** A new regulation is of the unit in which it is drawn; what is taken from an offered one remembers it. */
async function ownedAtCreation(
  { base, origin }: BodyOf<'workingCopies.create'>,
  { organisation, regulation, savedAtMs, savedBy }: Omit<RegulationCopyRow, 'rev'>,
  session: Session,
  deps: Deps,
): Promise<readonly Change[]> {
  if (base !== null && !origin) return [];
  const before = await ownedRow(organisation, regulation, deps.store);
  const unit = base === null ? drawingUnit(session, deps) : undefined;
  const created = unit === undefined ? {} : { owner: { unit, atMs: savedAtMs, by: savedBy } };
  const kept = base === null ? created : { ...keptOf(before) };
  return [keepOwned(organisation, regulation, before, { ...kept, ...(origin && { origin }) })];
}

/** @throws Refused REVISION_STALE */
function requireRevision({ rev }: RegulationCopyRow, seen: number): void {
  if (rev !== seen) throw new Refused('REVISION_STALE', { revision: rev, seen });
}
