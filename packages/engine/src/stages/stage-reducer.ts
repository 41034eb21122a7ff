import type { Again, OutcomeTone, Regulation, StageKind, StageOf } from '@reglament/regulation';
import type { Command, Refusal } from '../model/command.ts';
import type { Decision, Instance, Slot } from '../model/instance.ts';

export type DecideCommand = Extract<Command, { type: 'decide' }>;

/** A step of a visit: whom it asks, side by side or one after another. */
export interface VisitStep {
  /** `-` where the kind has one step only. */
  readonly id: string;
  readonly mode: 'parallel' | 'sequential';
  readonly participants: readonly string[];
}

/** A slot with the decision that closed it or that it stands on. */
export interface SlotView {
  readonly slot: Slot;
  readonly decision: Decision | undefined;
}

/** What a visit does next. */
export type Progress =
  | { readonly do: 'wait' }
  | { readonly do: 'ask'; readonly slots: readonly Slot[] }
  | { readonly do: 'reachStep'; readonly step: number }
  | { readonly do: 'close'; readonly outcome: string };

/** What a decision comes to: its name, its tone, and whether it needs words. */
export interface DecisionShape {
  readonly outcome: string;
  readonly tone: OutcomeTone;
  readonly needs?: 'text' | 'textOrRemark';
}

export interface Problem {
  readonly refusal: Refusal;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a check may look at besides the command. */
export interface DecideView {
  readonly instance: Instance;
  readonly regulation: Regulation;
}

/** The reducer facet of a stage kind. Every member is pure. */
export interface StageReducer<K extends StageKind> {
  readonly kind: K;
  /** Whom a visit asks; none where nobody is asked. */
  readonly steps: (settings: StageOf<K>['settings']) => readonly VisitStep[];
  /** What an outcome given by a person means; `null` for one that the stage does not have. */
  readonly decision: (settings: StageOf<K>['settings'], command: DecideCommand) => DecisionShape | null;
  /** What the kind asks of a decision besides; the first problem, or `null`. */
  readonly check: (
    settings: StageOf<K>['settings'],
    shape: DecisionShape,
    command: DecideCommand,
    view: DecideView,
  ) => Problem | null;
  /** What a visit does next, from its slots in order. `step` is the index of the step being asked. */
  readonly progress: (settings: StageOf<K>['settings'], slots: readonly SlotView[], step: number) => Progress;
  /**
   * When a decision made before stands on another way through: the stage's `again`; a signature only on the same
   * version; `never` where each visit is a work of its own, whatever the round's policy.
   */
  readonly again: (settings: StageOf<K>['settings']) => Again | 'signature' | 'never';
}

export function problem(refusal: Refusal, params: Readonly<Record<string, string | number>> = {}): Problem {
  return { refusal, params };
}

/** One step that asks everybody at once. */
export function oneStep(participants: readonly string[]): readonly VisitStep[] {
  return [{ id: '-', mode: 'parallel', participants }];
}

/**
 * The progress of a visit that asks all at once and waits for all. With several performers the outcome is the first
 * that is not forward, else the first, in the order of the slots: the order of the decisions does not matter.
 */
export function whenAllDecided(slots: readonly SlotView[]): Progress {
  const waiting = slots.filter(({ slot }) => slot.status === 'waiting').map(({ slot }) => slot);
  if (waiting.length > 0) return { do: 'ask', slots: waiting };
  if (slots.some(({ slot }) => slot.status === 'asked' || slot.status === 'vacant')) return { do: 'wait' };
  const decisions = slots.flatMap(({ decision }) => decision ?? []);
  const decisive = decisions.find(({ tone }) => tone !== 'forward') ?? decisions[0];
  return decisive === undefined ? { do: 'wait' } : { do: 'close', outcome: decisive.outcome };
}
