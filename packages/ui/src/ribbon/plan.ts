/** A text of a regulation in both languages. */
export interface PlanText {
  ru: string;
  en: string;
}

export type PersonStatus =
  | 'waiting'
  | 'asked'
  | 'approved'
  | 'remarks'
  | 'rejected'
  | 'autoVisa'
  | 'kept'
  | 'done';

/** Somebody on the route. `waiting`: the document has not reached him; `asked`: he decides now. */
export interface PlanPerson {
  position: string;
  name: string;
  post: string;
  unit: string;
  /** the absent holder for whom he acts */
  standsInFor?: string | undefined;
  /** last day away without a substitute, `YYYY-MM-DD` */
  absentUntil?: string | undefined;
  status: PersonStatus;
  /** when he decided, ms */
  atMs?: number | undefined;
  /** end of his own term while he has not, ms; without it the stage's */
  dueMs?: number | undefined;
  /** when silence becomes his visa, ms */
  autoVisaAtMs?: number | undefined;
}

/** One entry into a stage. A block comes before what it holds. */
export interface PlanStage {
  stage: string;
  visit?: string | undefined;
  kind: string;
  title: PlanText;
  round: number;
  block?: string | undefined;
  branch?: string | undefined;
  branchTitle?: PlanText | undefined;
  state: 'done' | 'now' | 'planned' | 'kept' | 'skipped';
  startMs: number;
  endMs: number;
  dueMs?: number | undefined;
  people: readonly PlanPerson[];
  vacant?: { title: PlanText } | undefined;
  /** the rule that led here, or past here */
  rule?: PlanText | undefined;
  /** it ended by sending the document back */
  returned?: boolean | undefined;
}

/** A day of the ruler; a working one lasts from opening to closing. */
export interface PlanDay {
  date: string;
  working: boolean;
  /** no decree has settled its year yet */
  provisional: boolean;
  startMs: number;
  endMs: number;
}

/** What the ribbon draws: the route with dates, as the server answers it. Times in ms since the epoch. */
export interface RoutePlan {
  stages: readonly PlanStage[];
  days: readonly PlanDay[];
  nowMs: number;
  /** null: nothing is promised (the document stops on the way) */
  promisedMs: number | null;
  /** what was promised at sending */
  plannedMs?: number | null | undefined;
  endMs: number;
  /** IANA zone of the organisation */
  zone: string;
  warnings: readonly {
    code: string;
    stage?: string | undefined;
    params: Readonly<Record<string, string | number>>;
  }[];
}
