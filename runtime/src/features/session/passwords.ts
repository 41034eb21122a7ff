import { hash, verify } from '@node-rs/argon2';
import { Refused } from '../../http/refused.ts';

/** Argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What everybody tries first. Longer lists belong to a deployment's own policy. */
const common = new Set([
  'password',
  'password1',
  '12345678',
  '123456789',
  '1234567890',
  'qwertyui',
  'qwerty123',
  'qwerty12345',
  'йцукенгш',
  'пароль123',
  'administrator',
  '11111111',
  '00000000',
  'iloveyou',
  '1q2w3e4r',
  'zaq12wsx',
]);

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

export async function passwordFits(stored: string, password: string): Promise<boolean> {
  return verify(stored, password).catch(() => false);
}

/** A hash to check against when the login is unknown, so that the answer takes as long. */
let decoy: Promise<string> | undefined;
export async function spendTheTime(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password');
  await passwordFits(await decoy, password);
  return false;
}

/** @throws Refused PASSWORD_WEAK */
export function requireGoodPassword(password: string, login: string): void {
  const folded = password.toLowerCase();
  if (password.length < 8 || common.has(folded) || folded.includes(login.toLowerCase()))
    throw new Refused('PASSWORD_WEAK');
}
