/** The part of an XState v5 machine config that regulations compile to; plain JSON. See SPEC.md, rules C1-C12. */
export interface MachineJson {
  readonly id: string;
  readonly initial: string;
  readonly meta: { readonly regulation: string };
  readonly on: Readonly<Record<string, readonly TransitionJson[]>>;
  readonly states: Readonly<Record<string, StateJson>>;
}

export interface StateJson {
  readonly id: string;
  readonly type?: 'final' | 'parallel';
  readonly initial?: string;
  readonly meta: StateMeta;
  readonly on?: Readonly<Record<string, readonly TransitionJson[]>>;
  readonly onDone?: { readonly target: string };
  readonly states?: Readonly<Record<string, StateJson>>;
}

export interface TransitionJson {
  readonly target: string;
  readonly guard?: { readonly type: 'rule'; readonly params: { readonly name: string } };
  readonly meta?: { readonly transition: string; readonly alternative: string };
}

/** Points from a state of the machine back to the regulation. */
export type StateMeta =
  /** A stage. */
  | { readonly stage: string; readonly kind: string }
  /** A region of a block. */
  | { readonly block: string; readonly branch: string }
  /** A resting place of a branch: `when` before its first stage, `end` behind its last. */
  | { readonly block: string; readonly branch: string; readonly rest: 'when' | 'end' }
  /** Behind a block whose branches have all ended. */
  | { readonly block: string; readonly rest: 'done' }
  /** The instance was stopped from outside. */
  | { readonly rest: 'withdrawn' | 'annulled' };
