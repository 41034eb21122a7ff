import type { Collection, Scalar } from '@reglament/storage';
import type {
  CountByPlan,
  EqualCondition,
  FindPlan,
  RangeCondition,
  ReadPlan,
  SearchPlan,
} from '@reglament/storage/adapter';
import { type Cell, cellOf, columnOf, elementsOf, indexOf, stemsOf, tableOf } from './tables.ts';

/** A statement and what it is run with. */
export interface Read {
  readonly sql: string;
  readonly cells: readonly Cell[];
}

/** A condition under construction: its text and its values, in one order. */
class Terms {
  readonly texts: string[] = [];
  readonly cells: Cell[] = [];

  add(text: string, ...values: readonly Scalar[]): this {
    this.texts.push(text);
    this.cells.push(...values.map(cellOf));
    return this;
  }

  equal(column: string, values: readonly Scalar[]): this {
    return values.length === 1
      ? this.add(`${column} = ?`, ...values)
      : this.add(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
  }

  range(range: RangeCondition | undefined): this {
    if (range?.from) this.add(`${columnOf(range.field)} ${range.from.open ? '>' : '>='} ?`, range.from.value);
    if (range?.to) this.add(`${columnOf(range.field)} ${range.to.open ? '<' : '<='} ?`, range.to.value);
    return this;
  }

  get where(): string {
    return this.texts.length === 0 ? '' : ` WHERE ${this.texts.join(' AND ')}`;
  }
}

/** Where an index's entries are read: the table by its index, or the table of elements. */
function sourceOf(collection: Collection, plan: ReadPlan): string {
  if (plan.index === undefined) return tableOf(collection);
  if (plan.each) return elementsOf(collection, plan.index);
  return `${tableOf(collection)} INDEXED BY ${indexOf(collection, plan.index)}`;
}

/** A partial index is used only for a query that says what the index leaves out. */
function sparseTerms(terms: Terms, collection: Collection, plan: ReadPlan): Terms {
  const index = plan.index === undefined ? undefined : collection.indexes[plan.index];
  if (index?.sparse && !plan.each)
    for (const field of index.fields) terms.add(`${columnOf(field)} IS NOT NULL`);
  return terms;
}

function afterTerms(terms: Terms, plan: FindPlan, prefix = ''): Terms {
  const { after, by, desc } = plan;
  if (!after) return terms;
  const sign = desc ? '<' : '>';
  if (after.value === undefined) return terms.add(`${prefix}id ${sign} ?`, after.id);
  return terms.add(`(${prefix}${columnOf(by)}, ${prefix}id) ${sign} (?, ?)`, after.value, after.id);
}

function orderOf(plan: FindPlan, prefix = ''): string {
  const way = plan.desc ? ' DESC' : '';
  const keys = plan.by === 'id' ? ['id'] : [columnOf(plan.by), 'id'];
  return ` ORDER BY ${keys.map((key) => `${prefix}${key}${way}`).join(', ')}`;
}

/** One value of each condition, in all combinations. */
function combinations(
  conditions: readonly EqualCondition[],
): readonly (readonly (readonly [string, Scalar])[])[] {
  return conditions.reduce<readonly (readonly (readonly [string, Scalar])[])[]>(
    (rows, { field, values }) =>
      rows.flatMap((row) => values.map((value) => [...row, [field, value] as const])),
    [[]],
  );
}

/**
 * Reads `id, rev, body` of a page and of one row more. Each combination of values is read from its own place in the index up
 * to the limit, then the few found are merged: nothing is read that cannot be on the page.
 */
export function findRead(collection: Collection, plan: FindPlan): Read {
  const table = tableOf(collection);
  const limit = plan.limit + 1;
  const source = sourceOf(collection, plan);
  const conditions = [...(plan.each ? [{ field: '', values: plan.each.values }] : []), ...plan.equals];
  const parts = combinations(conditions).map((combination) => {
    const terms = new Terms();
    for (const [field, value] of combination)
      terms.add(`${field === '' ? 'value' : columnOf(field)} = ?`, value);
    return afterTerms(sparseTerms(terms.range(plan.range), collection, plan), plan);
  });
  const [only] = parts;
  if (only && parts.length === 1 && !plan.each) {
    return {
      sql: `SELECT id, rev, body FROM ${source}${only.where}${orderOf(plan)} LIMIT ?`,
      cells: [...only.cells, limit],
    };
  }
  const sort = plan.by === 'id' ? '' : `${columnOf(plan.by)}, `;
  const selects = parts.map(
    ({ where }) => `SELECT * FROM (SELECT ${sort}id, rid FROM ${source}${where}${orderOf(plan)} LIMIT ?)`,
  );
  // UNION and not UNION ALL: a row with two of the elements asked for comes once.
  const found = `${selects.join(' UNION ')}${parts.length > 1 ? `${orderOf(plan)} LIMIT ?` : ''}`;
  return {
    sql: `SELECT c.id, c.rev, c.body FROM (${found}) AS k CROSS JOIN ${table} AS c ON c.rid = k.rid${orderOf(plan, 'k.')}`,
    cells: [...parts.flatMap(({ cells }) => [...cells, limit]), ...(parts.length > 1 ? [limit] : [])],
  };
}

function countTerms(collection: Collection, plan: ReadPlan): Terms {
  const terms = new Terms();
  if (plan.each) terms.equal('value', plan.each.values);
  for (const { field, values } of plan.equals) terms.equal(columnOf(field), values);
  return sparseTerms(terms.range(plan.range), collection, plan);
}

const counted = (plan: ReadPlan) => ((plan.each?.values.length ?? 0) > 1 ? 'count(DISTINCT id)' : 'count(*)');

/** Reads one number. */
export function countRead(collection: Collection, plan: ReadPlan): Read {
  const { where, cells } = countTerms(collection, plan);
  return { sql: `SELECT ${counted(plan)} FROM ${sourceOf(collection, plan)}${where}`, cells };
}

/** Reads `value, count` in the order of values. */
export function countByRead(collection: Collection, plan: CountByPlan): Read {
  const { where, cells } = countTerms(collection, plan);
  const by = columnOf(plan.by);
  return {
    sql: `SELECT ${by}, ${counted(plan)} FROM ${sourceOf(collection, plan)}${where} GROUP BY ${by} ORDER BY ${by}`,
    cells,
  };
}

const quoted = (stem: string) => `"${stem.replaceAll('"', '""')}"`;

/** Reads `id, rev, body` of a page of a search and of one row more. */
export function searchRead(collection: Collection, plan: SearchPlan): Read {
  const stems = stemsOf(collection);
  const words = [
    ...plan.stems.map(quoted),
    ...(plan.prefix === undefined ? [] : [`${quoted(plan.prefix)}*`]),
  ];
  const terms = new Terms().add(`${stems} MATCH ?`, words.join(' AND '));
  for (const { field, values } of plan.equals) terms.equal(`c.${columnOf(field)}`, values);
  if (plan.each) {
    const { texts, cells } = new Terms().equal('value', plan.each.values);
    terms.add(`EXISTS (SELECT 1 FROM json_each(c.${columnOf(plan.each.field)}) WHERE ${texts.join()})`);
    terms.cells.push(...cells);
  }
  afterTerms(terms, plan, 'c.');
  return {
    sql: `SELECT c.id, c.rev, c.body FROM ${stems} CROSS JOIN ${tableOf(collection)} AS c ON c.rid = ${stems}.rowid${terms.where}${orderOf(plan, 'c.')} LIMIT ?`,
    cells: [...terms.cells, plan.limit + 1],
  };
}
