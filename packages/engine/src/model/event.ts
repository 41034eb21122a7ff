import type { ReturnPolicy, StageKind } from '@reglament/regulation';
import type {
  Actor,
  Decision,
  Disposition,
  DocumentVersion,
  Incident,
  Instance,
  Person,
  Registration,
  Remark,
  Slot,
  Task,
  TaskTerm,
  TextRef,
  Timer,
} from './instance.ts';

/** What happened, complete enough that folding the events gives the state; canonical JSON, chained by hashes. */
export type EventBody =
  | {
      readonly type: 'started';
      readonly instance: Pick<
        Instance,
        'id' | 'document' | 'organisation' | 'regulation' | 'initiator' | 'chosen'
      >;
      readonly version: DocumentVersion;
      readonly machine: unknown;
    }
  | {
      readonly type: 'visitOpened';
      readonly visit: string;
      readonly stage: string;
      readonly kind: StageKind;
      readonly slots: readonly Slot[];
      /** The visit of the block that holds it. */
      readonly block?: string;
    }
  | { readonly type: 'stepReached'; readonly visit: string; readonly step: number }
  | { readonly type: 'slotKept'; readonly slot: string; readonly decision: string }
  | { readonly type: 'slotResolved'; readonly slot: string; readonly positions: readonly string[] }
  | {
      readonly type: 'taskOpened';
      readonly task: Task;
      readonly people: readonly Person[];
      readonly timers: readonly Timer[];
    }
  | { readonly type: 'taskTaken'; readonly task: string; readonly by: Actor; readonly person: Person }
  | { readonly type: 'taskReleased'; readonly task: string; readonly by: Actor; readonly person: Person }
  | {
      readonly type: 'taskHandedOver';
      readonly task: string;
      readonly to: string;
      readonly person: Person;
      readonly by: Actor;
      readonly byPerson: Person;
      readonly reason: TextRef;
    }
  | {
      readonly type: 'taskClosed';
      readonly task: string;
      readonly why: 'decided' | 'visitEnded' | 'withdrawn' | 'annulled' | 'branchCancelled';
    }
  | {
      readonly type: 'termRecomputed';
      readonly task: string;
      readonly dueAtMs: number;
      readonly term: TaskTerm;
      /** All timers of the task from now on; they take the place of those it had. */
      readonly timers: readonly Timer[];
      readonly why: 'calendar' | 'absence' | 'handedOver';
    }
  /** Set, or set again under the same id. */
  | { readonly type: 'timerSet'; readonly timer: Timer }
  | {
      readonly type: 'timerFired';
      readonly timer: string;
      readonly action: Timer['action'];
      readonly dueAtMs: number;
      readonly task?: string;
      readonly slot?: string;
      readonly told: readonly string[];
    }
  | { readonly type: 'decided'; readonly decision: Decision; readonly remarks: readonly Remark[] }
  | {
      readonly type: 'remarksAnswered';
      readonly answers: readonly {
        readonly remark: string;
        readonly disposition: Disposition;
        readonly text: TextRef | null;
      }[];
    }
  | { readonly type: 'versionMade'; readonly version: DocumentVersion }
  | { readonly type: 'registered'; readonly registration: Registration }
  | {
      readonly type: 'visitClosed';
      readonly visit: string;
      readonly outcome: string;
      readonly how: 'closed' | 'kept' | 'cancelled';
      readonly standsOn: readonly string[];
    }
  /** The machine moved: the event sent to it, the rules' results and the facts they read, so that replay never evaluates again. */
  | {
      readonly type: 'moved';
      readonly event: string;
      readonly results: Readonly<Record<string, boolean>>;
      readonly facts: Readonly<Record<string, unknown>>;
      readonly transition?: string;
      readonly alternative?: string;
      readonly machine: unknown;
    }
  | {
      readonly type: 'branchSkipped';
      readonly visit: string;
      readonly block: string;
      readonly branch: string;
      readonly rule: string;
    }
  | {
      readonly type: 'branchEnded';
      readonly visit: string;
      readonly block: string;
      readonly branch: string;
      readonly how: 'passed' | 'refused';
    }
  | {
      readonly type: 'roundOpened';
      readonly round: number;
      readonly opening: { readonly policy: ReturnPolicy; readonly stage: string } | null;
    }
  /** `null` when a rework is entered without a refusal: an older return no longer says whom the next round asks. */
  | { readonly type: 'returnNoted'; readonly policy: ReturnPolicy | null; readonly stage: string }
  | { readonly type: 'incidentRaised'; readonly incident: Incident }
  | {
      readonly type: 'incidentCleared';
      readonly incident: string;
      readonly how: 'assigned' | 'resolved' | 'visitEnded';
      readonly to?: string;
      readonly by?: Actor;
      readonly person?: Person;
      readonly reason?: TextRef;
    }
  | {
      readonly type: 'ended';
      readonly as: 'completed' | 'annulled' | 'withdrawn';
      readonly stage?: string;
      readonly by?: Actor;
      readonly person?: Person;
      readonly reason?: TextRef;
    };

export interface HistoryEvent {
  readonly instance: string;
  /** From 1. */
  readonly seq: number;
  readonly atMs: number;
  /** Directory and calendar revisions the step read. */
  readonly directory: string;
  readonly body: EventBody;
  /** SHA-256 over canonical JSON of everything above and the hash before. */
  readonly hash: string;
}
