import type { Directory } from '@reglament/engine';
import { isPlainDate } from '@reglament/regulation';
import { insert, remove } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import { absences, employees } from '../../storage/collections.ts';
import { requireAdministrator, requireEmployee } from '../people/policy.ts';

/** The longest leave there is, for a child, and then some: a longer one is a slip in the year. */
const mostDays = 1200;

/** Absences: the administrator's for anybody, everybody's own. */
export function absenceRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, directory, newId } = deps;

  route(api, deps, 'absences.create', async ({ session, body, keep }) => {
    const staff = directory.current();
    requireOwnOrAdministered(session, body.employee, staff);
    const { employee, from, to, substitute } = body;
    const wrong =
      wrongDates(from, to) ?? wrongSubstitute(employee, substitute, staff) ?? overlap(body, staff);
    if (wrong !== null) throw new Refused('ABSENCE_INVALID', { reason: wrong });
    const people = await store.getMany(employees, [
      employee,
      ...(substitute === undefined ? [] : [substitute]),
    ]);
    if (people.some((person) => person.dismissed))
      throw new Refused('ABSENCE_INVALID', { reason: 'dismissed' });

    const answer = { id: newId(), revision: 1 };
    const row = { id: answer.id, employee, from, to, ...(substitute === undefined ? {} : { substitute }) };
    if (!(await directory.change([insert(absences, row), ...keep(answer).changes], staff)))
      throw new Refused('REVISION_STALE');
    return answer;
  });

  route(api, deps, 'absences.delete', async ({ session, params }) => {
    const row = await store.get(absences, params.id);
    if (!row) throw new Refused('NOT_FOUND');
    requireOwnOrAdministered(session, row.employee, directory.current());
    if (!(await directory.change([remove(absences, row.id, row.rev)]))) throw new Refused('REVISION_STALE');
    return {};
  });
}

/** @throws Refused NOT_FOUND for somebody else's absence, unless one administers him */
function requireOwnOrAdministered(session: Session, employee: string, staff: Directory): void {
  if (employee === session.employee) return;
  requireEmployee(employee, staff, requireAdministrator(session, staff));
}

function wrongDates(from: string, to: string): string | null {
  if (!isPlainDate(from) || !isPlainDate(to)) return 'dates';
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days < 0 || days > mostDays ? 'dates' : null;
}

function wrongSubstitute(employee: string, substitute: string | undefined, staff: Directory): string | null {
  if (substitute === undefined) return null;
  return substitute === employee || !staff.employee(substitute) ? 'substitute' : null;
}

/** Two absences on one day could name two substitutes. */
function overlap(asked: { employee: string; from: string; to: string }, staff: Directory): string | null {
  const clash = staff.data.absences.some(
    ({ employee, from, to }) => employee === asked.employee && from <= asked.to && asked.from <= to,
  );
  return clash ? 'overlap' : null;
}
