import type { Regulation } from '@reglament/regulation';
import type { Change } from './change.ts';
import { EditRefused } from './refusal.ts';

type Node = Record<string, unknown>;

const prototypeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Objects put such keys before all others, whatever the order of writing. */
const indexKey = /^(0|[1-9]\d*)$/;

/**
 * A document while changes are applied to it. An object is copied when the first change reaches into it; the copy is the
 * tree's own and further changes are written into it, so that many changes cost one copy of a map.
 *
 * A value that is put is not the tree's own, even when it was read from the tree: it is copied before anything is written
 * into it. So what was taken out, and is kept in the inverse, is never written into again.
 */
export class ChangeTree {
  #root: Node;
  #own = new WeakSet<object>();
  #inverse: Change[] = [];

  constructor(regulation: Regulation) {
    this.#root = regulation as unknown as Node;
  }

  /** The document as it is now; not to be kept while changes go on. */
  get root(): Regulation {
    return this.#root as unknown as Regulation;
  }

  /** What leads back from the present document to the first one. */
  get inverse(): readonly Change[] {
    return this.#inverse.toReversed();
  }

  apply(change: Change): void {
    const key = change.path.at(-1);
    if (key === undefined) throw new EditRefused('parent-missing', { path: '' });
    for (const each of change.path) {
      if (prototypeKeys.has(each) || indexKey.test(each))
        throw new EditRefused('key-forbidden', { key: each });
    }
    if (change.do === 'drop') this.#drop(change.path, key);
    else this.#put(change.path, key, change.value, change.before);
  }

  #put(path: readonly string[], key: string, value: unknown, before: string | undefined): void {
    if (value === undefined) throw new EditRefused('value-missing', { path: path.join('/') });
    const parent = this.#parentOf(path);
    this.#release(value);
    if (Object.hasOwn(parent, key)) {
      this.#inverse.push({ do: 'put', path, value: parent[key] });
      parent[key] = value;
      return;
    }
    const keys = Object.keys(parent);
    const place = before === undefined ? keys.length : keys.indexOf(before);
    if (before !== undefined && place < 0)
      throw new EditRefused('place-missing', { path: path.join('/'), before });
    this.#inverse.push({ do: 'drop', path });
    const behind = keys.slice(place).map((each) => [each, parent[each]] as const);
    for (const [each] of behind) delete parent[each];
    parent[key] = value;
    for (const [each, item] of behind) parent[each] = item;
  }

  #drop(path: readonly string[], key: string): void {
    const parent = this.#parentOf(path);
    if (!Object.hasOwn(parent, key)) throw new EditRefused('key-missing', { path: path.join('/') });
    const keys = Object.keys(parent);
    const before = keys[keys.indexOf(key) + 1];
    const value = parent[key];
    this.#inverse.push({ do: 'put', path, value, ...(before === undefined ? {} : { before }) });
    delete parent[key];
  }

  /** The object that holds the last key of a path, made the tree's own with all above it. */
  #parentOf(path: readonly string[]): Node {
    let node = this.#owned(this.#root);
    this.#root = node;
    for (const key of path.slice(0, -1)) {
      const child = Object.hasOwn(node, key) ? node[key] : undefined;
      if (typeof child !== 'object' || child === null || Array.isArray(child)) {
        throw new EditRefused('parent-missing', { path: path.join('/') });
      }
      const own = this.#owned(child as Node);
      node[key] = own;
      node = own;
    }
    return node;
  }

  #owned(node: Node): Node {
    if (this.#own.has(node)) return node;
    const copy = { ...node };
    this.#own.add(copy);
    return copy;
  }

  #release(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    this.#own.delete(value);
    for (const item of Object.values(value)) this.#release(item);
  }
}
