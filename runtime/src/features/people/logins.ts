import { Refused } from '../../http/refused.ts';

/**
 * A login as a new account gets it: lower case, Latin letters, digits and `.-_`; what looks alike in two alphabets is one login only so.
 * @throws Refused FIELD_INVALID
 */
export function readLogin(given: string): string {
  const login = given.normalize('NFC').trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{1,59}$/.test(login)) throw new Refused('FIELD_INVALID', { field: 'login' });
  return login;
}
