import {
  type Alternative,
  branchEnd,
  outcomesOf,
  type Regulation,
  type ReturnPolicy,
  type Slug,
  type Transition,
} from '@reglament/regulation';
import { freeAmong, freeId } from '../free-id.ts';
import { type NewStage, putNewStage } from '../new-stage.ts';
import { forwardOutcomes } from '../outcomes.ts';
import { EditRefused } from '../refusal.ts';
import { needSameMembers, type Work } from '../work.ts';
import type { Performers } from './performers.ts';

interface Way {
  readonly transition: Slug;
  readonly alternative: Slug;
}

export type TransitionOperation =
  /**
   * Leads an outcome to a stage, or to `$end` of its branch. An outcome that leads somewhere already gets one more
   * alternative under `rule`: after the alternative `after`, else before the last one, which has no rule.
   */
  | {
      readonly do: 'connect';
      readonly from: Slug;
      readonly outcome: Slug;
      readonly to: Slug;
      readonly rule?: Slug;
      readonly after?: Slug;
    }
  | ({ readonly do: 'retarget'; readonly to: Slug } & Way)
  /** Null takes the rule or the policy away; what is absent stays. */
  | ({
      readonly do: 'setAlternative';
      readonly rule?: Slug | null;
      readonly policy?: ReturnPolicy | null;
      readonly cycle?: boolean;
    } & Way)
  /** The last alternative takes its transition with it. */
  | ({ readonly do: 'removeAlternative' } & Way)
  | { readonly do: 'reorderAlternatives'; readonly transition: Slug; readonly order: readonly Slug[] }
  /**
   * Puts a stage on a way: the alternative leads to it, and its first forward outcome where the alternative led. A new one
   * lies in the branch of the stage before it unless `stage.parent` says another; one that the regulation has, by its id,
   * stays where it lies, and that outcome of it must lead nowhere yet. At either end of the way it changes nothing.
   */
  | ({ readonly do: 'insertOnTransition'; readonly stage: NewStage | Slug } & Way)
  /** Adds a stage and connects an outcome to it; it lies in the branch of `from` unless `stage.parent` says another. */
  | {
      readonly do: 'appendStage';
      readonly from: Slug;
      readonly outcome: Slug;
      readonly stage: NewStage;
      readonly rule?: Slug;
      readonly after?: Slug;
    };

export const transitionOperations: Performers<TransitionOperation> = {
  connect: (work, operation) => connect(work, operation),
  retarget: (work, { transition, alternative, to }) => {
    work.alternative(transition, alternative);
    needTarget(work, to);
    work.put([...pathOf({ transition, alternative }), 'to'], to);
  },
  setAlternative: (work, { transition, alternative, rule, policy, cycle }) => {
    work.alternative(transition, alternative);
    const at = pathOf({ transition, alternative });
    if (rule !== undefined && rule !== null) work.needPart('rules', rule);
    if (rule !== undefined) work.set([...at, 'rule'], rule ?? undefined);
    if (policy !== undefined) work.set([...at, 'policy'], policy ?? undefined);
    if (cycle !== undefined) work.set([...at, 'cycle'], cycle || undefined);
  },
  removeAlternative: (work, { transition, alternative }) => {
    work.alternative(transition, alternative);
    const order = work.transition(transition).order.filter((id) => id !== alternative);
    if (order.length === 0) {
      work.drop(['transitions', transition]);
      return;
    }
    work.drop(pathOf({ transition, alternative }));
    work.put(['transitions', transition, 'order'], order);
  },
  reorderAlternatives: (work, { transition, order }) => {
    needSameMembers('alternatives', work.transition(transition).order, order);
    work.put(['transitions', transition, 'order'], order);
  },
  insertOnTransition: (work, { transition, alternative, stage }) => {
    const { to, policy, cycle } = work.alternative(transition, alternative);
    const { from } = work.transition(transition);
    if (typeof stage !== 'string') putNewStage(work, besides(work, from, stage), from);
    const id = typeof stage === 'string' ? stage : stage.id;
    // It would lead to itself.
    if (id === from || id === to) return;
    const { kind } = work.stage(id);
    const [outcome] = forwardOutcomes(work.stage(id));
    if (outcome === undefined) throw new EditRefused('no-way-on', { kind });
    if (transitionFrom(work.now, id, outcome)) throw new EditRefused('outcome-taken', { stage: id, outcome });
    const at = pathOf({ transition, alternative });
    work.put([...at, 'to'], id);
    // The way back is now the second half of the way.
    for (const key of ['policy', 'cycle']) work.set([...at, key], undefined);
    putTransition(work, id, outcome, {
      to,
      ...(policy === undefined ? {} : { policy }),
      ...(cycle === undefined ? {} : { cycle }),
    });
  },
  appendStage: (work, { do: _, stage, ...way }) => {
    putNewStage(work, besides(work, way.from, stage), way.from);
    connect(work, { ...way, to: stage.id });
  },
};

/** The transition of an outcome, or undefined when the outcome leads nowhere. Pure. */
export function transitionFrom(
  regulation: Regulation,
  from: Slug,
  outcome: Slug,
): { readonly id: Slug; readonly transition: Transition } | undefined {
  for (const [id, transition] of Object.entries(regulation.transitions)) {
    if (transition.from === from && transition.outcome === outcome) return { id, transition };
  }
  return undefined;
}

type Connection = Omit<Extract<TransitionOperation, { readonly do: 'connect' }>, 'do'>;

function connect(work: Work, { from, outcome, to, rule, after }: Connection): void {
  if (!outcomesOf(work.stage(from)).some((each) => each.id === outcome)) {
    throw new EditRefused('outcome-unknown', { stage: from, outcome });
  }
  needTarget(work, to);
  if (rule !== undefined) work.needPart('rules', rule);
  const made: Alternative = rule === undefined ? { to } : { rule, to };
  const found = transitionFrom(work.now, from, outcome);
  if (found === undefined) {
    putTransition(work, from, outcome, made);
    return;
  }
  const { id, transition } = found;
  const { order, alternatives } = transition;
  if (order.some((each) => alternatives[each]?.to === to && alternatives[each]?.rule === rule)) return;
  const last = alternatives[order.at(-1) ?? ''];
  const hasElse = last !== undefined && last.rule === undefined;
  if (rule === undefined && hasElse) throw new EditRefused('outcome-taken', { stage: from, outcome });
  if (after !== undefined) work.alternative(id, after);
  const alternativeId = freeAmong((each) => Object.hasOwn(alternatives, each), rule ?? 'else');
  const place = after !== undefined ? order.indexOf(after) + 1 : hasElse ? order.length - 1 : order.length;
  work.put(pathOf({ transition: id, alternative: alternativeId }), made);
  work.put(['transitions', id, 'order'], order.toSpliced(place, 0, alternativeId));
}

function putTransition(work: Work, from: Slug, outcome: Slug, alternative: Alternative): void {
  const id = freeId(work.now, 'transitions', `${from}-${outcome}`);
  const made: Transition = { from, outcome, alternatives: { on: alternative }, order: ['on'] };
  work.put(['transitions', id], made);
}

/** A new stage in the branch of the stage before it, unless it says where it lies: a way does not leave its branch. */
function besides(work: Work, from: Slug, stage: NewStage): NewStage {
  const { parent } = work.stage(from);
  return stage.parent !== undefined || parent === undefined ? stage : { ...stage, parent };
}

function needTarget(work: Work, to: Slug): void {
  if (to !== branchEnd) work.stage(to);
}

function pathOf({ transition, alternative }: Way): readonly string[] {
  return ['transitions', transition, 'alternatives', alternative];
}
