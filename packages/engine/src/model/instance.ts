import type {
  Card,
  CardValue,
  EndSettings,
  OutcomeTone,
  ReturnPolicy,
  StageKind,
} from '@reglament/regulation';
import type { EmployeeId, OrganisationId, PositionId, UnitId } from './directory.ts';

export type InstanceId = string;
/** `<stage>#<n>`: one entry of an instance into a stage. */
export type VisitId = string;
/** `<visit>/<step or ->/<n>`: one performer's place inside a visit. */
export type SlotId = string;
export type TaskId = string;
export type TimerId = string;
export type IncidentId = string;

/** Personal text lies beside the history; the chain holds only its salted digest. */
export interface TextRef {
  readonly id: string;
  readonly digest: string;
}

/** Who acts: the employee, the position he acts by, and whose task it is when he stands in for somebody. */
export interface Actor {
  readonly employee: EmployeeId;
  readonly position: PositionId;
  readonly onBehalfOf?: EmployeeId;
}

/** A performer as of the moment the slot opened or the decision was made: kept although people move. */
export interface Person {
  readonly employee?: EmployeeId;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
}

export interface DocumentVersion {
  readonly no: number;
  /** SHA-256 of the manifest: what people decide on. */
  readonly digest: string;
  readonly card: Card;
  readonly files: readonly { readonly name: string; readonly digest: string }[];
  readonly madeAtMs: number;
  readonly madeBy: Actor;
  /** The visit in which it was made; absent for the first. */
  readonly visit?: VisitId;
  /** Against the version before. */
  readonly changed: { readonly fields: readonly string[]; readonly files: boolean };
  /** Made by a stage that says so: visas on earlier versions count as not given on another way through. */
  readonly asksAgain?: true;
}

export interface Visit {
  readonly id: VisitId;
  readonly stage: string;
  readonly kind: StageKind;
  readonly round: number;
  readonly openedAtMs: number;
  readonly status: 'open' | 'closed' | 'kept' | 'cancelled';
  readonly outcome?: string;
  readonly closedAtMs?: number;
  /** The step of an approval that is being asked, by index. */
  readonly step: number;
  readonly slots: readonly SlotId[];
  /** The visit of the block that holds it. */
  readonly block?: VisitId;
  /** Of a block: how its branches have ended so far. */
  readonly branches?: Readonly<Record<string, BranchEnding>>;
}

export type BranchEnding = 'passed' | 'refused' | 'skipped';

/**
 * One performer's place inside a visit. `waiting` until a sequential step reaches it; `vacant` while nobody was found
 * (an incident is open); `asked` while its task is open; `decided`; `kept` when an earlier decision stands; `closed`
 * when the visit ended without it.
 */
export interface Slot {
  readonly id: SlotId;
  readonly visit: VisitId;
  readonly step?: string;
  readonly participant: string;
  /** One position, or several that share the task. Empty while vacant. */
  readonly positions: readonly PositionId[];
  /** As the directory gave it when the visit opened, whoever was asked in the end; empty when vacant. */
  readonly found: readonly PositionId[];
  readonly status: 'waiting' | 'vacant' | 'asked' | 'decided' | 'kept' | 'closed';
  readonly task?: TaskId;
  /** The decision that closed it or that it stands on. */
  readonly decision?: string;
}

/** An open task. A task leaves this map when it closes; its row in the store keeps the history of it. */
export interface Task {
  readonly id: TaskId;
  readonly slot: SlotId;
  readonly visit: VisitId;
  readonly stage: string;
  readonly kind: StageKind;
  readonly positions: readonly PositionId[];
  /** Who took the common task. */
  readonly takenBy?: Actor;
  readonly openedAtMs: number;
  readonly dueAtMs: number;
  /** What the term rests on, so that a new decree or an absence recomputes it. */
  readonly term: TaskTerm;
  readonly overdue: boolean;
  /** Decided automatically, and still answerable while the visit is open. */
  readonly lapsed: boolean;
}

export interface TaskTerm {
  readonly deadline: string;
  readonly amount: number;
  readonly unit: 'workingHours' | 'workingDays' | 'calendarDays' | 'months';
  readonly calendar: string;
  readonly revision: string;
  readonly provisional: boolean;
  readonly startedAtMs: number;
}

