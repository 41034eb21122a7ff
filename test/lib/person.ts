import { type Client, createClient } from '@reglament/api';

/** Somebody signed in, with the typed client: everything goes through the public routes. */
export interface Person extends Client {
  readonly login: string;
  /** The cookie, for a socket or a browser. */
  readonly cookie: string;
}

export async function signIn(origin: string, login: string, password: string): Promise<Person> {
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`${login} could not sign in: ${await response.text()}`);
  await response.text();
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return { login, cookie, ...createClient({ origin, fetch, headers: () => ({ cookie }) }) };
}

/** A fresh idempotency key. */
export const newKey = (): string => crypto.randomUUID();
