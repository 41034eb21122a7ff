import type { ConflictReason } from './change.ts';
import type { Collection } from './collection.ts';
import type { Conditions } from './conditions.ts';
import { compareScalars } from './order.ts';
import type { Keys, PreparedChange, PreparedInsert, PreparedPut } from './prepare.ts';
import type { Scalar } from './query.ts';

export interface MemoryRow {
  readonly id: string;
  readonly rev: number;
  readonly body: string;
  readonly keys: Keys;
  readonly stems: readonly string[];
}

/** One collection in memory: its rows by id, and who holds which values of a unique index. */
export class MemoryCollection {
  readonly rows = new Map<string, MemoryRow>();
  readonly #collection: Collection;
  readonly #places: ReadonlyMap<string, number>;
  readonly #uniques: readonly { readonly fields: readonly string[]; readonly holders: Map<string, string> }[];

  constructor(collection: Collection) {
    this.#collection = collection;
    this.#places = new Map(Object.keys(collection.fields).map((field, place) => [field, place]));
    this.#uniques = collection.indexes
      .filter((index) => index.unique)
      .map(({ fields }) => ({ fields, holders: new Map() }));
  }

  value(row: { readonly keys: Keys }, field: string) {
    return row.keys[this.#places.get(field) as number] ?? null;
  }

  /** Does the change and returns how to undo it, or says why it cannot be done and changes nothing. */
  apply(change: PreparedChange): ConflictReason | (() => void) {
    const old = this.rows.get(change.id);
    if (change.op === 'insert') {
      if (old) return 'exists';
      return this.#replace(undefined, written(change, 1, []));
    }
    if (!old) return 'missing';
    if (old.rev !== change.expect) return 'revision';
    if (change.op === 'delete') return this.#replace(old, undefined);
    const rev = old.rev + 1;
    return this.#replace(old, change.op === 'touch' ? { ...old, rev } : written(change, rev, old.stems));
  }

  /** The rows that the conditions hold for and, when an index is named, that are in it. */
  matching({ equals, each, range }: Conditions, index: number | undefined): MemoryRow[] {
    const used = index === undefined ? undefined : this.#collection.indexes[index];
    const tests: ((row: MemoryRow) => boolean)[] = equals.map(({ field, values }) => (row) => {
      const value = this.value(row, field);
      return value !== null && values.includes(value as Scalar);
    });
    if (each) {
      tests.push((row) => {
        const list = (this.value(row, each.field) ?? []) as readonly string[];
        return each.values.some((value) => list.includes(value as string));
      });
    }
    if (range) {
      tests.push((row) => {
        const value = this.value(row, range.field) as Scalar | null;
        if (value === null) return false;
        const low = range.from ? compareScalars(value, range.from.value) : 1;
        const high = range.to ? compareScalars(value, range.to.value) : -1;
        return (low > 0 || (low === 0 && !range.from?.open)) && (high < 0 || (high === 0 && !range.to?.open));
      });
    }
    if (used?.sparse) tests.push((row) => used.fields.every((field) => this.value(row, field) !== null));
    return [...this.rows.values()].filter((row) => tests.every((test) => test(row)));
  }

  #replace(from: MemoryRow | undefined, to: MemoryRow | undefined): ConflictReason | (() => void) {
    const taken = this.#uniques.some(({ fields, holders }) => {
      const key = to && this.#uniqueKey(fields, to);
      const holder = key === undefined ? undefined : holders.get(key);
      return holder !== undefined && holder !== to?.id;
    });
    if (taken) return 'unique';
    this.#set(from, to);
    return () => this.#set(to, from);
  }

  #set(from: MemoryRow | undefined, to: MemoryRow | undefined): void {
    for (const { fields, holders } of this.#uniques) {
      const before = from && this.#uniqueKey(fields, from);
      const after = to && this.#uniqueKey(fields, to);
      if (before !== undefined) holders.delete(before);
      if (to && after !== undefined) holders.set(after, to.id);
    }
    if (to) this.rows.set(to.id, to);
    else if (from) this.rows.delete(from.id);
  }

  /** Nothing when one of the values is missing: then the row is not in the index. */
  #uniqueKey(fields: readonly string[], row: MemoryRow): string | undefined {
    const values = fields.map((field) => this.value(row, field));
    return values.includes(null) ? undefined : JSON.stringify(values);
  }
}

function written(change: PreparedInsert | PreparedPut, rev: number, oldStems: readonly string[]): MemoryRow {
  return { id: change.id, rev, body: change.body, keys: change.keys, stems: change.stems ?? oldStems };
}
