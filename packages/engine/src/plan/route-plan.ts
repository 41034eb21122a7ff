import type { StageKind, Text } from '@reglament/regulation';
import type { PositionId } from '../model/directory.ts';

export type PlannedState = 'done' | 'now' | 'planned' | 'kept' | 'skipped';

export type PersonStatus =
  | 'waiting'
  | 'asked'
  | 'approved'
  | 'remarks'
  | 'rejected'
  | 'autoVisa'
  | 'kept'
  | 'done';

/** Somebody on the route: as he decided, or who acts for the post when the document reaches it. */
export interface PlannedPerson {
  /** Several people of one slot share a task: any one of them decides. */
  readonly slot: string;
  readonly position: PositionId;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
  /** The name of the absent holder for whom he acts. */
  readonly standsInFor?: string;
  /** Absent without a substitute inside his term, to this day inclusive; the term counts it. */
  readonly absentUntil?: string;
  readonly status: PersonStatus;
  /** When he decided. */
  readonly atMs?: number;
  /** The end of his term, while he has not. */
  readonly dueMs?: number;
  /** When silence becomes his visa. */
  readonly autoVisaAtMs?: number;
}

/** One entry into a stage, or a stage that this document passes by. Choices and ends are not listed. */
export interface PlannedStage {
  readonly stage: string;
  /** Absent for what is skipped. */
  readonly visit?: string;
  readonly kind: StageKind;
  readonly title: Text;
  readonly round: number;
  readonly block?: string;
  readonly branch?: string;
  readonly branchTitle?: Text;
  readonly state: PlannedState;
  readonly startMs: number;
  readonly endMs: number;
  /** The last term inside it. */
  readonly dueMs?: number;
  readonly people: readonly PlannedPerson[];
  /** Nobody was found for a participant: the document stops there until somebody is named. */
  readonly vacant?: { readonly participant: string; readonly title: Text };
  /** The rule that led here, or past here. */
  readonly rule?: { readonly id: string; readonly title: Text };
  /** It ended by sending the document back. */
  readonly returned: boolean;
}

export type PlanWarning =
  /** `{ participant }` */
  | { readonly code: 'vacant'; readonly stage: string; readonly params: PlanParams }
  /** `{ position, name, until }` */
  | { readonly code: 'absent'; readonly stage: string; readonly params: PlanParams }
  /** No parameters: the first stage whose term rests on a computed year. */
  | { readonly code: 'provisional-calendar'; readonly stage: string; readonly params: PlanParams }
  /** `{ term, limitMs, endMs }`: the plan ends later than law or order allows. */
  | { readonly code: 'legal-term'; readonly stage: string; readonly params: PlanParams };

export type PlanParams = Readonly<Record<string, string | number>>;

/**
 * A route with dates: what was, as it was; what is ahead, as if everybody decided favourably on the last moment of his
 * term, with the rules read from the present card.
 */
export interface RoutePlan {
  readonly nowMs: number;
  /** In order of time; a block comes before what it holds. */
  readonly stages: readonly PlannedStage[];
  readonly warnings: readonly PlanWarning[];
  /** The end of the registration, or of the route where nothing is registered. */
  readonly promisedMs: number;
  readonly endMs: number;
  /** Working days of the organisation after the day of sending up to the promised one. */
  readonly workingDays: number;
  /** Some term rests on a year that no decree has settled. */
  readonly provisional: boolean;
}
