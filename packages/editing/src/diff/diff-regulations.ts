import { omitDefaults, type Regulation, type Slug, type Transition } from '@reglament/regulation';
import type { Change } from '../change.ts';
import type {
  Difference,
  DifferenceKind,
  DifferingMap,
  DocumentKey,
  SettingDifference,
  TransitionDifference,
  WayDifference,
} from './difference.ts';
import { kindOfSetting } from './kind-of-setting.ts';
import { noteDifferences } from './note-differences.ts';
import { isReordered, type Order, orderTowards } from './orders.ts';
import { same, settingDifferences } from './setting-differences.ts';

const kinds = ['meaning', 'text', 'place'] as const satisfies readonly DifferenceKind[];

const documentKeys: readonly DocumentKey[] = [
  'format',
  'id',
  'needs',
  'title',
  'documentKind',
  'start',
  'urgency',
  'readers',
];

const partMaps: readonly Exclude<DifferingMap, 'stages'>[] = [
  'participants',
  'deadlines',
  'rules',
  'fields',
  'registers',
  'legalTerms',
];

/**
 * What is different in `b`, as a list that makes `b` of `a` (see `applyDifferences`): the document's own keys, stages in the
 * order of the route with the transitions that leave them, then the other parts, then notes. A part that differs both in meaning and in
 * words is listed twice, once for each. Both are compared in canonical form, so that a default that is written is no
 * difference. Pure.
 */
export function diffRegulations(a: Regulation, b: Regulation): readonly Difference[] {
  const [before, after] = [omitDefaults(a), omitDefaults(b)];
  const orders = {
    stages: orderTowards(before.stageOrder, after.stageOrder),
    fields: orderTowards(before.fieldOrder, after.fieldOrder),
  };
  return [
    ...documentKeys.flatMap((key) => ofDocument(before, after, key)),
    ...ofRoute(before, after, orders.stages),
    ...partMaps.flatMap((map) =>
      idsOf(before[map], after[map]).flatMap((id) =>
        ofPart(before, after, map, id, map === 'fields' ? orders.fields : undefined),
      ),
    ),
    ...ofOrder('fields', orders.fields.now, after.fieldOrder),
    ...noteDifferences(before, after),
  ];
}

function ofDocument(before: Regulation, after: Regulation, key: DocumentKey): readonly Difference[] {
  if (key === 'documentKind') {
    const settings = settingDifferences(before.documentKind, after.documentKind);
    return kinds.flatMap((kind): readonly Difference[] => {
      const own = settings.filter(({ path }) => kindOfSetting('documentKind', path) === kind);
      return own.length === 0
        ? []
        : [{ of: 'document', key, kind, settings: own, changes: changesOf(['documentKind'], own) }];
    });
  }
  const [from, to] = [before[key], after[key]];
  if (same(from, to)) return [];
  const setting: SettingDifference = {
    path: [],
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const kind = key === 'title' ? 'text' : 'meaning';
  return [{ of: 'document', key, kind, settings: [setting], changes: changesOf([key], [setting]) }];
}

/** Stages as they follow each other in `after`, one that is gone behind the one it followed, each with its ways out. */
function ofRoute(before: Regulation, after: Regulation, order: Order): readonly Difference[] {
  const left = new Set(idsOf(before.transitions, after.transitions));
  const found: Difference[] = [];
  const takeWays = (from: Slug | undefined): void => {
    for (const id of [...left]) {
      const source = (after.transitions[id] ?? before.transitions[id])?.from;
      if (from !== undefined && source !== from) continue;
      left.delete(id);
      found.push(...ofTransition(before, after, id));
    }
  };
  for (const id of idsInOrder(before.stageOrder, after.stageOrder)) {
    found.push(...ofPart(before, after, 'stages', id, order));
    takeWays(id);
  }
  // Those whose stage is not there at all.
  takeWays(undefined);
  return [...found, ...ofOrder('stages', order.now, after.stageOrder)];
}

function ofPart(
  before: Regulation,
  after: Regulation,
  map: DifferingMap,
  id: Slug,
  order: Order | undefined,
): readonly Difference[] {
  const [from, to] = [partOf(before, map, id), partOf(after, map, id)];
  const common = { of: 'part', map, id } as const;
  if (from === undefined || to === undefined) {
    const how = from === undefined ? 'added' : 'removed';
    if (how === 'added') order?.add(id);
    else order?.remove(id);
    const changes: readonly Change[] = [
      to === undefined ? { do: 'drop', path: [map, id] } : { do: 'put', path: [map, id], value: to },
      ...(order === undefined ? [] : [putOrder(map, order.now)]),
    ];
    return [{ ...common, kind: 'meaning', how, settings: [], changes }];
  }
  if (from === to) return [];
  const settings = settingDifferences(from, to);
  return kinds.flatMap((kind): readonly Difference[] => {
    const own = settings.filter(({ path }) => kindOfSetting(map, path) === kind);
    if (own.length === 0) return [];
    return [{ ...common, kind, how: 'changed', settings: own, changes: changesOf([map, id], own) }];
  });
}

function ofTransition(before: Regulation, after: Regulation, id: Slug): readonly TransitionDifference[] {
  const [from, to] = [before.transitions[id], after.transitions[id]];
  if (same(from, to)) return [];
  const path = ['transitions', id];
  return [
    {
      of: 'transition',
      kind: 'meaning',
      id,
      how: from === undefined ? 'added' : to === undefined ? 'removed' : 'changed',
      ...(from === undefined ? {} : { before: from }),
      ...(to === undefined ? {} : { after: to }),
      ways: waysOf(from, to),
      reordered: isReordered(from?.order ?? [], to?.order ?? []),
      changes: [to === undefined ? { do: 'drop', path } : { do: 'put', path, value: to }],
    },
  ];
}

function waysOf(before: Transition | undefined, after: Transition | undefined): readonly WayDifference[] {
  const ids = new Set([...(after?.order ?? []), ...(before?.order ?? [])]);
  return [...ids].flatMap((alternative): readonly WayDifference[] => {
    const [from, to] = [before?.alternatives[alternative], after?.alternatives[alternative]];
    if (same(from, to)) return [];
    const how = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    return [{ alternative, how }];
  });
}

function ofOrder(
  map: 'stages' | 'fields',
  from: readonly Slug[],
  to: readonly Slug[],
): readonly Difference[] {
  return same(from, to)
    ? []
    : [{ of: 'order', kind: 'meaning', map, from, to, changes: [putOrder(map, to)] }];
}

function putOrder(map: string, value: readonly Slug[]): Change {
  return { do: 'put', path: [map === 'stages' ? 'stageOrder' : 'fieldOrder'], value };
}

function changesOf(base: readonly string[], settings: readonly SettingDifference[]): readonly Change[] {
  return settings.map(({ path, to }) =>
    to === undefined
      ? { do: 'drop', path: [...base, ...path] }
      : { do: 'put', path: [...base, ...path], value: to },
  );
}

function partOf(regulation: Regulation, map: DifferingMap, id: Slug): object | undefined {
  return Object.hasOwn(regulation[map], id) ? regulation[map][id] : undefined;
}

function idsOf(before: object, after: object): readonly Slug[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])];
}

/** All members of two orders: as in `to`, those that are gone behind the one they followed. */
function idsInOrder(from: readonly Slug[], to: readonly Slug[]): readonly Slug[] {
  const order = orderTowards(to, from);
  for (const id of from) if (!order.now.includes(id)) order.add(id);
  return order.now;
}
