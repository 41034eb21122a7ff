import { assertStrictJson, StoreError } from '@reglament/storage';
import { Refused } from './refused.ts';

/**
 * What came from outside must be text and numbers that every store gives back as they were: no half of a surrogate pair,
 * no NUL, no minus zero, no key that means something else than data. Schemas do not see these.
 * @throws Refused BODY_INVALID naming the place
 */
export function requireStorable(parts: Readonly<Record<string, unknown>>): void {
  for (const [part, value] of Object.entries(parts)) {
    const path = withNul(value, part) ?? notStrict(value, part);
    if (path !== null) throw new Refused('BODY_INVALID', {}, [{ path, code: 'not_storable' }]);
  }
}

function notStrict(value: unknown, path: string): string | null {
  if (value === undefined) return null;
  try {
    assertStrictJson(value, path);
    return null;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return String(error.params['path'] ?? path);
  }
}

/** The schema has bounded the depth by now. */
function withNul(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = withNul(inner, `${path}/${name}`);
    if (found !== null) return found;
  }
  return null;
}
