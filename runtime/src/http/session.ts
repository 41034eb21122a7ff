import '@fastify/cookie';
import { createHash, randomBytes } from 'node:crypto';
import { type Change, insert, remove } from '@reglament/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { accounts, sessions } from '../storage/collections.ts';
import { Refused } from './refused.ts';

/** Who asks, worked out anew for each request, so that a change of post or role takes effect at once. */
export interface Session {
  readonly id: string;
  readonly account: string;
  readonly login: string;
  readonly employee: string;
  readonly mustChangePassword: boolean;
  readonly sample: boolean;
  /** Posts he holds, then posts whose absent holder he stands in for. */
  readonly positions: readonly string[];
  readonly principals: readonly string[];
  readonly roles: ReadonlySet<string>;
  readonly organisation: string;
}

const cookieName = 'reglament';
const secureCookieName = '__Host-reglament';
/** A working week without a sign of life, and a month in all. */
const idleMs = 7 * 24 * 3_600_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export function cookieNameFor(deps: Deps): string {
  return deps.config.trustProxy ? secureCookieName : cookieName;
}

/** The signed-in person behind a cookie header's token, or null. Used by routes and by the socket. */
export async function sessionByToken(token: string | undefined, deps: Deps): Promise<Session | null> {
  if (!token || token.length > 200) return null;
  const id = hashOf(token);
  const row = await deps.store.get(sessions, id);
  if (!row || row.expiresAtMs <= Date.now()) return null;
  const account = await deps.store.get(accounts, row.account);
  if (!account || account.closed || (account.sample && !deps.config.sampleAllowed)) return null;
  return sessionFor(id, account, deps);
}

export function sessionOf(request: FastifyRequest, deps: Deps): Promise<Session | null> {
  return sessionByToken(request.cookies[cookieNameFor(deps)], deps);
}

function sessionFor(
  id: string,
  account: { id: string; login: string; employee: string; mustChangePassword: boolean; sample: boolean },
  deps: Deps,
): Session | null {
  const directory = deps.directory.current();
  const now = deps.clock.now();
  const principals = directory.principalsOf(account.employee, now);
  const positions = principals.filter((one) => one.startsWith('p:')).map((one) => one.slice(2));
  const roles = new Set(
    principals.filter((one) => one.startsWith('r:')).map((one) => one.slice(one.lastIndexOf(':') + 1)),
  );
  const home = positions[0] === undefined ? undefined : directory.position(positions[0]);
  const organisation = home ? directory.unit(home.unit)?.organisation : directory.data.organisations[0]?.id;
  if (organisation === undefined) return null;
  return {
    id,
    account: account.id,
    login: account.login,
    employee: account.employee,
    mustChangePassword: account.mustChangePassword,
    sample: account.sample,
    positions,
    principals,
    roles,
    organisation,
  };
}

/** A new session: its row for the commit, and the cookie to set once that is done. */
export function openSession(
  account: string,
  deps: Deps,
): { readonly change: Change; readonly setCookie: (reply: FastifyReply) => void; readonly token: string } {
  const token = randomBytes(32).toString('base64url');
  const atMs = Date.now();
  return {
    token,
    change: insert(sessions, { id: hashOf(token), account, createdAtMs: atMs, expiresAtMs: atMs + idleMs }),
    setCookie: (reply) => {
      reply.setCookie(cookieNameFor(deps), token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: deps.config.trustProxy,
        maxAge: idleMs / 1000,
      });
    },
  };
}

/** Ends every session of an account, except one; answers the changes for a commit. */
export async function endSessions(account: string, deps: Deps, except?: string): Promise<Change[]> {
  const page = await deps.store.find(sessions, {
    where: { account },
    order: { by: 'expiresAtMs' },
    limit: 500,
  });
  return page.rows.filter((row) => row.id !== except).map((row) => remove(sessions, row.id, row.rev));
}

/** @throws Refused NOT_SIGNED_IN, PASSWORD_MUST_CHANGE */
export async function requireSession(request: FastifyRequest, deps: Deps): Promise<Session> {
  const session = await sessionOf(request, deps);
  if (!session) throw new Refused('NOT_SIGNED_IN');
  if (session.mustChangePassword) throw new Refused('PASSWORD_MUST_CHANGE');
  return session;
}
