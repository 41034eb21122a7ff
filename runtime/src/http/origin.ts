import type { FastifyRequest } from 'fastify';
import { Refused } from './refused.ts';

/**
 * A state-changing request from a page of another origin is refused, although the cookie is SameSite.
 * Programs send no Origin header and pass.
 * @throws Refused ORIGIN_REFUSED
 */
export function requireSameOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin;
  if (origin === undefined) return;
  if (!isSameOrigin(origin, request.host)) throw new Refused('ORIGIN_REFUSED');
}

export function isSameOrigin(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
