import type { Regulation, Slug } from '../model/regulation.ts';
import type { Stage } from '../model/stage.ts';
import { type Alternative, branchEnd, type Transition } from '../model/transition.ts';
import { compileStage } from '../stages/registry.ts';
import type { MachineJson, StateJson, StateMeta, TransitionJson } from './machine-json.ts';

export interface Compilation {
  /** An XState v5 machine config, plain JSON, for stock `createMachine`. */
  readonly machine: MachineJson;
  /** From the id of each state of the machine to what it stands for. */
  readonly source: Readonly<Record<string, StateMeta>>;
}

/**
 * Compiles a regulation that lint finds no error in to a machine config; SPEC.md, rules C1-C12, says its shape. Pure, and
 * equal regulations give equal machines. A regulation with errors gives a machine that `createMachine` may refuse.
 */
export function compile(regulation: Regulation): Compilation {
  const transitions = transitionsByStage(regulation);
  const withdrawn: StateJson = { id: '$withdrawn', type: 'final', meta: { rest: 'withdrawn' } };
  const annulled: StateJson = { id: '$annulled', type: 'final', meta: { rest: 'annulled' } };
  const machine: MachineJson = {
    // A stage may bear the regulation's own id, and ids of a machine are unique.
    id: `$${regulation.id}`,
    initial: regulation.start,
    meta: { regulation: regulation.id },
    on: {
      $withdraw: [{ target: '#$withdrawn' }],
      $annul: [{ target: '#$annulled' }],
    },
    states: { ...statesOf(regulation, transitions, undefined), $withdrawn: withdrawn, $annulled: annulled },
  };
  const source: Record<string, StateMeta> = {};
  collect(machine.states, source);
  return { machine, source };
}

/** The states of the stages that lie in a branch, or in none. */
function statesOf(
  regulation: Regulation,
  transitions: TransitionsByStage,
  parent: { readonly block: Slug; readonly branch: Slug } | undefined,
): Record<string, StateJson> {
  const states: Record<string, StateJson> = {};
  for (const stageId of regulation.stageOrder) {
    const stage = regulation.stages[stageId];
    if (stage === undefined) continue;
    if (stage.parent?.block !== parent?.block || stage.parent?.branch !== parent?.branch) continue;
    Object.assign(
      states,
      compileStage(stage, {
        stageId,
        transitionsOn: () => transitionsOn(stage, transitions.get(stageId) ?? []),
        branchStates: (branch) => statesOf(regulation, transitions, { block: stageId, branch }),
      }),
    );
  }
  return states;
}

type TransitionsByStage = ReadonlyMap<Slug, readonly (readonly [id: Slug, transition: Transition])[]>;

/** Sorted by id, so that equal regulations give equal machines. */
function transitionsByStage(regulation: Regulation): TransitionsByStage {
  const entries = Object.entries(regulation.transitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return Map.groupBy(entries, ([, transition]) => transition.from);
}

function transitionsOn(
  stage: Stage,
  transitions: readonly (readonly [id: Slug, transition: Transition])[],
): Record<string, readonly TransitionJson[]> {
  const on: Record<string, readonly TransitionJson[]> = {};
  for (const [id, transition] of transitions) {
    on[`${transition.from}.${transition.outcome}`] = transition.order.flatMap((alternativeId) => {
      const alternative = transition.alternatives[alternativeId];
      if (alternative === undefined) return [];
      return [compileAlternative(stage, alternative, { transition: id, alternative: alternativeId })];
    });
  }
  return on;
}

function compileAlternative(
  { parent }: Stage,
  { rule, to }: Alternative,
  meta: NonNullable<TransitionJson['meta']>,
): TransitionJson {
  const target =
    to === branchEnd && parent !== undefined ? `#${parent.block}.${parent.branch}.${branchEnd}` : `#${to}`;
  return rule === undefined
    ? { target, meta }
    : { guard: { type: 'rule', params: { name: rule } }, target, meta };
}

function collect(states: Readonly<Record<string, StateJson>>, source: Record<string, StateMeta>): void {
  for (const state of Object.values(states)) {
    source[state.id] = state.meta;
    if (state.states !== undefined) collect(state.states, source);
  }
}
