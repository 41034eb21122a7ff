import { canonicalJson } from '@reglament/regulation';
import type { SettingDifference } from './difference.ts';

/** Keys of a part whose objects are one value: a term, a condition, a place. By place, since an outcome may bear their name. */
const whole: ReadonlySet<string> = new Set(['term', 'when', 'parent', 'position', 'evidence']);

/**
 * Compares two objects key by key, as deep as they are objects on both sides; lists and texts are values. In the order of
 * the second's keys, those that are gone last. Pure.
 */
export function settingDifferences(
  before: object,
  after: object,
  path: readonly string[] = [],
): readonly SettingDifference[] {
  const found: SettingDifference[] = [];
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  for (const key of keys) {
    const [from, to] = [valueAt(before, key), valueAt(after, key)];
    const at = [...path, key];
    if (from === undefined && to === undefined) continue;
    if (from === undefined || to === undefined) found.push(differing(at, from, to));
    else if (isBranching(from) && isBranching(to) && !isWhole(before, after, at))
      found.push(...settingDifferences(from, to, at));
    else if (!same(from, to)) found.push(differing(at, from, to));
  }
  return found;
}

/** Whether two JSON values are written alike. Pure. */
export function same(from: unknown, to: unknown): boolean {
  if (from === to) return true;
  if (from === undefined || to === undefined) return false;
  return canonicalJson(from) === canonicalJson(to);
}

function differing(path: readonly string[], from: unknown, to: unknown): SettingDifference {
  return {
    path,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function isWhole(before: object, after: object, path: readonly string[]): boolean {
  const [key] = path;
  if (path.length !== 1 || key === undefined) return false;
  // Settings of two kinds have nothing in common.
  if (key === 'settings') return valueAt(before, 'kind') !== valueAt(after, 'kind');
  return whole.has(key);
}

function valueAt(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}

function isBranching(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isText(value);
}

function isText(value: object): boolean {
  const { ru, en } = value as { ru?: unknown; en?: unknown };
  return typeof ru === 'string' && typeof en === 'string';
}
