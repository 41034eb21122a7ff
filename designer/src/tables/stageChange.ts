import { edit, freeId, lapseOf, type Operation, type Silence } from '@reglament/editing';
import {
  type Again,
  branchEnd,
  type Deadline,
  type Duration,
  deadlineOf,
  type OutcomeTone,
  outcomesOf,
  participantsOf,
  type Regulation,
  type Slug,
  type Stage,
  type StageKind,
  stageModels,
  stageOf,
  type Text,
  type Transition,
} from '@reglament/regulation';
import { withTerm } from '../document/termTitle.ts';

/** What a cell of the table changes; the same for every stage that is chosen. */
export type StageChange =
  | { readonly of: 'name'; readonly title: string; readonly locale: keyof Text }
  | { readonly of: 'kind'; readonly kind: StageKind }
  | { readonly of: 'who'; readonly participants: readonly Slug[] }
  | { readonly of: 'term'; readonly term: Duration }
  | { readonly of: 'silence'; readonly silence: Silence }
  | { readonly of: 'again'; readonly again: Again }
  | { readonly of: 'forward' | 'return'; readonly to: Slug };
export type StageColumn = StageChange['of'];

/** How a cell can be changed: in place, elsewhere (it holds more than a cell can say), or not at all. Pure. */
export function cellOf(regulation: Regulation, id: Slug, column: StageColumn): 'here' | 'elsewhere' | 'none' {
  const stage = stageOf(regulation, id);
  if (!stage) return 'none';
  switch (column) {
    case 'name':
      return 'here';
    case 'kind':
      return stage.kind === 'parallel' ? 'none' : 'here';
    case 'who':
      if (participantsOf(stage).length === 0) return 'none';
      return stage.kind === 'approval' && stage.settings.stepOrder.length > 1 ? 'elsewhere' : 'here';
    case 'term':
    case 'silence':
      return deadlineIn(regulation, stage) ? 'here' : 'none';
    case 'again':
      return 'again' in stage.settings ? 'here' : 'none';
    case 'forward':
    case 'return': {
      const ways = waysOf(regulation, id, column);
      if (ways.length === 0) return 'none';
      return ways.length > 1 || (ways[0]?.transition?.order.length ?? 1) > 1 ? 'elsewhere' : 'here';
    }
  }
}

/** Outcomes of a stage of one tone, each with its transition. Pure. */
export function waysOf(
  regulation: Regulation,
  id: Slug,
  tone: OutcomeTone,
): readonly { readonly outcome: Slug; readonly key?: Slug; readonly transition?: Transition }[] {
  const stage = stageOf(regulation, id);
  if (!stage) return [];
  return outcomesOf(stage)
    .filter((outcome) => outcome.tone === tone)
    .map(({ id: outcome }) => {
      const found = Object.entries(regulation.transitions).find(
        ([, one]) => one.from === id && one.outcome === outcome,
      );
      return found ? { outcome, key: found[0], transition: found[1] } : { outcome };
    });
}

/** Stages that an outcome of a stage may lead to, and the end of its branch. Pure. */
export function targetsOf(regulation: Regulation, id: Slug): readonly Slug[] {
  const home = stageOf(regulation, id)?.parent;
  const inside = regulation.stageOrder.filter((one) => {
    const parent = stageOf(regulation, one)?.parent;
    return one !== id && parent?.block === home?.block && parent?.branch === home?.branch;
  });
  return home ? [branchEnd, ...inside] : inside;
}

/**
 * The operations that make the same change at several stages, as one gesture. A stage that cannot be so is left as it is:
 * no auto-visa where silence may not decide, no target outside its branch. A term that other stages share becomes the own
 * one of those that are changed. Pure.
 */
