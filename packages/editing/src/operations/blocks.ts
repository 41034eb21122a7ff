import type { Branch, Slug, Text } from '@reglament/regulation';
import { freeId } from '../free-id.ts';
import { type FirstStage, liesIn, putNewStage } from '../new-stage.ts';
import { EditRefused } from '../refusal.ts';
import { withStagesInside } from '../stages-inside.ts';
import { firstStageTitle } from '../standard-parts.ts';
import { needSameMembers, needSlug } from '../work.ts';
import type { Performers } from './performers.ts';
import { removeStages } from './stages.ts';

export type BlockOperation =
  /** The branch begins with `first`, else with a task whose id is derived. */
  | {
      readonly do: 'addBranch';
      readonly block: Slug;
      readonly id: Slug;
      readonly title: Text;
      readonly first?: FirstStage;
    }
  /** The stages of the branch go with it. */
  | { readonly do: 'removeBranch'; readonly block: Slug; readonly branch: Slug }
  | { readonly do: 'reorderBranches'; readonly block: Slug; readonly order: readonly Slug[] }
  /** Null takes the rule away; what is absent stays. `first` is a stage of the branch. */
  | {
      readonly do: 'setBranch';
      readonly block: Slug;
      readonly branch: Slug;
      readonly title?: Text;
      readonly when?: Slug | null;
      readonly first?: Slug;
    };

export const blockOperations: Performers<BlockOperation> = {
  addBranch: (work, { block, id, title, first }) => {
    const { branches, branchOrder } = work.block(block).settings;
    needSlug(id);
    if (Object.hasOwn(branches, id)) throw new EditRefused('id-taken', { map: 'branches', id });
    const stage: FirstStage = first ?? {
      id: freeId(work.now, 'stages', `${block}-${id}`),
      kind: 'task',
      title: firstStageTitle,
    };
    const made: Branch = { title, first: stage.id };
    work.put(branchPath(block, id), made);
    work.put(orderPath(block), [...branchOrder, id]);
    putNewStage(work, { ...stage, parent: { block, branch: id } }, block);
  },
  removeBranch: (work, { block, branch }) => {
    work.needBranch(block, branch);
    const order = work.block(block).settings.branchOrder.filter((id) => id !== branch);
    if (order.length === 0) throw new EditRefused('last-branch', { block });
    const members = work.now.stageOrder.filter((id) => liesIn(work, id, block, branch));
    work.drop(branchPath(block, branch));
    work.put(orderPath(block), order);
    removeStages(work, withStagesInside(work.now, members));
  },
  reorderBranches: (work, { block, order }) => {
    needSameMembers('branches', work.block(block).settings.branchOrder, order);
    work.put(orderPath(block), order);
  },
  setBranch: (work, { block, branch, title, when, first }) => {
    work.needBranch(block, branch);
    const at = branchPath(block, branch);
    if (title !== undefined) work.put([...at, 'title'], title);
    if (when !== undefined && when !== null) work.needPart('rules', when);
    if (when !== undefined) work.set([...at, 'when'], when ?? undefined);
    if (first === undefined) return;
    work.stage(first);
    if (!liesIn(work, first, block, branch)) {
      throw new EditRefused('not-in-branch', { stage: first, block, branch });
    }
    work.put([...at, 'first'], first);
  },
};

function branchPath(block: Slug, branch: Slug): readonly string[] {
  return ['stages', block, 'settings', 'branches', branch];
}

function orderPath(block: Slug): readonly string[] {
  return ['stages', block, 'settings', 'branchOrder'];
}
