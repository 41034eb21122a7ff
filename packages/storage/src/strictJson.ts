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
export function assertStrictJson(value: unknown, path = '$'): void {
  // Every row of every commit comes here: the path is only worded for a value that is refused.
  if (!isStrictJson(value, 0)) refuseFirst(value, path, 0);
}

function isStrictJson(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'boolean':
      return true;
    case 'object':
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (depth === MAX_DEPTH) return false;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isStrictJson(value[i], depth + 1)) return false;
    return true;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const key of Object.keys(value)) {
    if (isForbiddenKey(key)) return false;
    if (!isStrictJson((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

/** Keys of rows are mostly the same few: those found good are not looked at again. */
const goodKeys = new Set<string>();
const MOST_GOOD_KEYS = 2_000;

function isForbiddenKey(key: string): boolean {
  if (goodKeys.has(key)) return false;
  if (FORBIDDEN_KEYS.has(key) || key.includes('\0') || !key.isWellFormed()) return true;
  if (goodKeys.size < MOST_GOOD_KEYS && key.length <= 40) goodKeys.add(key);
  return false;
}

/** Goes the same way again and throws at the first place that is refused. */
function refuseFirst(value: unknown, path: string, depth: number): void {
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
    for (let i = 0; i < value.length; i++) refuseFirst(value[i], `${path}[${i}]`, depth + 1);
    return;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse(path, 'not a plain object');
  for (const key of Object.keys(value)) {
    if (isForbiddenKey(key)) refuse(path, `an object with the key ${JSON.stringify(key)}`);
    refuseFirst((value as Record<string, unknown>)[key], `${path}.${key}`, depth + 1);
  }
}
