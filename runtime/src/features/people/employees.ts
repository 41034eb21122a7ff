import { type Change, insert, put, remove } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { all } from '../../directory/directoryService.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { endSessions } from '../../http/session.ts';
import { type AccountRow, absences, accounts, employees, positions } from '../../storage/collections.ts';
import { hashPassword } from '../session/passwords.ts';
import { accountByLogin } from '../session/routes.ts';
import { issuePassword } from './issuePassword.ts';
import { requireAdministratorLeft } from './lastAdministrator.ts';
import { readLogin } from './logins.ts';
import { requireAdministrator, requireEmployee, requirePosition } from './policy.ts';

/** People: taken on, renamed, given a new password, dismissed. */
export function employeeRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, directory, newId } = deps;

  route(api, deps, 'people.createEmployee', async ({ session, body, keep }) => {
    const within = requireAdministrator(session, directory.current());
    const id = newId();
    const changes: Change[] = [insert(employees, { id, name: body.name, dismissed: false })];
    if (body.position !== undefined) {
      requirePosition(body.position, directory.current(), within);
      const post = await store.get(positions, body.position);
      // Taken by somebody meanwhile: he is not put out of his post in silence.
      if (!post || post.holder !== undefined) throw new Refused('REVISION_STALE');
      changes.push(put(positions, { ...post, holder: id }, post.rev));
    }
    let password: string | null = null;
    if (body.login !== undefined) {
      const login = readLogin(body.login);
      if (await accountByLogin(deps, login)) throw new Refused('LOGIN_TAKEN', { login });
      password = issuePassword();
      const passwordHash = await hashPassword(password);
      changes.push(insert(accounts, newAccount({ id: newId(), login, employee: id, passwordHash })));
    }
    // The password is told once: the row kept for a repeated key has none.
    const done = await directory.change([...changes, ...keep({ id, password: null }).changes]);
    if (!done) throw new Refused('REVISION_STALE');
    return { id, password };
  });

  route(api, deps, 'people.renameEmployee', async ({ session, params, body }) => {
    requireEmployee(params.id, directory.current(), requireAdministrator(session, directory.current()));
    const row = await store.get(employees, params.id);
    if (!row || row.rev !== body.revision) throw new Refused('REVISION_STALE');
    if (!(await directory.change([put(employees, { ...row, name: body.name }, row.rev)])))
      throw new Refused('REVISION_STALE');
    return { id: row.id, revision: row.rev + 1 };
  });

  route(api, deps, 'people.resetPassword', async ({ session, params, body, keep }) => {
    requireEmployee(params.id, directory.current(), requireAdministrator(session, directory.current()));
    const row = await store.get(employees, params.id);
    if (!row || row.rev !== body.revision) throw new Refused('REVISION_STALE');
    const account = await accountOf(deps, params.id);
    if (!account || account.closed) throw new Refused('NOT_FOUND');
    const password = issuePassword();
    const changed = { ...account, passwordHash: await hashPassword(password), mustChangePassword: true };
    const done = await store.commit([
      put(accounts, changed, account.rev),
      ...(await endSessions(account.id, deps)),
      ...keep({ id: row.id, password: null }).changes,
    ]);
    if (!done.ok) throw new Refused('REVISION_STALE');
    return { id: row.id, password };
  });

  route(api, deps, 'people.dismiss', async ({ session, params, body, keep }) => {
    const staff = directory.current();
    requireEmployee(params.id, staff, requireAdministrator(session, staff));
    const row = await store.get(employees, params.id);
    if (!row || row.rev !== body.revision || row.dismissed) throw new Refused('REVISION_STALE');
    const held = await store.getMany(positions, staff.positionsOf(row.id));
    const vacated = held.map(({ holder, ...post }) => post);
    await requireAdministratorLeft(deps, staff, vacated, row.id);

    const dismissal = { atMs: deps.clock.now(), by: session.employee, reason: body.reason };
    const answer = { id: row.id, revision: row.rev + 1 };
    const done = await directory.change(
      [
        put(employees, { ...row, dismissed: true, dismissal }, row.rev),
        ...vacated.map((post) => put(positions, post, post.rev)),
        ...(await absencesWithout(row.id, deps)),
        ...(await closeAccount(row.id, deps)),
        ...keep(answer).changes,
      ],
      staff,
    );
    if (!done) throw new Refused('REVISION_STALE');
    return answer;
  });
}

function newAccount(given: Pick<AccountRow, 'id' | 'login' | 'employee' | 'passwordHash'>) {
  return { ...given, mustChangePassword: true, closed: false, sample: false };
}

async function accountOf({ store }: Deps, employee: string): Promise<AccountRow | undefined> {
  return (await store.find(accounts, { where: { employee }, limit: 1 })).rows[0];
}

async function closeAccount(employee: string, deps: Deps): Promise<Change[]> {
  const account = await accountOf(deps, employee);
  if (!account) return [];
  return [put(accounts, { ...account, closed: true }, account.rev), ...(await endSessions(account.id, deps))];
}

/** His own absences go; those whom he was to stand in for have nobody. */
async function absencesWithout(employee: string, { store }: Deps): Promise<Change[]> {
  const changes: Change[] = [];
  for (const absence of await all(store, absences)) {
    const { substitute, ...alone } = absence;
    if (absence.employee === employee) changes.push(remove(absences, absence.id, absence.rev));
    else if (substitute === employee) changes.push(put(absences, alone, absence.rev));
  }
  return changes;
}
