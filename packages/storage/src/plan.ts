import type { Collection, FieldKind, Index } from './collection.ts';
import { type Conditions, readConditions } from './conditions.ts';
import { type Cursor, readCursor } from './cursor.ts';
import { StoreError } from './errors.ts';
import { pageLimit } from './feedRows.ts';
import { assertStems } from './stems.ts';

/** A query that a declared index serves, checked and ready to run: what every adapter starts from. */
export interface ReadPlan extends Conditions {
  /** The number of the index in the declaration; nothing = the collection in the order of ids. */
  readonly index?: number;
}

export interface FindPlan extends ReadPlan {
  /** The field to order by, or id. */
  readonly by: string;
  readonly desc: boolean;
  readonly limit: number;
  readonly after?: Cursor;
}

export interface CountByPlan extends ReadPlan {
  readonly by: string;
}

export interface SearchPlan extends FindPlan {
  readonly stems: readonly string[];
  readonly prefix?: string;
}

/** The queries of the port with their types erased. */
export interface AnyFind {
  readonly where?: object;
  readonly order?: { readonly by: string; readonly desc?: boolean };
  readonly limit?: number;
  readonly after?: string;
}

export interface AnySearch extends Omit<AnyFind, 'order'> {
  readonly stems: readonly string[];
  readonly prefix?: string;
}

function noIndex(collection: Collection, conditions: Conditions, next?: string): never {
  const fields =
    [conditions.each?.field, ...conditions.equals.map((e) => e.field)].filter(Boolean).join(', ') ||
    'nothing';
  const want = next === undefined ? fields : `${fields}, then ${next}`;
  throw new StoreError('STORE_NO_INDEX', `No index of ${collection.name} serves ${want}: declare one`, {
    collection: collection.name,
    want,
  });
}

/** Whether the index begins with the equal fields, and has `next` after them. */
function serves(index: Index, conditions: Conditions, next: string | undefined): boolean {
  const equal = conditions.equals.length;
  const prefix = index.fields.slice(0, equal);
  return (
    index.each === conditions.each?.field &&
    prefix.length === equal &&
    conditions.equals.every((condition) => prefix.includes(condition.field)) &&
    (next === undefined || index.fields[equal] === next)
  );
}

const used = (conditions: Conditions, next: string | undefined) =>
  conditions.equals.length + (next === undefined ? 0 : 1);

function afterOf(after: string | undefined, by: string, desc: boolean, kind: FieldKind | undefined) {
  return after === undefined ? {} : { after: readCursor(after, by, desc, kind) };
}

/** Finds the index that serves a find. Pure. @throws STORE_NO_INDEX, STORE_QUERY, STORE_CURSOR */
export function planFind(collection: Collection, query: AnyFind): FindPlan {
  const conditions = readConditions(collection, query.where);
  const by = query.order?.by ?? conditions.range?.field ?? 'id';
  const desc = query.order?.desc ?? false;
  const next = by === 'id' ? undefined : by;
  if (conditions.range && conditions.range.field !== by)
    noIndex(collection, conditions, conditions.range.field);
  const plan = {
    ...conditions,
    by,
    desc,
    limit: pageLimit(query.limit ?? 100),
    ...afterOf(query.after, by, desc, next === undefined ? undefined : collection.fields[next]),
  };
  if (used(conditions, next) === 0 && !conditions.each) return plan;
  // Rows equal in the ordering field come by id: the index must end where the query does.
  const index = collection.indexes.findIndex(
    (i) => serves(i, conditions, next) && i.fields.length === used(conditions, next),
  );
  if (index < 0) noIndex(collection, conditions, next);
  return { ...plan, index };
}

function planGrouping(collection: Collection, conditions: Conditions, next: string | undefined): number {
  const index = collection.indexes.findIndex(
    (i) => serves(i, conditions, next) && (!i.sparse || i.fields.length === used(conditions, next)),
  );
  if (index < 0) noIndex(collection, conditions, next);
  return index;
}

/** Finds the index that serves a count. Pure. @throws STORE_NO_INDEX, STORE_QUERY */
export function planCount(collection: Collection, where: object = {}): ReadPlan {
  const conditions = readConditions(collection, where);
  const next = conditions.range?.field;
  if (used(conditions, next) === 0 && !conditions.each) return conditions;
  return { ...conditions, index: planGrouping(collection, conditions, next) };
}

/** Finds the index that serves a grouped count. Pure. @throws STORE_NO_INDEX, STORE_QUERY */
export function planCountBy(
  collection: Collection,
  query: { readonly where?: object; readonly by: string },
): CountByPlan {
  const conditions = readConditions(collection, query.where);
  if (conditions.range && conditions.range.field !== query.by)
    noIndex(collection, conditions, conditions.range.field);
  return { ...conditions, by: query.by, index: planGrouping(collection, conditions, query.by) };
}

/** Checks a search against its declaration. Pure. @throws STORE_NO_INDEX, STORE_QUERY, STORE_CURSOR */
export function planSearch(collection: Collection, query: AnySearch): SearchPlan {
  const { search } = collection;
  const conditions = readConditions(collection, query.where);
  const narrows = (field: string) => search?.where?.includes(field) ?? false;
  const declared =
    conditions.equals.every((e) => narrows(e.field)) &&
    conditions.each?.field === (conditions.each && search?.each);
  if (!search || !declared || conditions.range) noIndex(collection, conditions, 'search');
  const { by, desc = false } = search.order;
  const prefix = query.prefix === '' ? undefined : query.prefix;
  assertStems([...query.stems, ...(prefix === undefined ? [] : [prefix])], 'STORE_QUERY');
  if (query.stems.length + (prefix === undefined ? 0 : 1) === 0) {
    throw new StoreError('STORE_QUERY', 'A search asks for one stem at least');
  }
  return {
    ...conditions,
    by,
    desc,
    limit: pageLimit(query.limit ?? 100),
    ...afterOf(query.after, by, desc, collection.fields[by]),
    stems: [...new Set(query.stems)],
    ...(prefix === undefined ? {} : { prefix }),
  };
}
