import { type Slug, stageOf } from '@reglament/regulation';
import { type BranchName, type NewStage, type Position, putNewStage, settleFirst } from '../new-stage.ts';
import { forwardOutcomes } from '../outcomes.ts';
import { EditRefused } from '../refusal.ts';
import { withStagesInside } from '../stages-inside.ts';
import { needSameMembers, type Work } from '../work.ts';
import type { Performers } from './performers.ts';
import { type ReplaceKind, replaceKind } from './replace-kind.ts';
import { transitionFrom } from './transitions.ts';

export interface StageMove {
  readonly id: Slug;
  readonly position?: Position;
  /** Null takes the stage out of its block; absent leaves it where it lies. */
  readonly parent?: BranchName | null;
}

export type StageOperation =
  | ({ readonly do: 'addStage' } & NewStage)
  | { readonly do: 'removeStages'; readonly ids: readonly Slug[] }
  | { readonly do: 'moveStages'; readonly moves: readonly StageMove[] }
  /** The order of stages in lists; their ways and positions stay. */
  | { readonly do: 'reorderStages'; readonly order: readonly Slug[] }
  | ReplaceKind;

export const stageOperations: Performers<StageOperation> = {
  addStage: (work, { do: _, ...stage }) => putNewStage(work, stage),
  removeStages: (work, { ids }) => {
    for (const id of ids) work.stage(id);
    removeStages(work, withStagesInside(work.now, ids));
  },
  moveStages: (work, { moves }) => {
    const left = moves.map(({ id }) => work.stage(id).parent);
    for (const move of moves) moveStage(work, move);
    for (const { id } of moves) refuseBlockInItself(work, id);
    // When all have moved: two stages that leave a branch together are no first of it for a moment.
    for (const branch of [...left, ...moves.map((move) => move.parent)]) {
      if (branch) settleFirst(work, branch);
    }
  },
  reorderStages: (work, { order }) => {
    needSameMembers('stages', work.now.stageOrder, order);
    work.put(['stageOrder'], order);
  },
  replaceKind,
};

/**
 * Takes stages away with their transitions, the alternatives that lead to them and their places in the order. What else
 * names them (rules, legal terms, performers) goes on naming them, and lint says so.
 */
export function removeStages(work: Work, gone: ReadonlySet<Slug>): void {
  if (gone.size === 0) return;
  if (gone.has(work.now.start)) {
    const next = stageBehind(work, work.now.start, gone);
    if (next !== undefined) work.put(['start'], next);
  }
  for (const id of gone) {
    const parent = work.stage(id).parent;
    if (parent !== undefined && !gone.has(parent.block)) settleFirst(work, parent, gone);
  }
  for (const id of Object.keys(work.now.transitions)) removeWays(work, id, gone);
  for (const id of gone) work.drop(['stages', id]);
  work.put(
    ['stageOrder'],
    work.now.stageOrder.filter((id) => !gone.has(id)),
  );
}

function removeWays(work: Work, transitionId: Slug, gone: ReadonlySet<Slug>): void {
  const { from, order, alternatives } = work.transition(transitionId);
  const kept = order.filter((id) => !gone.has(alternatives[id]?.to ?? ''));
  if (gone.has(from) || kept.length === 0) {
    work.drop(['transitions', transitionId]);
    return;
  }
  for (const id of order)
    if (!kept.includes(id)) work.drop(['transitions', transitionId, 'alternatives', id]);
  work.put(['transitions', transitionId, 'order'], kept);
}

/** Where the first forward transition of a stage leads, when that stage stays. */
function stageBehind(work: Work, id: Slug, gone: ReadonlySet<Slug>): Slug | undefined {
  for (const outcome of forwardOutcomes(work.stage(id))) {
    const found = transitionFrom(work.now, id, outcome);
    if (found === undefined) continue;
    const targets = found.transition.order.map((each) => found.transition.alternatives[each]?.to ?? '');
    return targets.find((to) => stageOf(work.now, to) !== undefined && !gone.has(to));
  }
  return undefined;
}

function moveStage(work: Work, { id, position, parent }: StageMove): void {
  if (position !== undefined) work.put(['stages', id, 'position'], { x: position.x, y: position.y });
  if (parent === undefined) return;
  if (parent !== null) work.needBranch(parent.block, parent.branch);
  work.set(
    ['stages', id, 'parent'],
    parent === null ? undefined : { block: parent.block, branch: parent.branch },
  );
}

function refuseBlockInItself(work: Work, id: Slug): void {
  const seen = new Set<Slug>();
  for (let at = work.stage(id).parent?.block; at !== undefined; at = stageOf(work.now, at)?.parent?.block) {
    if (at === id) throw new EditRefused('block-in-itself', { stage: id });
    if (seen.has(at)) return;
    seen.add(at);
  }
}
