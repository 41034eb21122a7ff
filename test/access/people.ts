import { openSession } from '../../runtime/src/http/session.ts';
import { accounts } from '../../runtime/src/storage/collections.ts';
import type { SampleOffice } from '../../runtime/src/testing/sampleOffice.ts';

/**
 * Who asks, as seen from one contract of lebedev's that lies at its legal examination: `approver` has the open task,
 * `former` has decided an earlier one, `unitHead` is the direct head of the approver, `stranger` is a colleague without
 * any part in it, `other` sits in another organisation.
 */
export const people = {
  nobody: null,
  stranger: 'safonov',
  author: 'lebedev',
  approver: 'vlasova',
  former: 'zaytsev',
  unitHead: 'kravtsov',
  registrar: 'safina',
  admin: 'timofeev',
  method: 'ryabova',
  other: 'tikhonova',
} as const;

export type Who = keyof typeof people;
export const everybody = Object.keys(people) as readonly Who[];

/** Those who may not see the contract: not a word of it may reach them by any route. */
export const outsiders: readonly Who[] = ['stranger', 'admin', 'method', 'other'];

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly query?: Record<string, string>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | object;
}

export interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  json(): { readonly code?: string } & Readonly<Record<string, unknown>>;
}

let keys = 0;

/** Asks as this person, with a fresh idempotency key. */
export async function ask(office: SampleOffice, who: Who, request: Ask): Promise<Answer> {
  const login = people[who];
  const headers: Record<string, string> = { 'idempotency-key': `key-of-access-${++keys}` };
  if (login !== null) headers['cookie'] = await cookieOf(office, login);
  return office.app.server.inject({ ...request, headers: { ...headers, ...request.headers } });
}

const cookies = new WeakMap<SampleOffice, Map<string, string>>();

export async function cookieOf(office: SampleOffice, login: string): Promise<string> {
  const known = cookies.get(office) ?? new Map<string, string>();
  cookies.set(office, known);
  const cookie = known.get(login);
  if (cookie !== undefined) return cookie;
  const account = (await office.store.find(accounts, { where: { login }, limit: 1 })).rows[0];
  if (!account) throw new Error(`Nobody signs in as ${login}`);
  const session = openSession(account.id, office.app.deps);
  await office.store.commit([session.change]);
  const made = `reglament=${session.token}`;
  known.set(login, made);
  return made;
}
