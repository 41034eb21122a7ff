import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A one-time token for the link of the first administrator; only its hash is kept. */
export function issueSetupToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(24).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** Compares in constant time. */
export function setupTokenFits(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
