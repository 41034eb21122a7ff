import type { SessionRow } from '@reglament/api';
import type { Directory } from '@reglament/engine';
import type { Deps } from '../../deps.ts';
import type { Session } from '../../http/session.ts';

/** Roles of the product itself; those of a regulation are its own business. */
export const administratorRole = 'administrator';
export const methodologistRole = 'methodologist';
export const registrarRole = 'regr';

/** The person as his screens need him: who he is, which posts he acts by, what he may open. */
export async function presentSession(session: Session, deps: Deps): Promise<SessionRow> {
  const feedPosition = await deps.store.feed.position();
  const directory = deps.directory.current();
  const now = deps.clock.now();
  const home = session.positions[0];
  const person =
    home === undefined
      ? { name: directory.employee(session.employee)?.name ?? '', post: '', unit: '' }
      : directory.personOf(session.employee, home);
  return {
    account: session.account,
    login: session.login,
    employee: { ...person, employee: session.employee, ...(home === undefined ? {} : { position: home }) },
    posts: session.positions.map((id) => {
      const position = directory.position(id)!;
      const acting = directory.acting(id, now);
      const absent =
        acting?.standsInFor === undefined ? undefined : directory.employee(acting.standsInFor)?.name;
      return {
        position: id,
        title: position.title,
        unit: directory.unit(position.unit)?.title ?? '',
        roles: [...position.roles],
        ...(absent === undefined || acting?.employee !== session.employee ? {} : { standsInFor: absent }),
      };
    }),
    organisation: {
      id: session.organisation,
      title: directory.organisation(session.organisation)?.title ?? '',
      zone: directory.organisationCalendar(session.organisation).zone,
    },
    abilities: abilitiesOf(session, deps),
    mustChangePassword: session.mustChangePassword,
    sample: session.sample,
    position: feedPosition,
    now,
  };
}

/** The post by which he makes documents: one that he holds himself, before one whose absent holder he stands in for. */
export function authorsPost(session: Session, directory: Directory): string | undefined {
  return (
    session.positions.find((id) => directory.position(id)?.holder === session.employee) ??
    session.positions[0]
  );
}

/** What he may open. */
export function abilitiesOf(session: Session, deps: Deps): SessionRow['abilities'] {
  const directory = deps.directory.current();
  const position = authorsPost(session, directory);
  const heads = session.positions.some((position) =>
    directory.data.units.some((unit) => unit.head === position || unit.curator === position),
  );
  return {
    createDocuments:
      position !== undefined &&
      deps.regulations.startable(session.organisation, deps.clock.now(), directory.position(position)?.unit)
        .length > 0,
    seeUnit: heads,
    // Nobody else: a register's rows carry the titles of all documents, and a head may open those of his unit only.
    seeRegisters: session.roles.has(registrarRole),
    administer: session.roles.has(administratorRole),
    readRegulations: session.roles.has(methodologistRole) || session.roles.has(administratorRole),
    drawRegulations: session.principals.includes(`r:${session.organisation}:${methodologistRole}`),
  };
}
