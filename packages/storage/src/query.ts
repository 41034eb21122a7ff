import type { FieldOf, Row } from './collection.ts';

export type Scalar = string | number | boolean;

/** A range on one field: the field to order by. */
export interface Range<V extends Scalar = Scalar> {
  readonly lt?: V;
  readonly lte?: V;
  readonly gt?: V;
  readonly gte?: V;
}

/** A condition on a scalar field: equality, one of (at most 200 in a query, counted as a product), or a range. */
export type ScalarCondition<V extends Scalar = Scalar> = V | { readonly in: readonly V[] } | Range<V>;

/** A condition on a list field: it has the element, or one of them. */
export type ListCondition = { readonly has: string } | { readonly hasAny: readonly string[] };

type ConditionOn<V> = V extends readonly unknown[]
  ? ListCondition
  : [V] extends [Scalar]
    ? ScalarCondition<V>
    : never;

/** All conditions hold at once. Null is never a value to look for. */
export type Where<T extends Row> = { readonly [K in FieldOf<T>]?: ConditionOn<NonNullable<T[K]>> };

export interface FindQuery<T extends Row> {
  readonly where?: Where<T>;
  /** Default: the field of the range when there is one, else id. Byte order; equal rows by id the same way. */
  readonly order?: { readonly by: FieldOf<T> | 'id'; readonly desc?: boolean };
  /** 1 to 1,000; default 100. */
  readonly limit?: number;
  /** `next` of an earlier page of the same query. */
  readonly after?: string;
}

export interface SearchQuery<T extends Row> {
  /** Whole stems, all of which the row has. */
  readonly stems: readonly string[];
  /** The beginning of one more stem, of the word being typed. */
  readonly prefix?: string;
  /** Equality and `in` on the fields that the declaration of the search names, `has` and `hasAny` on its list. */
  readonly where?: Where<T>;
  readonly limit?: number;
  readonly after?: string;
}

export interface CountByQuery<T extends Row> {
  readonly where?: Where<T>;
  readonly by: FieldOf<T>;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Opaque; there when more rows follow. */
  readonly next?: string;
}

export interface Group {
  readonly value: Scalar;
  readonly count: number;
}
