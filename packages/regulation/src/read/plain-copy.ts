import { type Problem, problem } from '../lint/problem.ts';
import { depthLimit, textLimit } from './json-reader.ts';

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Control characters other than tab and line end; a lone surrogate is tested apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export type PlainCopy =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Copies a JSON value before anything looks into it: own enumerable data properties only, bounded in depth and size,
 * without keys that touch prototypes and without broken text. Everything else is refused with the place.
 */
export function plainCopy(input: unknown): PlainCopy {
  let budget = textLimit;
  const path: (string | number)[] = [];

  function refuse(code: Problem['code'], params: Problem['params'] = {}): Problem {
    return problem(code, 'error', [...path], params);
  }

  function checkText(text: string): Problem | undefined {
    budget -= text.length;
    if (budget < 0) return refuse('too-large', { limit: textLimit });
    return controlCharacter.test(text) || !text.isWellFormed() ? refuse('text-broken') : undefined;
  }

  function copy(value: unknown): PlainCopy {
    budget -= 1;
    if (budget < 0) return { ok: false, problem: refuse('too-large', { limit: textLimit }) };
    if (value === null || typeof value === 'boolean') return { ok: true, value };
    if (typeof value === 'string') {
      const broken = checkText(value);
      return broken === undefined ? { ok: true, value } : { ok: false, problem: broken };
    }
    if (typeof value === 'number' && Number.isFinite(value)) {
      // Minus zero is written as 0, so it is read as 0.
      return { ok: true, value: value === 0 ? 0 : value };
    }
    if (typeof value !== 'object') return { ok: false, problem: refuse('not-data', { got: typeof value }) };
    if (path.length >= depthLimit) return { ok: false, problem: refuse('too-deep', { limit: depthLimit }) };
    return Array.isArray(value) ? copyArray(value) : copyObject(value);
  }

  function copyArray(array: readonly unknown[]): PlainCopy {
    const result: unknown[] = [];
    for (let index = 0; index < array.length; index += 1) {
      path.push(index);
      const item = copy(array[index]);
      if (!item.ok) return item;
      path.pop();
      result.push(item.value);
    }
    return { ok: true, value: result };
  }

  function copyObject(object: object): PlainCopy {
    const prototype: unknown = Object.getPrototypeOf(object);
    if (prototype !== null && prototype !== Object.prototype) {
      return { ok: false, problem: refuse('not-data', { got: 'object' }) };
    }
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(object)) {
      path.push(key);
      if (forbiddenKeys.has(key)) return { ok: false, problem: refuse('key-forbidden', { key }) };
      const broken = checkText(key);
      if (broken !== undefined) return { ok: false, problem: broken };
      const property = Object.getOwnPropertyDescriptor(object, key);
      if (property === undefined || !('value' in property)) {
        return { ok: false, problem: refuse('not-data', { got: 'accessor' }) };
      }
      const item = copy(property.value);
      if (!item.ok) return item;
      path.pop();
      result[key] = item.value;
    }
    return { ok: true, value: result };
  }

  return copy(input);
}
