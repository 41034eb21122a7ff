/** What an adapter is built from: checked changes and queries with the index that serves each. Not for those who use a store. */
export type { Conditions, EqualCondition, RangeCondition } from './conditions.ts';
export { writeCursor } from './cursor.ts';
export { checkFeedRows, pageLimit } from './feedRows.ts';
export {
  type CountByPlan,
  type FindPlan,
  planCount,
  planCountBy,
  planFind,
  planSearch,
  type ReadPlan,
  type SearchPlan,
} from './plan.ts';
export { type Keys, keysOf, type PreparedChange, prepareChanges } from './prepare.ts';
export { Subscribers } from './subscribers.ts';
