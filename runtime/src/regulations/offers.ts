import type { Directory } from '@reglament/engine';
import type { Deps } from '../deps.ts';
import { organisationsAbove, organisationsBelow } from '../directory/organisationTree.ts';
import type { OwnedRegulationRow, RegulationVersionRow } from '../storage/collections.ts';
import { ownedOf, ownedRow } from './owned.ts';

type Needs = Pick<Deps, 'store' | 'clock' | 'directory' | 'regulations'>;

/**
 * Organisations to which a regulation is offered, as they stand in the tree now: one that has left it is offered nothing. Pure.
 */
export function offeredTo(
  { organisation, offer }: Pick<OwnedRegulationRow, 'organisation' | 'offer'>,
  directory: Directory,
): readonly string[] {
  if (!offer) return [];
  const below = organisationsBelow([organisation], directory);
  return offer.to === 'below' ? below : below.filter((one) => offer.to.includes(one));
}

/**
 * What another organisation offers to this one: the version in force for everybody. Undefined when nothing is offered, when
 * it is retired or not in force: who asks is not told which.
 */
export async function findOffer(
  to: string,
  from: { readonly organisation: string; readonly regulation: string },
  deps: Needs,
): Promise<RegulationVersionRow | undefined> {
  const directory = deps.directory.current();
  if (!organisationsAbove(to, directory).includes(from.organisation)) return undefined;
  const row = await ownedRow(from.organisation, from.regulation, deps.store);
  return row && offeredTo(row, directory).includes(to) ? versionOffered(row, deps) : undefined;
}

/** Everything that organisations above offer to this one, the nearest first. */
export async function offersTo(to: string, deps: Needs): Promise<readonly RegulationVersionRow[]> {
  const directory = deps.directory.current();
  const rows = await Promise.all(
    organisationsAbove(to, directory).map((organisation) => ownedOf(organisation, deps.store)),
  );
  return rows.flatMap((owned) =>
    [...owned.values()]
      .filter((row) => offeredTo(row, directory).includes(to))
      .flatMap((row) => versionOffered(row, deps) ?? []),
  );
}

function versionOffered(
  { organisation, regulation }: OwnedRegulationRow,
  { clock, regulations }: Needs,
): RegulationVersionRow | undefined {
  if (regulations.retirement(organisation, regulation)) return undefined;
  return regulations.inForce(organisation, regulation, clock.now()) ?? undefined;
}
