import { branchesOf, type Regulation, type Slug, stageOf, type Text } from '@reglament/regulation';

/** A stage as it is listed, or the branch under which the next ones are. */
export type StageRow =
  | { readonly of: 'stage'; readonly id: Slug; readonly depth: number; readonly holder: string | null }
  | {
      readonly of: 'branch';
      readonly block: Slug;
      readonly branch: Slug;
      readonly title: Text;
      readonly depth: number;
      readonly holder: string;
    };

/** Names a row: of a stage its id, of a branch both. */
export const keyOf = (row: StageRow): string => (row.of === 'stage' ? row.id : `${row.block}/${row.branch}`);

/**
 * Every stage once: in the order of stages, what a block holds behind it, branch by branch. `holder` is the key of the row
 * above which holds this one. A stage whose block is gone or that lies in itself is listed at the end. Pure.
 */
export function stageRows(regulation: Regulation): readonly StageRow[] {
  const rows: StageRow[] = [];
  const listed = new Set<Slug>();
  const inside = new Map<string, Slug[]>();
  for (const id of regulation.stageOrder) {
    const parent = stageOf(regulation, id)?.parent;
    const key = parent ? `${parent.block}/${parent.branch}` : '';
    const list = inside.get(key);
    if (list) list.push(id);
    else inside.set(key, [id]);
  }
  const list = (key: string, depth: number, holder: string | null) => {
    for (const id of inside.get(key) ?? []) {
      const stage = stageOf(regulation, id);
      if (!stage || listed.has(id)) continue;
      listed.add(id);
      rows.push({ of: 'stage', id, depth, holder });
      if (stage.kind !== 'parallel') continue;
      for (const [branch, { title }] of branchesOf(stage)) {
        const row = { of: 'branch', block: id, branch, title, depth: depth + 1, holder: id } as const;
        rows.push(row);
        list(keyOf(row), depth + 2, keyOf(row));
      }
    }
  };
  list('', 0, null);
  for (const id of regulation.stageOrder)
    if (!listed.has(id) && stageOf(regulation, id)) rows.push({ of: 'stage', id, depth: 0, holder: null });
  return rows;
}
