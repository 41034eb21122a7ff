import type { Field } from './field.ts';
import type { Evidence, Slug, Text } from './regulation.ts';

export const stageKinds = [
  'task',
  'approval',
  'signing',
  'registration',
  'acquaintance',
  'choice',
  'parallel',
  'wait',
  'end',
] as const;

export type StageKind = (typeof stageKinds)[number];

/** Decides what may never happen by silence. */
export type Nature = 'legal' | 'anticorruption' | 'financial' | 'signing' | 'statutory';

/** Who is asked on another way through the stage: only those who have not approved; also when the version differs; everybody. */
export type Again = 'kept' | 'changed' | 'always';

/**
 * How an outcome counts: `forward` is a yes; `return` ends a branch as refused and opens a rework; `annul` stops for good.
 */
export type OutcomeTone = 'forward' | 'return' | 'annul';

export interface TaskOutcome {
  readonly title: Text;
  readonly tone: OutcomeTone;
}

/** What a stage may change, and what becomes of the visas given before. */
export interface Edits {
  /** Card fields, or `'all'`. */
  readonly card: readonly Slug[] | 'all';
  readonly files: boolean;
  readonly visas: 'keptAndMarked' | 'askedAgain';
}

export interface TaskSettings {
  readonly performer: Slug;
  readonly deadline: Slug;
  readonly again: Again;
  readonly outcomes: Readonly<Record<Slug, TaskOutcome>>;
  readonly outcomeOrder: readonly Slug[];
  readonly edits?: Edits;
  /** Asked of the performer with the decision; kept with it, not part of the document's version. */
  readonly form?: Readonly<Record<Slug, Field>>;
  readonly formOrder?: readonly Slug[];
  /** The author's rework: answers to remarks are asked with the forward outcome, which opens the next round. */
  readonly rework?: boolean;
}

export interface ApprovalStep {
  readonly mode: 'parallel' | 'sequential';
  readonly participants: readonly Slug[];
}

/** Outcomes: `approved`, `refused`. Completion is by all; refusals of a step are collected and returned once. */
export interface ApprovalSettings {
  readonly steps: Readonly<Record<Slug, ApprovalStep>>;
  readonly stepOrder: readonly Slug[];
  readonly deadline: Slug;
  readonly again: Again;
  /** Whether a decision after an auto-visa is taken while the visit is open. */
  readonly lateDecisions: boolean;
}

/** Outcomes: `signed`, `returned`, `annulled`. The signer is always asked when the digest differs from the one signed. */
export interface SigningSettings {
  readonly signer: Slug;
  readonly deadline: Slug;
}

/** Outcomes: `registered`, `returned`. */
export interface RegistrationSettings {
  readonly performer: Slug;
  readonly register: Slug;
  readonly deadline: Slug;
}

/** Outcome: `done`. */
export interface AcquaintanceSettings {
  readonly participants: readonly Slug[];
  readonly deadline: Slug;
}

/** Outcome: `chosen`, whose alternatives are the choice. */
export type ChoiceSettings = Readonly<Record<never, never>>;

export interface Branch {
  readonly title: Text;
  /** A rule; when it does not hold the branch ends as skipped. */
  readonly when?: Slug;
  readonly first: Slug;
}

/** Outcomes: `approved`, and `refused` when any branch was refused. A refusal ends its own branch only. */
export interface ParallelSettings {
  readonly branches: Readonly<Record<Slug, Branch>>;
  readonly branchOrder: readonly Slug[];
}

/** Outcome: `elapsed`. */
export interface WaitSettings {
  readonly deadline: Slug;
  readonly again: 'kept' | 'always';
}

export interface EndSettings {
  readonly as: 'completed' | 'annulled';
}

export interface SettingsOf {
  readonly task: TaskSettings;
  readonly approval: ApprovalSettings;
  readonly signing: SigningSettings;
  readonly registration: RegistrationSettings;
  readonly acquaintance: AcquaintanceSettings;
  readonly choice: ChoiceSettings;
  readonly parallel: ParallelSettings;
  readonly wait: WaitSettings;
  readonly end: EndSettings;
}

export type Stage = { [K in StageKind]: StageOf<K> }[StageKind];

export interface StageOf<K extends StageKind> {
  readonly kind: K;
  readonly title: Text;
  /** What is asked, as an imperative: «Проверить закупку»; the kind's own words when absent. */
  readonly ask?: Text;
  readonly nature?: readonly Nature[];
  readonly settings: SettingsOf[K];
  /** The block and branch that hold the stage. */
  readonly parent?: { readonly block: Slug; readonly branch: Slug };
  readonly position?: { readonly x: number; readonly y: number };
  readonly evidence?: Evidence;
  readonly notes?: Text;
}
