import type { Collection, CollectionDeclaration, FieldKind, Index, Row } from './collection.ts';
import { StoreError } from './errors.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;

/**
 * Declares a collection as data.
 *
 * @throws STORE_DECLARATION when a name is malformed, an index names an undeclared field or one of the wrong kind
 */
export function defineCollection<T extends Row>(declaration: CollectionDeclaration<T>): Collection<T> {
  const fields = (declaration.fields ?? {}) as Record<string, FieldKind>;
  const refuse = (what: string): never => {
    throw new StoreError('STORE_DECLARATION', `Collection ${declaration.name}: ${what}`);
  };
  const needScalar = (field: string) => {
    const kind = fields[field];
    if (!kind || kind === 'list') refuse(`${field} is not a declared scalar field`);
  };
  const needList = (field: string | undefined) => {
    if (field !== undefined && fields[field] !== 'list') refuse(`${field} is not a declared list field`);
  };

  for (const name of [declaration.name, ...Object.keys(fields)]) {
    if (!NAME.test(name) || name === 'id' || name === 'rev') refuse(`"${name}" cannot be a name`);
  }
  const indexes: readonly Index[] = declaration.indexes ?? [];
  for (const index of indexes) {
    index.fields.forEach(needScalar);
    needList(index.each);
    if (new Set(index.fields).size !== index.fields.length) refuse('an index names a field twice');
    if (index.fields.length === 0 && index.each === undefined) refuse('an index names no field');
    if (index.unique && index.each !== undefined) refuse('an index on elements cannot be unique');
  }
  const search = declaration.search;
  search?.where?.forEach(needScalar);
  needList(search?.each);
  if (search) needScalar(search.order.by);
  return { name: declaration.name, key: 'id', fields, indexes, ...(search ? { search } : {}) };
}
