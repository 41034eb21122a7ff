import type { z } from 'zod';
import type { StateJson } from '../compile/machine-json.ts';
import type { Problem } from '../lint/problem.ts';
import type { Slug, Text } from '../model/regulation.ts';
import type { OutcomeTone, SettingsOf, StageKind } from '../model/stage.ts';

/** How a stage can end. Outcomes without a title take the kind's own words from the catalogue. */
export interface Outcome {
  readonly id: Slug;
  readonly tone: OutcomeTone;
  readonly title?: Text;
}

/** What a new stage of a kind starts with: names of the regulation's own participant, deadline and register. */
export interface DefaultNames {
  readonly participant: Slug;
  readonly deadline: Slug;
  readonly register: Slug;
  /** The stage in which the first branch of a new block starts. */
  readonly stage: Slug;
}

/** What the compiler hands to a kind: transitions by outcome and, for a block, the states of each branch. */
export interface StageCompilation {
  readonly stageId: Slug;
  /** `on` of a state whose events are `<stage>.<outcome>`. */
  readonly transitionsOn: () => NonNullable<StateJson['on']>;
  /** States of the stages that lie in a branch of this block. */
  readonly branchStates: (branch: Slug) => Record<string, StateJson>;
}

/** States by key that a stage puts beside its siblings; the first is the stage itself, under its own id. */
export type CompiledStage = Record<string, StateJson>;

/** The model facet of a stage kind. Every member is pure. */
export interface StageModel<K extends StageKind> {
  readonly kind: K;
  readonly settings: z.ZodType<SettingsOf[K]>;
  readonly defaults: (names: DefaultNames) => SettingsOf[K];
  readonly outcomes: (settings: SettingsOf[K]) => readonly Outcome[];
  /** Participants who are asked here, in order, each once. */
  readonly participants: (settings: SettingsOf[K]) => readonly Slug[];
  readonly deadline: (settings: SettingsOf[K]) => Slug | undefined;
  /** What a visit waits for. `nothing`: it is decided in the step that opens it, or by the stages it holds. */
  readonly waitsFor: 'person' | 'time' | 'nothing';
  /**
   * Whether another visit may close at once as kept, along its forward outcome, so that a way through it need not wait.
   */
  readonly mayBeKept: (settings: SettingsOf[K]) => boolean;
  /** Whether a deadline of the stage may decide by silence; the stage's natures may forbid it besides. */
  readonly allowsAutoVisa: boolean;
  /** Problems that the settings alone show; paths are relative to the settings. */
  readonly lint: (settings: SettingsOf[K]) => readonly Omit<Problem, 'element'>[];
  readonly compile: (settings: SettingsOf[K], compilation: StageCompilation) => CompiledStage;
}

/** One state, left by the stage's transitions: how most kinds compile. */
export function compileToState(kind: StageKind, compilation: StageCompilation): CompiledStage {
  const { stageId } = compilation;
  return {
    [stageId]: { id: stageId, meta: { stage: stageId, kind }, on: compilation.transitionsOn() },
  };
}

export function unique(slugs: readonly Slug[]): readonly Slug[] {
  return [...new Set(slugs)];
}
