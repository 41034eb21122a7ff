import {
  type Again,
  deadlineOf,
  participantsOf,
  type Slug,
  type Stage,
  type StageKind,
  stageModels,
  testsOf,
} from '@reglament/regulation';
import { freeId } from '../free-id.ts';
import { withFacts } from '../mentions.ts';
import { addStandardParts, newSettings, putNewStage } from '../new-stage.ts';
import { outcomesWith } from '../outcomes.ts';
import { EditRefused } from '../refusal.ts';
import { firstStageTitle, fitsAnyStage } from '../standard-parts.ts';
import type { Work } from '../work.ts';

/**
 * Makes a stage one of another kind. It keeps its title, texts, natures, place and evidence, and whom it asks, by when and
 * how again where the new kind asks that; outcomes go to the new kind's first of the same tone, with their transitions and
 * the rules that read them, and the transitions of the others go.
 */
export interface ReplaceKind {
  readonly do: 'replaceKind';
  readonly id: Slug;
  readonly kind: StageKind;
}

export function replaceKind(work: Work, { id, kind }: ReplaceKind): void {
  const before = work.stage(id);
  if (before.kind === kind) return;
  const holds = Object.values(work.now.stages).some((stage) => stage.parent?.block === id);
  if (before.kind === 'parallel' && holds) throw new EditRefused('block-not-empty', { stage: id });
  const first = freeId(work.now, 'stages', `${id}-first`);
  const after = { ...before, kind, settings: settingsAfter(work, before, kind, first) } as Stage;
  addStandardParts(work, id, after);
  work.put(['stages', id, 'kind'], kind);
  work.put(['stages', id, 'settings'], after.settings);
  carryOutcomes(work, id, before, after);
  if (after.kind !== 'parallel') return;
  const [branch] = after.settings.branchOrder;
  if (branch === undefined) return;
  putNewStage(work, { id: first, kind: 'task', title: firstStageTitle, parent: { block: id, branch } }, id);
}

function settingsAfter(work: Work, before: Stage, kind: StageKind, first: Slug): Stage['settings'] {
  const participants = participantsOf(before);
  const [participant] = participants;
  const deadline = deadlineFor(work, before, kind);
  const settings = newSettings(work, kind, {
    stage: first,
    ...(participant === undefined ? {} : { participant }),
    ...(deadline === undefined ? {} : { deadline }),
  });
  const all = participants.length > 1 ? withParticipants(kind, settings, participants) : settings;
  return withAgain(kind, all, 'again' in before.settings ? before.settings.again : undefined);
}

/** The deadline that was there, unless silence decides by it and may not in the new kind. */
function deadlineFor({ now }: Work, before: Stage, kind: StageKind): Slug | undefined {
  const id = deadlineOf(before);
  const deadline = id === undefined || !Object.hasOwn(now.deadlines, id) ? undefined : now.deadlines[id];
  return deadline === undefined || stageModels[kind].allowsAutoVisa || fitsAnyStage(deadline)
    ? id
    : undefined;
}

/** Where a kind asks many, all who were asked before. */
function withParticipants(
  kind: StageKind,
  settings: Stage['settings'],
  participants: readonly Slug[],
): Stage['settings'] {
  if (kind === 'acquaintance' && 'participants' in settings) return { ...settings, participants };
  if (kind !== 'approval' || !('steps' in settings)) return settings;
  const [step] = settings.stepOrder;
  if (step === undefined) return settings;
  return { ...settings, steps: { [step]: { mode: 'parallel', participants } } };
}

function withAgain(
  kind: StageKind,
  settings: Stage['settings'],
  again: Again | undefined,
): Stage['settings'] {
  if (again === undefined || !('again' in settings)) return settings;
  // A wait knows no versions of the document.
  if (kind === 'wait' && again === 'changed') return settings;
  return { ...settings, again } as Stage['settings'];
}

function carryOutcomes(work: Work, id: Slug, before: Stage, after: Stage): void {
  const counterpart = new Map<Slug, Slug>();
  for (const tone of ['forward', 'return', 'annul'] as const) {
    const [from] = outcomesWith(before, tone);
    const [to] = outcomesWith(after, tone);
    if (from !== undefined && to !== undefined) counterpart.set(from, to);
  }
  for (const [transitionId, { from, outcome }] of Object.entries(work.now.transitions)) {
    if (from !== id) continue;
    const to = counterpart.get(outcome);
    if (to === undefined) work.drop(['transitions', transitionId]);
    else work.put(['transitions', transitionId, 'outcome'], to);
  }
  const fact = `stage.${id}.outcome`;
  for (const [rule, { when }] of Object.entries(work.now.rules)) {
    if (!testsOf(when).some(({ test }) => test.fact === fact)) continue;
    const renamed = withFacts(when, (test) =>
      test.fact === fact ? { ...test, value: renamedValue(test.value, counterpart) } : test,
    );
    work.put(['rules', rule, 'when'], renamed);
  }
}

function renamedValue<V>(value: V, counterpart: ReadonlyMap<Slug, Slug>): V {
  const renamed = (each: unknown) => (typeof each === 'string' ? (counterpart.get(each) ?? each) : each);
  return (Array.isArray(value) ? value.map(renamed) : renamed(value)) as V;
}
