import { Refused } from '../../http/refused.ts';

/**
 * A login as it is stored and compared: lower case, letters, digits and `.-_`.
 * @throws Refused FIELD_INVALID
 */
export function readLogin(given: string): string {
  const login = given.normalize('NFC').trim().toLowerCase();
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,59}$/u.test(login))
    throw new Refused('FIELD_INVALID', { field: 'login' });
  return login;
}
