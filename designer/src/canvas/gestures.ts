import {
  type Box,
  freePlace,
  laneAt,
  nodeSize,
  noteBoxes,
  type Placement,
  type Point,
} from '@reglament/drawing';
import { freeAmong, freeId, type Operation, slugOf } from '@reglament/editing';
import type { I18n } from '@reglament/i18n';
import { createI18n } from '@reglament/i18n';
import { type Regulation, type Slug, type StageKind, stageOf, type Text } from '@reglament/regulation';
import { type EditorStore, one } from '../document/store.ts';
import type { Way } from './wayUnder.ts';

interface Lane {
  readonly block: Slug;
  readonly branch: Slug;
}

/** Names of a new stage of a kind in both languages: what the kind is called, capitalised. */
export function newTitle(kind: StageKind, i18n: I18n): Text {
  const word = (words: I18n) => words.t(`designer.kind.${kind}`);
  const here = word(i18n);
  return {
    ru: i18n.locale === 'ru' ? here : word(createI18n('ru')),
    en: i18n.locale === 'en' ? here : kindInEnglish[kind],
  };
}

/** English names are not loaded on a Russian screen, yet a stage has both. */
const kindInEnglish: Readonly<Record<StageKind, string>> = {
  task: 'Task',
  approval: 'Approval',
  signing: 'Signing',
  registration: 'Registration',
  acquaintance: 'Acquaintance',
  choice: 'Choice',
  parallel: 'Parallel block',
  wait: 'Wait',
  end: 'End',
};

const newSize = (kind: StageKind) =>
  kind === 'choice' ? { width: 36, height: 36 } : kind === 'end' ? { width: 112, height: 32 } : nodeSize;

/** A new stage as the operations want it, centred on a point or in the free place beside a stage. */
function newStage(regulation: Regulation, kind: StageKind, i18n: I18n) {
  const title = newTitle(kind, i18n);
  const id = freeId(regulation, 'stages', slugOf(kind === 'parallel' ? 'block' : kind));
  if (kind !== 'parallel') return { id, kind, title };
  const begins = { kind: 'approval', title: newTitle('approval', i18n) } as const;
  return { id, kind, title, first: freeId(regulation, 'stages', `${id}-first`), begins };
}

/** A new block has two branches, each an approval whose outcomes end the branch: nothing else can be behind them yet. Pure. */
function branchesOfNew(
  regulation: Regulation,
  stage: ReturnType<typeof newStage>,
  i18n: I18n,
): readonly Operation[] {
  const { id, first } = stage;
  if (first === undefined) return [];
  const second = freeId(regulation, 'stages', `${id}-second`);
  return [...branchWith(second, { block: id, branch: 'second', number: 2 }, i18n), ...endsOf(first)];
}

/** One more branch of a block, begun like those of a new block. */
export function addBranch(store: EditorStore, block: Slug, i18n: I18n): boolean {
  const { regulation, dispatchAll } = store.getState();
  const stage = stageOf(regulation, block);
  if (stage?.kind !== 'parallel') return false;
  const { branches, branchOrder } = stage.settings;
  const number = branchOrder.length + 1;
  const branch = freeAmong((taken) => Object.hasOwn(branches, taken), `branch-${number}`);
  const first = freeId(regulation, 'stages', `${block}-${branch}`);
  return dispatchAll(branchWith(first, { block, branch, number }, i18n));
}

function branchWith(
  first: Slug,
  { block, branch, number }: Lane & { readonly number: number },
  i18n: I18n,
): readonly Operation[] {
  return [
    {
      do: 'addBranch',
      block,
      id: branch,
      title: { ru: `Ветвь ${number}`, en: `Branch ${number}` },
      first: { id: first, kind: 'approval', title: newTitle('approval', i18n) },
    },
    ...endsOf(first),
  ];
}

/** Both outcomes of an approval end its branch. Pure. */
const endsOf = (from: Slug): readonly Operation[] =>
  (['approved', 'refused'] as const).map((outcome) => ({ do: 'connect', from, outcome, to: '$end' }));

/** Makes a stage where somebody pointed; inside a lane it belongs to its branch. */
export function createStageAt(
  store: EditorStore,
  placement: Placement,
  kind: StageKind,
  at: Point,
  i18n: I18n,
): boolean {
  const { regulation } = store.getState();
  const stage = newStage(regulation, kind, i18n);
  const size = newSize(kind);
  const box: Box = { x: snapped(at.x - size.width / 2), y: snapped(at.y - size.height / 2), ...size };
  const home = laneAt(placement, at);
  return putInSight(store, stage.id, [
    {
      do: 'addStage',
      ...stage,
      position: positionIn(placement, home, box),
      ...(home && { parent: branchOf(home) }),
    },
    ...branchesOfNew(regulation, stage, i18n),
  ]);
}

/**
 * Makes the stage that follows an outcome, at a point or in the next free place, and the transition to it; under a rule when
 * the outcome leads somewhere already. What `before` does belongs to the same gesture.
 */
