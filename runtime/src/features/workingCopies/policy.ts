import type { FeedRow } from '@reglament/storage';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import type { Session } from '../../http/session.ts';
import { regulationId } from '../../regulations/regulationService.ts';
import { type RegulationCopyRow, regulationCopies } from '../../storage/collections.ts';
import { methodologistRole } from '../session/presenter.ts';

const methodologistsOf = (organisation: string) => `r:${organisation}:${methodologistRole}`;

/** Whether he draws the regulations of his organisation: the role of another one gives nothing here. */
export function isMethodologist({ principals, organisation }: Session): boolean {
  return principals.includes(methodologistsOf(organisation));
}

/** @throws Refused FORBIDDEN */
export function requireMethodologist(session: Session): void {
  if (!isMethodologist(session)) throw new Refused('FORBIDDEN');
}

/** A working copy of the person's organisation. @throws Refused FORBIDDEN, NOT_FOUND */
export async function ownCopy(
  regulation: string,
  session: Session,
  deps: Pick<Deps, 'store'>,
): Promise<RegulationCopyRow> {
  requireMethodologist(session);
  const row = await deps.store.get(regulationCopies, regulationId(session.organisation, regulation));
  if (!row) throw new Refused('NOT_FOUND');
  return row;
}

/**
 * Tells the organisation's methodologists, and nobody else, that a working copy, its lock, or what is kept of the regulation
 * has changed. Pure.
 */
export function copyChanged(organisation: string, regulation: string, rev: number): FeedRow {
  return {
    org: organisation,
    type: 'regulation',
    id: regulation,
    rev,
    to: [methodologistsOf(organisation)],
  };
}

/** The unit in which somebody draws the regulations of his organisation: what he creates is that unit's. */
export function drawingUnit(
  { positions, organisation }: Session,
  { directory }: Pick<Deps, 'directory'>,
): string | undefined {
  const staff = directory.current();
  return positions
    .map((post) => staff.position(post))
    .filter((post) => post?.roles.includes(methodologistRole))
    .map((post) => post?.unit)
    .find((unit) => unit !== undefined && staff.unit(unit)?.organisation === organisation);
}

export function nameOf({ employee }: Session, { directory }: Pick<Deps, 'directory'>): string {
  return directory.current().employee(employee)?.name ?? '';
}
