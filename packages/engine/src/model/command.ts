import type { Card, CardValue } from '@reglament/regulation';
import type { EmployeeId, OrganisationId, PositionId, UnitId } from './directory.ts';
import type { Actor, Disposition, InstanceId, TaskId, TimerId } from './instance.ts';

export interface NewVersion {
  readonly digest: string;
  readonly card: Card;
  readonly files: readonly { readonly name: string; readonly digest: string }[];
}

/** Whatever changes an instance. Who may give which is policy and stands outside; whether it fits the state is checked here. */
export type Command =
  | {
      readonly type: 'start';
      readonly instance: InstanceId;
      readonly document: string;
      readonly organisation: OrganisationId;
      readonly regulation: { readonly id: string; readonly version: number; readonly hash: string };
      readonly initiator: {
        readonly employee: EmployeeId;
        readonly position: PositionId;
        readonly unit: UnitId;
      };
      readonly version: NewVersion;
      readonly chosen: Readonly<Record<string, readonly PositionId[]>>;
    }
  | {
      readonly type: 'decide';
      readonly task: TaskId;
      readonly by: Actor;
      readonly outcome: string;
      /** The digest the person saw; another one is refused as stale. */
      readonly digest: string;
      readonly text?: string;
      readonly remarks?: readonly { readonly place?: string; readonly text: string }[];
      readonly form?: Readonly<Record<string, CardValue>>;
      readonly answers?: readonly {
        readonly remark: string;
        readonly disposition: Disposition;
        readonly text?: string;
      }[];
      /** In a stage that edits: the document as it leaves the stage; the same digest means nothing changed. */
      readonly version?: NewVersion;
      readonly signature?: { readonly kind: 'simple'; readonly digest: string };
      /** In a registration: given by the store's counter in the same commit. */
      readonly registration?: { readonly number: string; readonly sequence: number; readonly date: string };
    }
  | { readonly type: 'take'; readonly task: TaskId; readonly by: Actor }
  | { readonly type: 'release'; readonly task: TaskId; readonly by: Actor }
  | {
      readonly type: 'handOver';
      readonly task: TaskId;
      readonly to: PositionId;
      readonly by: Actor;
      readonly reason: string;
    }
  | {
      readonly type: 'assign';
      readonly incident: string;
      readonly to: PositionId;
      readonly by: Actor;
      readonly reason: string;
    }
  | { readonly type: 'withdraw'; readonly by: Actor; readonly reason: string }
  | { readonly type: 'annul'; readonly by: Actor; readonly reason: string }
  | { readonly type: 'timer'; readonly timer: TimerId }
  /** After a change of directory or calendar: vacant slots are tried again, open terms are recomputed. */
  | { readonly type: 'refresh' };

/** Why a command does not fit the state: expected outcomes, told to the person by code. */
export type Refusal =
  | 'instance-ended'
  | 'task-closed'
  | 'task-taken'
  | 'task-not-taken'
  | 'not-your-task'
  | 'digest-stale'
  | 'outcome-unknown'
  | 'text-required'
  | 'remarks-required'
  | 'answers-missing'
  | 'form-invalid'
  | 'version-not-allowed'
  | 'field-not-editable'
  | 'already-signed'
  | 'not-the-author'
  | 'signature-required'
  | 'registration-required'
  | 'position-unknown'
  | 'incident-closed'
  | 'chosen-invalid'
  | 'field-required'
  | 'timer-not-due';