export function changeStages(
  regulation: Regulation,
  ids: readonly Slug[],
  change: StageChange,
): readonly Operation[] {
  let now = regulation;
  const all: Operation[] = [];
  for (const id of ids) {
    if (cellOf(now, id, change.of) !== 'here') continue;
    for (const operation of operationsAt(now, id, change, ids)) {
      const done = edit(now, operation);
      if (!done.ok) continue;
      if (done.changes.length > 0) all.push(operation);
      now = done.next;
    }
  }
  return all;
}

function operationsAt(
  now: Regulation,
  id: Slug,
  change: StageChange,
  ids: readonly Slug[],
): readonly Operation[] {
  const stage = stageOf(now, id)!;
  const set = (path: readonly string[], value: unknown): Operation => ({ do: 'setStage', id, path, value });
  switch (change.of) {
    case 'name': {
      const same = stage.title.ru === stage.title.en;
      const { title, locale } = change;
      return title === stage.title[locale]
        ? []
        : [set(['title'], same ? { ru: title, en: title } : { ...stage.title, [locale]: title })];
    }
    case 'kind':
      return stage.kind === change.kind ? [] : [{ do: 'replaceKind', id, kind: change.kind }];
    case 'who': {
      const [first] = change.participants;
      if (first === undefined) return [];
      switch (stage.kind) {
        case 'approval': {
          const step = stage.settings.stepOrder[0]!;
          return [set(['settings', 'steps', step, 'participants'], change.participants)];
        }
        case 'acquaintance':
          return [set(['settings', 'participants'], change.participants)];
        case 'signing':
          return [set(['settings', 'signer'], first)];
        default:
          return [set(['settings', 'performer'], first)];
      }
    }
    case 'term':
      return deadlineChange(now, id, ids, (deadline) => withTerm(deadline, change.term));
    case 'silence':
      if (change.silence.includes('autoVisa') && !allowsAutoVisa(stage)) return [];
      return deadlineChange(now, id, ids, (deadline) => ({ ...deadline, onLapse: lapseOf(change.silence) }));
    case 'again':
      // A wait knows no versions of the document.
      return stage.kind === 'wait' && change.again === 'changed'
        ? []
        : [set(['settings', 'again'], change.again)];
    case 'forward':
    case 'return': {
      const [way] = waysOf(now, id, change.of);
      if (!way || !targetsOf(now, id).includes(change.to)) return [];
      const alternative = way.transition?.order[0];
      if (way.key === undefined || alternative === undefined)
        return [{ do: 'connect', from: id, outcome: way.outcome, to: change.to }];
      return way.transition?.alternatives[alternative]?.to === change.to
        ? []
        : [{ do: 'retarget', transition: way.key, alternative, to: change.to }];
    }
  }
}

/** Whether silence may decide at a stage. Pure. */
export function allowsAutoVisa(stage: Stage): boolean {
  return stageModels[stage.kind].allowsAutoVisa && (stage.nature ?? []).length === 0;
}

export function deadlineIn(regulation: Regulation, stage: Stage): Deadline | undefined {
  const id = deadlineOf(stage);
  return id !== undefined && Object.hasOwn(regulation.deadlines, id) ? regulation.deadlines[id] : undefined;
}

function deadlineChange(
  now: Regulation,
  id: Slug,
  ids: readonly Slug[],
  change: (deadline: Deadline) => Deadline,
): readonly Operation[] {
  const stage = stageOf(now, id)!;
  const key = deadlineOf(stage);
  const before = deadlineIn(now, stage);
  if (key === undefined || !before) return [];
  const after = change(before);
  if (JSON.stringify(after) === JSON.stringify(before)) return [];
  const shared = now.stageOrder.some((other) => {
    const one = stageOf(now, other);
    return one !== undefined && !ids.includes(other) && deadlineOf(one) === key;
  });
  if (!shared) return [{ do: 'setPart', map: 'deadlines', id: key, value: after }];
  const made = freeId(now, 'deadlines', id);
  return [
    { do: 'setPart', map: 'deadlines', id: made, value: { ...after, title: stage.title } },
    { do: 'setStage', id, path: ['settings', 'deadline'], value: made },
  ];
}
