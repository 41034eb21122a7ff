import type { Directory } from '@reglament/engine';
import { organisationsBelow } from '../../directory/organisationTree.ts';
import { Refused } from '../../http/refused.ts';
import type { Session } from '../../http/session.ts';
import { administratorRole } from '../session/presenter.ts';

/** Organisations whose staff and incidents the person may administer: those where he holds the role, and all below them. */
export function administeredBy(session: Session, directory: Directory): ReadonlySet<string> {
  const suffix = `:${administratorRole}`;
  const own = session.principals.flatMap((one) =>
    one.startsWith('r:') && one.endsWith(suffix) ? [one.slice(2, -suffix.length)] : [],
  );
  return new Set([...own, ...organisationsBelow(own, directory)]);
}

/** @throws Refused FORBIDDEN for somebody who administers nothing */
export function requireAdministrator(session: Session, directory: Directory): ReadonlySet<string> {
  const within = administeredBy(session, directory);
  if (within.size === 0) throw new Refused('FORBIDDEN');
  return within;
}

/** @throws Refused NOT_FOUND for a unit that is not there or belongs to somebody else's organisation */
export function requireUnit(id: string, directory: Directory, within: ReadonlySet<string>): void {
  const unit = directory.unit(id);
  if (!unit || !within.has(unit.organisation)) throw new Refused('NOT_FOUND');
}

/** @throws Refused NOT_FOUND for a post that is not there or belongs to somebody else's organisation */
export function requirePosition(id: string, directory: Directory, within: ReadonlySet<string>): void {
  const position = directory.position(id);
  if (!position) throw new Refused('NOT_FOUND');
  requireUnit(position.unit, directory, within);
}

/** Somebody without a post belongs to everybody. @throws Refused NOT_FOUND */
export function requireEmployee(id: string, directory: Directory, within: ReadonlySet<string>): void {
  if (!directory.employee(id)) throw new Refused('NOT_FOUND');
  const organisations = directory
    .positionsOf(id)
    .map((position) => directory.unit(directory.position(position)?.unit ?? '')?.organisation ?? '');
  if (organisations.length > 0 && !organisations.some((one) => within.has(one)))
    throw new Refused('NOT_FOUND');
}
