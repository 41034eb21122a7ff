import { put, remove } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { cookieNameFor, endSessions, openSession, sessionByToken } from '../../http/session.ts';
import { type AccountRow, accounts, deploymentRow, meta, sessions } from '../../storage/collections.ts';
import { createLockout } from './lockout.ts';
import { hashPassword, passwordFits, requireGoodPassword, spendTheTime } from './passwords.ts';
import { presentSession } from './presenter.ts';

export function sessionRoutes(api: FastifyInstance, deps: Deps): void {
  const { store } = deps;
  const lockout = createLockout(() => Date.now());

  route(api, deps, 'signIn.show', async () => {
    const deployment = (await store.get(meta, deploymentRow))?.value ?? {};
    const directory = deps.directory.current();
    const sample = deployment['sample'] === true && deps.config.sampleAllowed;
    return {
      organisation: directory.data.organisations[0]?.title ?? '',
      samplePeople: sample ? await samplePeople(deps) : [],
      samplePassword: sample ? String(deployment['samplePassword'] ?? '') : null,
      setupNeeded: deployment['setupHash'] !== undefined,
    };
  });

  route(api, deps, 'session.create', async ({ body, request, reply }) => {
    const login = body.login.trim().toLowerCase();
    const waitMs = lockout.waitMs(login, request.ip);
    if (waitMs > 0) throw new Refused('TOO_MANY_TRIES', { seconds: Math.ceil(waitMs / 1000) });
    const account = await accountByLogin(deps, login);
    const usable = account && !account.closed && (!account.sample || deps.config.sampleAllowed);
    const fits = usable
      ? await passwordFits(account.passwordHash, body.password)
      : await spendTheTime(body.password);
    if (!usable || !fits) {
      lockout.failed(login, request.ip);
      throw new Refused('CREDENTIALS_WRONG');
    }
    lockout.succeeded(login, request.ip);
    const { change, setCookie, token } = openSession(account.id, deps);
    await store.commit([change]);
    const session = await sessionByToken(token, deps);
    if (!session) throw new Refused('CREDENTIALS_WRONG');
    setCookie(reply);
    return presentSession(session, deps);
  });

  route(api, deps, 'session.show', ({ session }) => presentSession(session, deps));

  route(api, deps, 'session.delete', async ({ session, reply }) => {
    const row = await store.get(sessions, session.id);
    if (row) await store.commit([remove(sessions, row.id, row.rev)]);
    reply.clearCookie(cookieNameFor(deps), { path: '/' });
    return {};
  });

  route(api, deps, 'session.password', async ({ session, body }) => {
    const account = await store.get(accounts, session.account);
    if (!account || !(await passwordFits(account.passwordHash, body.current)))
      throw new Refused('PASSWORD_WRONG');
    requireGoodPassword(body.next, account.login);
    if (body.next === body.current) throw new Refused('PASSWORD_WEAK');
    const changed = { ...account, passwordHash: await hashPassword(body.next), mustChangePassword: false };
    // Whoever knew the old password is signed out.
    const done = await store.commit([
      put(accounts, changed, account.rev),
      ...(await endSessions(account.id, deps, session.id)),
    ]);
    if (!done.ok) throw new Refused('REVISION_STALE');
    return {};
  });
}

export async function accountByLogin(deps: Deps, login: string): Promise<AccountRow | undefined> {
  return (await deps.store.find(accounts, { where: { login }, limit: 1 })).rows[0];
}

async function samplePeople(deps: Deps) {
  const directory = deps.directory.current();
  const page = await deps.store.find(accounts, { order: { by: 'login' }, limit: 100 });
  return page.rows
    .filter((account) => account.sample && !account.closed)
    .map((account) => {
      const position = directory.positionsOf(account.employee)[0];
      const person =
        position === undefined
          ? { name: directory.employee(account.employee)?.name ?? '', post: '', unit: '' }
          : directory.personOf(account.employee, position);
      return {
        login: account.login,
        name: person.name,
        post: person.post,
        unit: person.unit,
        job: position === undefined ? '' : (directory.position(position)?.roles.join(' ') ?? ''),
      };
    });
}
