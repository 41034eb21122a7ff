import type { Directory, Position } from '@reglament/engine';
import type { Deps } from '../../deps.ts';
import { all } from '../../directory/directoryService.ts';
import { Refused } from '../../http/refused.ts';
import { accounts } from '../../storage/collections.ts';
import { administratorRole } from '../session/presenter.ts';

/**
 * Somebody who can sign in must be left to administer the deployment.
 *
 * @param changed - posts as they will be
 * @param gone - the employee who will have no account
 * @throws Refused STILL_NEEDED
 */
export async function requireAdministratorLeft(
  { store }: Pick<Deps, 'store'>,
  directory: Directory,
  changed: readonly Position[],
  gone?: string,
): Promise<void> {
  const byId = new Map(changed.map((position) => [position.id, position]));
  const administers = (position: Position) =>
    position.holder !== undefined && position.roles.includes(administratorRole);
  const before = directory.data.positions.filter(administers);
  const after = directory.data.positions
    .map((position) => byId.get(position.id) ?? position)
    .filter(administers);
  const holders = new Set(after.flatMap((position) => position.holder ?? []));
  const unchanged = before.every((position) => position.holder !== gone && holders.has(position.holder!));
  if (unchanged) return;
  if (gone !== undefined) holders.delete(gone);
  for (const account of await all(store, accounts)) {
    if (holders.has(account.employee) && !account.closed) return;
  }
  throw new Refused('STILL_NEEDED');
}
