/** Every stored row: its id, unique in its collection, and its revision, 1 when inserted and one more at each change. */
export interface Row {
  readonly id: string;
  readonly rev: number;
}

/** What a filterable field holds: one string, one number, one boolean, or a list of strings. */
export type FieldKind = 'text' | 'number' | 'flag' | 'list';

type KindOf<V> = V extends string
  ? 'text'
  : V extends number
    ? 'number'
    : V extends boolean
      ? 'flag'
      : V extends readonly string[]
        ? 'list'
        : never;

/** Names of the fields of `T` that a declaration may name: the top-level ones beside id and revision. */
export type FieldOf<T> = Exclude<keyof T, 'id' | 'rev'> & string;

/**
 * An index. It serves the filter on the equality of its first fields (in any order), then a range and the order by the
 * next one. Rows equal in that one come in the order of ids.
 */
export interface Index<F extends string = string> {
  /** Scalar fields, the one to order by last. */
  readonly fields: readonly F[];
  /** A list field: a row is found by each of its elements (`has`, `hasAny`), then by `fields`. */
  readonly each?: F;
  /** No two rows have equal `fields`. Not together with `each`. */
  readonly unique?: true;
  /**
   * A row that has null or nothing in one of `fields` is not in the index; without it such a row is refused. A sparse
   * index serves only queries that use all its fields, so that an answer never depends on the index chosen.
   */
  readonly sparse?: true;
}

/** Full-text search in a collection: what may narrow it and its one order (never by score). */
export interface SearchDeclaration<F extends string = string> {
  /** Scalar fields whose equality may narrow a search. */
  readonly where?: readonly F[];
  /** The list field whose elements may narrow a search. */
  readonly each?: F;
  /** The order of what is found; the field is never null. */
  readonly order: { readonly by: F; readonly desc?: true };
}

/** A typed collection as plain data. `T` is only known to the compiler. */
export interface Collection<T extends Row = Row> {
  readonly name: string;
  readonly key: 'id';
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly indexes: readonly Index[];
  readonly search?: SearchDeclaration;
  /** Never there: it carries the row's type. */
  readonly row?: T;
}

export interface CollectionDeclaration<T extends Row> {
  /** Letters, digits and _, beginning with a letter; unique in the schema. */
  readonly name: string;
  /** The fields that indexes and search name, with what they hold; a row with another type in one is refused. */
  readonly fields?: { readonly [K in FieldOf<T>]?: KindOf<NonNullable<T[K]>> };
  readonly indexes?: readonly Index<FieldOf<T>>[];
  readonly search?: SearchDeclaration<FieldOf<T>>;
}

/** All collections of a deployment. A change of any declaration raises `version`. */
export interface Schema {
  readonly version: number;
  readonly collections: readonly Collection[];
}
