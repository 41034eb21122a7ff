import type { Regulation, Slug } from '../model/regulation.ts';
import { branchEnd } from '../model/transition.ts';
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
    states: { ...statesOf(regulation, undefined), $withdrawn: withdrawn, $annulled: annulled },
  };
  const source: Record<string, StateMeta> = {};
  collect(machine.states, source);
  return { machine, source };
}

/** The states of the stages that lie in a branch, or in none. */
function statesOf(
  regulation: Regulation,
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
        transitionsOn: () => transitionsOn(regulation, stageId),
        branchStates: (branch) => statesOf(regulation, { block: stageId, branch }),
      }),
    );
  }
  return states;
}

function transitionsOn(regulation: Regulation, stageId: Slug): Record<string, readonly TransitionJson[]> {
  const parent = regulation.stages[stageId]?.parent;
  const on: Record<string, readonly TransitionJson[]> = {};
  for (const id of Object.keys(regulation.transitions).sort()) {
    const transition = regulation.transitions[id];
    if (transition?.from !== stageId) continue;
    on[`${stageId}.${transition.outcome}`] = transition.order.flatMap((alternativeId): TransitionJson[] => {
      const alternative = transition.alternatives[alternativeId];
      if (alternative === undefined) return [];
      const target =
        alternative.to === branchEnd && parent !== undefined
          ? `#${parent.block}.${parent.branch}.${branchEnd}`
          : `#${alternative.to}`;
      const meta = { transition: id, alternative: alternativeId };
      return alternative.rule === undefined
        ? [{ target, meta }]
        : [{ guard: { type: 'rule', params: { name: alternative.rule } }, target, meta }];
    });
  }
  return on;
}

function collect(states: Readonly<Record<string, StateJson>>, source: Record<string, StateMeta>): void {
  for (const state of Object.values(states)) {
    source[state.id] = state.meta;
    if (state.states !== undefined) collect(state.states, source);
  }
}
