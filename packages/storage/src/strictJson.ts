import { StoreError } from './errors.ts';

/** Deeper values are refused: they come from an attack or a mistake, and a walk of them overflows the stack. */
const MAX_DEPTH = 64;

/** Keys that JavaScript or a driver reads as something else than data. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'toJSON', '_bsontype', 'toBSON']);

function refuse(path: string, what: string): never {
  throw new StoreError('STORE_VALUE', `${path} is ${what}, which is not strict JSON`, { path, what });
}

/**
 * Checks that a value is strict JSON: what every store gives back exactly as it was. Pure.
 *
 * @throws STORE_VALUE naming the path: undefined, NaN, Infinity, -0, bigint, function, symbol, a Date or any other class,
 *   a hole in an array, a lone surrogate, a forbidden key or one with NUL, deeper than 64 levels
 */
export function assertStrictJson(value: unknown, path = '$', depth = 0): void {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) refuse(path, 'a string with a lone surrogate');
      return;
    case 'number':
      if (!Number.isFinite(value)) refuse(path, String(value));
      if (Object.is(value, -0)) refuse(path, '-0');
      return;
    case 'boolean':
      return;
    case 'object':
      break;
    default:
      refuse(path, typeof value);
  }
  if (value === null) return;
  if (depth === MAX_DEPTH) refuse(path, 'too deep');
  if (Array.isArray(value)) {
    // An index loop sees holes, which `forEach` skips.
    for (let i = 0; i < value.length; i++) assertStrictJson(value[i], `${path}[${i}]`, depth + 1);
    return;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse(path, 'not a plain object');
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEYS.has(key) || key.includes('\0') || !key.isWellFormed()) {
      refuse(path, `an object with the key ${JSON.stringify(key)}`);
    }
    assertStrictJson((value as Record<string, unknown>)[key], `${path}.${key}`, depth + 1);
  }
}