export function appendStage(
  store: EditorStore,
  placement: Placement,
  kind: StageKind,
  way: { readonly from: Slug; readonly outcome: Slug; readonly rule?: Slug },
  i18n: I18n,
  { at, before = [] }: { readonly at?: Point; readonly before?: readonly Operation[] } = {},
): boolean {
  const { from } = way;
  const { regulation } = store.getState();
  const stage = newStage(regulation, kind, i18n);
  const near = placement.boxes.get(from);
  const size = newSize(kind);
  const parent = stageOf(regulation, from)?.parent;
  const box: Box = at
    ? { x: snapped(at.x - size.width / 2), y: snapped(at.y - size.height / 2), ...size }
    : {
        ...(near
          ? freePlace(placement, near, 'right', size, noteBoxes(regulation).values())
          : { x: 0, y: 0 }),
        ...size,
      };
  const home = at ? laneAt(placement, at) : parent;
  // A stage of a branch is followed inside its branch.
  const lane = parent ?? (home === null ? undefined : home);
  return putInSight(store, stage.id, [
    ...before,
    {
      do: 'appendStage',
      ...way,
      stage: {
        ...stage,
        position: positionIn(placement, lane, box),
        ...(lane && { parent: branchOf(lane) }),
      },
    },
    ...branchesOfNew(regulation, stage, i18n),
  ]);
}

/** Puts a new stage between two. */
export function insertStage(
  store: EditorStore,
  placement: Placement,
  kind: StageKind,
  way: Way,
  i18n: I18n,
): boolean {
  const { regulation } = store.getState();
  const stage = newStage(regulation, kind, i18n);
  const from = regulation.transitions[way.transition]?.from;
  const near = from === undefined ? undefined : placement.boxes.get(from);
  const size = newSize(kind);
  const spot = near
    ? freePlace(placement, near, 'right', size, noteBoxes(regulation).values())
    : { x: 0, y: 0 };
  const parent = from === undefined ? undefined : stageOf(regulation, from)?.parent;
  return putInSight(store, stage.id, [
    {
      do: 'insertOnTransition',
      ...way,
      stage: {
        ...stage,
        position: positionIn(placement, parent, { ...spot, ...size }),
        ...(parent && { parent }),
      },
    },
    ...branchesOfNew(regulation, stage, i18n),
  ]);
}

/** Whether a stage lies unconnected and could stand between two: nothing leads to it or from it. Pure. */
export function isFree(regulation: Regulation, id: Slug): boolean {
  const stage = stageOf(regulation, id);
  if (!stage || stage.kind === 'end' || regulation.start === id) return false;
  const begins = Object.values(regulation.stages).some(
    (each) =>
      each.kind === 'parallel' && Object.values(each.settings.branches).some(({ first }) => first === id),
  );
  return (
    !begins &&
    Object.values(regulation.transitions).every(
      ({ from, alternatives }) => from !== id && Object.values(alternatives).every(({ to }) => to !== id),
    )
  );
}

/** Puts a stage that was dragged onto a way between its two, where it was dropped, in the branch of the first. */
export function insertDragged(
  store: EditorStore,
  placement: Placement,
  way: Way,
  id: Slug,
  at: Point,
): boolean {
  const { regulation } = store.getState();
  const from = regulation.transitions[way.transition]?.from;
  const parent = from === undefined ? undefined : stageOf(regulation, from)?.parent;
  const position = positionIn(placement, parent, { ...at, width: 0, height: 0 });
  return store.getState().dispatchAll([
    { do: 'moveStages', moves: [{ id, position, parent: parent ? branchOf(parent) : null }] },
    { do: 'insertOnTransition', ...way, stage: id },
  ]);
}

/** Does a gesture; the stage that it is about is chosen then, and in sight. */
function putInSight(store: EditorStore, id: Slug, operations: readonly Operation[]): boolean {
  const done = store.getState().dispatchAll(operations, { select: one(id) });
  if (done) store.getState().reveal(id);
  return done;
}

/** The gesture of a drag: new places, and a new branch for what was carried into another lane. Null when nothing moved. */
export function movedStages(
  regulation: Regulation,
  placement: Placement,
  moved: readonly { readonly id: string; readonly position: Point; readonly parentId?: string | undefined }[],
  flow: { getInternalNode(id: string): { internals: { positionAbsolute: Point } } | undefined },
): Operation | null {
  const ids = new Set(moved.map(({ id }) => id));
  const moves = moved.flatMap(({ id }) => {
    const stage = stageOf(regulation, id);
    const before = placement.boxes.get(id);
    const absolute = flow.getInternalNode(id)?.internals.positionAbsolute;
    // What a dragged block holds goes with it.
    if (!stage || !before || !absolute || (stage.parent && ids.has(stage.parent.block))) return [];
    if (absolute.x === before.x && absolute.y === before.y) return [];
    const box = { ...before, x: snapped(absolute.x), y: snapped(absolute.y) };
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const home = laneAt(placement, middle, id) ?? undefined;
    const same = home?.block === stage.parent?.block && home?.branch === stage.parent?.branch;
    return [
      {
        id,
        position: positionIn(placement, home, box),
        ...(same ? {} : { parent: home ? branchOf(home) : null }),
      },
    ];
  });
  return moves.length === 0 ? null : { do: 'moveStages', moves };
}

/** A place on the canvas as the document keeps it: from the top left of its lane, or of the canvas. */
export function positionIn(placement: Placement, home: Lane | null | undefined, box: Box): Point {
  const lane = home
    ? placement.lanes.get(home.block)?.find(({ branch }) => branch === home.branch)
    : undefined;
  return lane
    ? { x: Math.max(0, snapped(box.x - lane.contentX)), y: Math.max(0, snapped(box.y - lane.contentY)) }
    : { x: snapped(box.x), y: snapped(box.y) };
}

const branchOf = ({ block, branch }: Lane) => ({ block, branch });
const snapped = (value: number): number => Math.round(value / 8) * 8;
