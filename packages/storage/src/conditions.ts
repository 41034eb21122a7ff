import type { Collection, FieldKind } from './collection.ts';
import { StoreError } from './errors.ts';
import type { Scalar } from './query.ts';

export interface EqualCondition {
  readonly field: string;
  /** One of these, each once; none = nothing is found. */
  readonly values: readonly Scalar[];
}

export interface RangeCondition {
  readonly field: string;
  readonly from?: { readonly value: Scalar; readonly open: boolean };
  readonly to?: { readonly value: Scalar; readonly open: boolean };
}

/** What a filter asks, sorted by how it is served. */
export interface Conditions {
  /** In the order in which the filter names them. */
  readonly equals: readonly EqualCondition[];
  readonly each?: EqualCondition;
  readonly range?: RangeCondition;
}

/** Each combination of values is a search of its own in the index. */
const MAX_COMBINATIONS = 200;

function refuse(collection: Collection, field: string, what: string): never {
  throw new StoreError('STORE_QUERY', `The filter on ${collection.name}.${field} ${what}`, { field, what });
}

/** Whether a value can be stored in, or compared with, a field of the kind. Pure. */
export function isOfKind(kind: FieldKind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'flag':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && value.every((item) => isOfKind('text', item));
  }
}

/** @throws STORE_QUERY for a malformed filter, STORE_NO_INDEX for a field that is not declared. Pure. */
export function readConditions(collection: Collection, where: object = {}): Conditions {
  const equals: EqualCondition[] = [];
  let each: EqualCondition | undefined;
  let range: RangeCondition | undefined;

  for (const [field, condition] of Object.entries(where)) {
    const kind = Object.hasOwn(collection.fields, field) ? collection.fields[field] : undefined;
    if (!kind)
      throw new StoreError('STORE_NO_INDEX', `${collection.name}.${field} is not declared`, { field });
    const values = readValues(collection, field, kind, condition);
    if (values === undefined) {
      if (range) refuse(collection, field, 'is a second range');
      range = readRange(collection, field, kind, condition);
    } else if (kind === 'list') {
      if (each) refuse(collection, field, 'is a second list');
      each = { field, values };
    } else {
      equals.push({ field, values });
    }
  }
  const combinations = [...equals, ...(each ? [each] : [])].reduce((n, { values }) => n * values.length, 1);
  if (combinations > MAX_COMBINATIONS) {
    throw new StoreError(
      'STORE_QUERY',
      `A filter has at most ${MAX_COMBINATIONS} combinations, not ${combinations}`,
    );
  }
  return { equals, ...(each ? { each } : {}), ...(range ? { range } : {}) };
}

/** The values of an equality; nothing when the condition is a range. */
function readValues(collection: Collection, field: string, kind: FieldKind, condition: unknown) {
  const element = kind === 'list' ? 'text' : kind;
  let values: unknown[] | undefined;
  if (typeof condition !== 'object' || condition === null) {
    if (kind !== 'list') values = [condition];
  } else {
    const keys = Object.keys(condition);
    const { has, hasAny, in: oneOf } = condition as { has?: unknown; hasAny?: unknown; in?: unknown };
    const list = kind === 'list' ? hasAny : oneOf;
    if (keys.length === 1 && kind === 'list' && has !== undefined) values = [has];
    else if (keys.length === 1 && Array.isArray(list)) values = [...new Set(list)];
    else if (kind !== 'list' && !keys.includes('in')) return undefined;
  }
  if (!values?.every((value) => isOfKind(element, value)))
    refuse(collection, field, `is not one on a ${kind}`);
  return values as Scalar[];
}

const BOUNDS: Readonly<Record<string, { side: 'from' | 'to'; open: boolean }>> = {
  gt: { side: 'from', open: true },
  gte: { side: 'from', open: false },
  lt: { side: 'to', open: true },
  lte: { side: 'to', open: false },
};

function readRange(
  collection: Collection,
  field: string,
  kind: FieldKind,
  condition: unknown,
): RangeCondition {
  const range: { field: string; from?: RangeCondition['from']; to?: RangeCondition['to'] } = { field };
  const entries = Object.entries(condition as object);
  for (const [key, value] of entries) {
    const bound = Object.hasOwn(BOUNDS, key) ? BOUNDS[key] : undefined;
    if (!bound || range[bound.side]) refuse(collection, field, `has the bound "${key}"`);
    if (!isOfKind(kind, value)) refuse(collection, field, `is not one on a ${kind}`);
    range[bound.side] = { value: value as Scalar, open: bound.open };
  }
  if (entries.length === 0) refuse(collection, field, 'is empty');
  return range as RangeCondition;
}
