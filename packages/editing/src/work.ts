import {
  type Alternative,
  isSlug,
  type Regulation,
  type Slug,
  type Stage,
  type StageOf,
  stageOf,
  type Transition,
} from '@reglament/regulation';
import type { Change } from './change.ts';
import { ChangeTree } from './change-tree.ts';
import { EditRefused, type PartMap } from './refusal.ts';

/** Where an entry of a map may bear an id: parts, and transitions and notes, which nothing names. */
export type IdMap = PartMap | 'transitions' | 'notes';

/**
 * A document on which an operation works: it looks things up, and each change is applied at once and written down.
 * Lookups by name refuse the edit when there is no such thing.
 */
export class Work {
  readonly #tree: ChangeTree;
  readonly #changes: Change[] = [];

  constructor(regulation: Regulation) {
    this.#tree = new ChangeTree(regulation);
  }

  /** The document as it is now; read it anew after a change. */
  get now(): Regulation {
    return this.#tree.root;
  }

  get changes(): readonly Change[] {
    return this.#changes;
  }

  get inverse(): readonly Change[] {
    return this.#tree.inverse;
  }

  /** Writes a value; nothing when it is there already. */
  put(path: readonly string[], value: unknown, before?: string): void {
    if (value !== undefined && sameJson(this.at(path), value)) return;
    this.#apply({ do: 'put', path, value, ...(before === undefined ? {} : { before }) });
  }

  drop(path: readonly string[]): void {
    this.#apply({ do: 'drop', path });
  }

  /** Writes a value, or takes the key away when there is none. */
  set(path: readonly string[], value: unknown): void {
    if (value !== undefined) this.put(path, value);
    else if (this.at(path) !== undefined) this.drop(path);
  }

  /** The value at a path, or undefined. */
  at(path: readonly string[]): unknown {
    let value: unknown = this.now;
    for (const key of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Record<string, unknown>)[key];
    }
    return value;
  }

  has(map: IdMap, id: Slug): boolean {
    return Object.hasOwn(this.now[map] ?? {}, id);
  }

  stage(id: Slug): Stage {
    const stage = stageOf(this.now, id);
    if (stage === undefined) throw new EditRefused('part-unknown', { map: 'stages', id });
    return stage;
  }

  block(id: Slug): StageOf<'parallel'> {
    const stage = this.stage(id);
    if (stage.kind !== 'parallel') throw new EditRefused('not-a-block', { stage: id });
    return stage;
  }

  transition(id: Slug): Transition {
    const transition = this.has('transitions', id) ? this.now.transitions[id] : undefined;
    if (transition === undefined) throw new EditRefused('part-unknown', { map: 'transitions', id });
    return transition;
  }

  alternative(transition: Slug, id: Slug): Alternative {
    const { alternatives } = this.transition(transition);
    const alternative = Object.hasOwn(alternatives, id) ? alternatives[id] : undefined;
    if (alternative === undefined)
      throw new EditRefused('alternative-unknown', { transition, alternative: id });
    return alternative;
  }

  needPart(map: IdMap, id: Slug): void {
    if (!this.has(map, id)) throw new EditRefused('part-unknown', { map, id });
  }

  needFree(map: IdMap, id: Slug): void {
    needSlug(id);
    if (this.has(map, id)) throw new EditRefused('id-taken', { map, id });
  }

  needBranch(block: Slug, branch: Slug): void {
    if (!Object.hasOwn(this.block(block).settings.branches, branch)) {
      throw new EditRefused('branch-unknown', { block, branch });
    }
  }

  #apply(change: Change): void {
    this.#tree.apply(change);
    this.#changes.push(change);
  }
}

/**
 * Checks that a name may be an id.
 *
 * @throws EditRefused `id-wrong`
 */
export function needSlug(id: Slug): void {
  if (!isSlug(id)) throw new EditRefused('id-wrong', { id });
}

/**
 * Checks that a new order lists each of the present ids once and nothing else.
 *
 * @throws EditRefused `order-differs`
 */
export function needSameMembers(of: string, present: readonly Slug[], order: readonly Slug[]): void {
  const members = new Set(order);
  const same = members.size === order.length && order.length === present.length;
  if (!same || present.some((id) => !members.has(id))) throw new EditRefused('order-differs', { of });
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
