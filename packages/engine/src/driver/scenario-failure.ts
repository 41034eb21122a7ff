import type { Must, ScenarioStep } from '@reglament/regulation';

export type FailureCode =
  /** A `must` does not hold: `expected` and `found` have the same keys. */
  | Must['that']
  /** `{ stage, by }`: the cast member has no open task there. */
  | 'no-open-task'
  /** `{ refusal, … }`: the engine refused the step's command. */
  | 'step-refused'
  /** `{ by }`: not in the cast. */
  | 'not-in-cast'
  /** `{ at }`: earlier than the step before. */
  | 'time-backwards'
  /** `{ zone }` */
  | 'zone-unknown'
  /** `{ refusal, … }`: the document could not be sent. */
  | 'start-refused'
  /** `{ code, … }`: the calendar or the engine could not go on. */
  | 'broken';

export type FailureParams = Readonly<Record<string, string | number | boolean>>;

/** One thing that did not come out as written, for people to read through a catalogue. */
export interface ScenarioFailure {
  readonly code: FailureCode;
  /** Which of `must`, when it is one of them. */
  readonly must?: Must;
  /** Which of `steps`, when it is one of them. */
  readonly step?: ScenarioStep;
  /** Index in `must` or in `steps`; -1 is the sending itself. */
  readonly index: number;
  readonly expected: FailureParams;
  readonly found: FailureParams;
}
