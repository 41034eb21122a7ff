import type { Slug } from '@reglament/regulation';
import { EditRefused } from '../refusal.ts';
import type { Work } from '../work.ts';
import type { Performers } from './performers.ts';
import { orderKeyAt } from './setting-orders.ts';

export type SettingOperation =
  /**
   * A key under a stage: `title`, `ask`, `nature`, `notes`, `evidence`, `position`, or one in `settings`. A map with an
   * order beside it (outcomes, steps, branches, form, options) keeps the order in step: a new key comes last.
   */
  | {
      readonly do: 'setStage';
      readonly id: Slug;
      readonly path: readonly string[];
      readonly value: unknown;
    }
  | { readonly do: 'unsetStage'; readonly id: Slug; readonly path: readonly string[] }
  /** A key of the document: `title`, `readers`, `start`, in `documentKind` or in `urgency`; null takes it away. */
  | { readonly do: 'setDocument'; readonly path: readonly string[]; readonly value: unknown };

const stageKeys: ReadonlySet<string> = new Set([
  'title',
  'ask',
  'nature',
  'notes',
  'evidence',
  'position',
  'settings',
]);

const documentKeys: ReadonlySet<string> = new Set(['title', 'documentKind', 'readers', 'urgency', 'start']);

export const settingOperations: Performers<SettingOperation> = {
  setStage: (work, { id, path, value }) => {
    const at = stagePath(work, id, path);
    work.put(at, value);
    keepOrders(work, id, path);
  },
  unsetStage: (work, { id, path }) => {
    work.drop(stagePath(work, id, path));
    keepOrders(work, id, path);
  },
  setDocument: (work, { path, value }) => {
    const [head] = path;
    if (head === undefined || !documentKeys.has(head)) refusePath(path);
    work.set(path, value === null ? undefined : value);
  },
};

function stagePath(work: Work, id: Slug, path: readonly string[]): readonly string[] {
  work.stage(id);
  const [head] = path;
  if (head === undefined || !stageKeys.has(head)) refusePath(path);
  return ['stages', id, ...path];
}

function refusePath(path: readonly string[]): never {
  throw new EditRefused('path-refused', { path: path.join('/') });
}

/** Brings the order beside the map that a path names or lies in back in step with the map's keys. */
function keepOrders(work: Work, id: Slug, path: readonly string[]): void {
  for (const place of [path, path.slice(0, -1)]) {
    const orderKey = orderKeyAt(place);
    if (orderKey === undefined) continue;
    const at = ['stages', id, ...place];
    const orderAt = [...at.slice(0, -1), orderKey];
    const map = work.at(at);
    const order = work.at(orderAt);
    if (typeof map !== 'object' || map === null) {
      work.set(orderAt, undefined);
      continue;
    }
    const keys = Object.keys(map);
    const kept = Array.isArray(order) ? order.filter((key) => keys.includes(key)) : [];
    work.put(orderAt, [...kept, ...keys.filter((key) => !kept.includes(key))]);
  }
}