/** An open timer row. `autoVisa` and `elapse` decide; the rest tell people. */
export interface Timer {
  readonly id: TimerId;
  readonly visit: VisitId;
  readonly slot?: SlotId;
  readonly task?: TaskId;
  readonly action: 'remind' | 'mark' | 'escalate' | 'autoVisa' | 'elapse';
  /** Index of the action in the deadline's `onLapse`. */
  readonly index: number;
  readonly dueAtMs: number;
}

export interface Decision {
  readonly id: string;
  readonly visit: VisitId;
  readonly slot: SlotId;
  readonly stage: string;
  readonly kind: StageKind;
  readonly participant: string;
  readonly round: number;
  readonly position: PositionId;
  readonly person: Person;
  /** Whose post it was, when a substitute decided. */
  readonly onBehalfOf?: Person;
  readonly outcome: string;
  readonly tone: OutcomeTone;
  /** The version and digest it was made on; for a stage that edits, the version it made. */
  readonly version: number;
  readonly digest: string;
  readonly openedAtMs: number;
  readonly atMs: number;
  readonly dueAtMs: number;
  readonly late: boolean;
  /** By silence: the deadline and the version of the regulation that made it. */
  readonly automatic?: { readonly deadline: string; readonly regulationVersion: number };
  readonly text?: TextRef;
  readonly remarks: readonly string[];
  readonly form?: Readonly<Record<string, CardValue>>;
  readonly signature?: { readonly kind: 'simple'; readonly digest: string };
  /** A late decision that took the place of this one. */
  readonly replacedBy?: string;
}

export interface Remark {
  readonly id: string;
  readonly no: number;
  readonly decision: string;
  readonly place?: string;
  readonly text: TextRef;
  /** Open until the author has answered it and sent the document forward. */
  readonly status: 'open' | 'answered';
  readonly answer?: {
    readonly disposition: Disposition;
    readonly text: TextRef | null;
    readonly atMs: number;
    readonly round: number;
  };
}

export type Disposition = 'accepted' | 'partly' | 'declined';

export interface Incident {
  readonly id: IncidentId;
  readonly reason: 'vacant-participant' | 'no-superior' | 'step-failed';
  readonly visit: VisitId;
  readonly slot?: SlotId;
  readonly stage: string;
  readonly participant?: string;
  readonly raisedAtMs: number;
}

export interface Registration {
  readonly register: string;
  readonly number: string;
  readonly sequence: number;
  /** Plain date in the organisation's zone. */
  readonly date: string;
  readonly visit: VisitId;
  readonly decision: string;
}

/** The whole state of an instance: the fold of its events. */
export interface Instance {
  readonly id: InstanceId;
  readonly document: string;
  readonly organisation: OrganisationId;
  readonly regulation: { readonly id: string; readonly version: number; readonly hash: string };
  readonly status: 'running' | 'ended';
  readonly ending?: {
    readonly as: EndSettings['as'] | 'withdrawn';
    readonly stage?: string;
    readonly atMs: number;
    readonly reason?: TextRef;
  };
  readonly initiator: {
    readonly employee: EmployeeId;
    readonly position: PositionId;
    readonly unit: UnitId;
    readonly person: Person;
  };
  readonly startedAtMs: number;
  /** The machine's state value, as XState persists it. */
  readonly machine: unknown;
  readonly round: number;
  /** How the current round was opened: by which stage's return, and whom it asks. */
  readonly opening?: { readonly policy: ReturnPolicy; readonly stage: string; readonly round: number };
  /** A return that was taken and waits for the next round to be opened. */
  readonly noted?: { readonly policy: ReturnPolicy; readonly stage: string };
  readonly versions: readonly DocumentVersion[];
  readonly chosen: Readonly<Record<string, readonly PositionId[]>>;
  readonly visits: Readonly<Record<VisitId, Visit>>;
  /** Last outcome and number of visits of each stage that was entered. */
  readonly stages: Readonly<Record<string, { readonly visits: number; readonly outcome?: string }>>;
  readonly slots: Readonly<Record<SlotId, Slot>>;
  readonly tasks: Readonly<Record<TaskId, Task>>;
  readonly timers: Readonly<Record<TimerId, Timer>>;
  readonly incidents: Readonly<Record<IncidentId, Incident>>;
  readonly decisions: readonly Decision[];
  readonly remarks: readonly Remark[];
  readonly signed?: { readonly digest: string; readonly decision: string };
  readonly registration?: Registration;
  /** Number of events and the hash of the last one. */
  readonly history: { readonly length: number; readonly head: string };
}
