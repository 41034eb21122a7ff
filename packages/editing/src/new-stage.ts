import {
  type DefaultNames,
  type Regulation,
  type SettingsOf,
  type Slug,
  type Stage,
  type StageKind,
  stageModels,
  stageOf,
  type Text,
} from '@reglament/regulation';
import { freeId } from './free-id.ts';
import { mentionsOfStage } from './mentions.ts';
import { withStagesInside } from './stages-inside.ts';
import { askedBy, firstStageTitle, fitsAnyStage, standardParts } from './standard-parts.ts';
import type { Work } from './work.ts';

/** Where a drawing puts a stage: relative to the block that holds it, else to the sheet. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** The block and the branch in which a stage lies. */
export interface BranchName {
  readonly block: Slug;
  readonly branch: Slug;
}

export interface NewStage {
  readonly id: Slug;
  readonly kind: StageKind;
  readonly title: Text;
  readonly position?: Position;
  /** Outside every block when absent. */
  readonly parent?: BranchName;
  /** Of a new block: the id of the stage in its first branch; derived from the block's when absent. */
  readonly first?: Slug;
  /** Of a new block: what the stage in its first branch is; a task when absent. */
  readonly begins?: { readonly kind: Exclude<StageKind, 'parallel'>; readonly title: Text };
}

/** A stage with which a new branch begins; it lies in that branch. */
export type FirstStage = Omit<NewStage, 'parent'>;

/**
 * Puts a new stage with the settings of its kind's defaults; `behind` is the stage after which it is listed, with all that
 * lies in it; the end when absent. Parts that the settings name and the document has none of are added, a block gets its first stage, and a missing
 * first stage of the regulation or of the branch becomes this one.
 *
 * @throws EditRefused `id-wrong`, `id-taken`, `part-unknown`, `not-a-block`, `branch-unknown`
 */
export function putNewStage(work: Work, stage: NewStage, behind?: Slug): void {
  const { id, kind, title, parent, position } = stage;
  work.needFree('stages', id);
  if (parent !== undefined) work.needBranch(parent.block, parent.branch);
  const first = kind === 'parallel' ? (stage.first ?? freeId(work.now, 'stages', `${id}-first`)) : undefined;
  const made = {
    kind,
    title,
    settings: newSettings(work, kind, first === undefined ? {} : { stage: first }),
    ...(parent === undefined ? {} : { parent: { block: parent.block, branch: parent.branch } }),
    ...(position === undefined ? {} : { position: { x: position.x, y: position.y } }),
  } as Stage;
  putStage(work, id, made, behind);
  if (first !== undefined) {
    const branch = { block: id, branch: firstBranch(work, id) };
    const begins = stage.begins ?? { kind: 'task', title: firstStageTitle };
    putNewStage(work, { id: first, ...begins, parent: branch }, id);
  }
}

/**
 * Puts a whole stage, its place in the order, the standard parts that its settings name, and makes it the first stage of
 * the regulation or of its branch where that names none.
 */
export function putStage(work: Work, id: Slug, stage: Stage, behind?: Slug): void {
  addStandardParts(work, id, stage);
  work.put(['stages', id], stage);
  const order = work.now.stageOrder;
  work.put(['stageOrder'], order.toSpliced(placeBehind(work, behind), 0, id));
  if (stage.parent !== undefined) settleFirst(work, stage.parent);
  else if (stage.kind !== 'end' && stageOf(work.now, work.now.start) === undefined) work.put(['start'], id);
}

function placeBehind(work: Work, behind: Slug | undefined): number {
  const order = work.now.stageOrder;
  if (behind === undefined) return order.length;
  const inside = withStagesInside(work.now, [behind]);
  return order.findLastIndex((id) => inside.has(id)) + 1;
}

/**
 * Settings of a kind's defaults over the document's own parts that suit it, or those given. Parts that the defaults need and
 * the document has none of are added.
 */
export function newSettings<K extends StageKind>(
  work: Work,
  kind: K,
  names: Partial<DefaultNames> = {},
): SettingsOf[K] {
  const { deadlines, registers } = standardParts;
  const asked = askedBy(kind);
  // Read only by the kinds that name such a part, so that no other adds one.
  return stageModels[kind].defaults({
    get participant() {
      return names.participant ?? suitable(work, 'participants', asked, asked.fits);
    },
    get deadline() {
      return names.deadline ?? suitable(work, 'deadlines', deadlines, fitsAnyStage);
    },
    get register() {
      return names.register ?? suitable(work, 'registers', registers, () => true);
    },
    stage: names.stage ?? 'first',
  });
}

/** The first part that fits, else the standard one, put under a free id. */
function suitable<M extends keyof typeof standardParts>(
  work: Work,
  map: M,
  standard: { readonly id: Slug; readonly part: Regulation[M][string] },
  fits: (part: Regulation[M][string]) => boolean,
): Slug {
  const found = Object.entries(work.now[map] as Regulation[M]).find(([, part]) =>
    fits(part as Regulation[M][string]),
  );
  if (found) return found[0];
  const id = freeId(work.now, map, standard.id);
  work.put([map, id], standard.part);
  return id;
}

/** Adds the standard parts that a stage names, where the document has no part of the kind. */
export function addStandardParts(work: Work, id: Slug, stage: Stage): void {
  for (const mention of mentionsOfStage(id, stage)) {
    const { map } = mention;
    if (map !== 'participants' && map !== 'deadlines' && map !== 'registers') continue;
    const standard = standardParts[map];
    if (mention.id === standard.id && Object.keys(work.now[map]).length === 0)
      work.put([map, mention.id], standard.part);
  }
}

/**
 * Gives a branch its first stage when the one it names does not lie in it: the next in the order of stages, else the first
 * there. A branch without stages goes on naming the one it had. `leaving` are stages that are about to go.
 */
export function settleFirst(
  work: Work,
  { block, branch }: BranchName,
  leaving: ReadonlySet<Slug> = new Set(),
): void {
  const holder = stageOf(work.now, block);
  if (holder?.kind !== 'parallel' || !Object.hasOwn(holder.settings.branches, branch)) return;
  const first = holder.settings.branches[branch]?.first;
  const order = work.now.stageOrder;
  const members = order.filter((id) => liesIn(work, id, block, branch) && !leaving.has(id));
  if (first === undefined || members.includes(first)) return;
  const place = order.indexOf(first);
  const next = members.find((id) => order.indexOf(id) > place) ?? members[0];
  if (next !== undefined) work.put(['stages', block, 'settings', 'branches', branch, 'first'], next);
}

/** Whether a stage lies in a branch itself, not in a block inside it. */
export function liesIn(work: Work, id: Slug, block: Slug, branch: Slug): boolean {
  const parent = stageOf(work.now, id)?.parent;
  return parent?.block === block && parent.branch === branch;
}

function firstBranch(work: Work, block: Slug): Slug {
  const [branch] = work.block(block).settings.branchOrder;
  if (branch === undefined) throw new Error(`the defaults of a block have no branch: ${block}`);
  return branch;
}
