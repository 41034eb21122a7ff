import type { Evidence, Slug, Text } from './regulation.ts';

export type TermUnit = 'workingHours' | 'workingDays' | 'calendarDays' | 'months';

export interface Duration {
  readonly amount: number;
  readonly unit: TermUnit;
}

/**
 * What happens around a lapse. `remind` with `before` comes at the opening hour of that day, `remind` without it on the
 * day of the term; `mark` sets the overdue mark; `escalate` tells the performer's direct head `after` the lapse, at
 * closing time; `autoVisa` decides «approved» at the lapse (refused by lint on natures that forbid it).
 * The codes L1-L5 of the field are combinations of these.
 */
export type LapseAction =
  | { readonly do: 'remind'; readonly before?: Duration; readonly to?: readonly ('performer' | 'superior')[] }
  | { readonly do: 'mark' }
  | { readonly do: 'escalate'; readonly after: Duration }
  | { readonly do: 'autoVisa' };

/** A deadline of a task or a wait. Working days may be halves; 0 working days is «the same day». */
export interface Deadline {
  readonly title: Text;
  readonly term: Duration;
  readonly shift?: 'next' | 'previous' | 'none';
  readonly onLapse: readonly LapseAction[];
  readonly evidence?: Evidence;
}

/** The longest time that law or order allows between two events of a document. */
export interface LegalTerm {
  readonly title: Text;
  readonly term: Duration;
  /** `sent`, `registered`, or `<stage>.opened`, `<stage>.closed`. */
  readonly from: string;
  readonly to: string;
  /** Whether returns to the author count inside the term. */
  readonly roundsCounted: boolean;
  readonly evidence: Evidence;
}
