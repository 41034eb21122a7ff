import type { CompiledRegulation, Directory, StepResult } from '@reglament/engine';
import type { Store } from '@reglament/storage';
import type { NewDocument } from '../../deps.ts';
import type { FileEntry, InstanceRow } from '../../storage/collections.ts';

/** A step, and what its rows are made from. */
export interface Given {
  readonly store: Store;
  readonly before: InstanceRow | null;
  readonly result: Extract<StepResult, { ok: true }>;
  readonly compiled: CompiledRegulation;
  readonly directory: Directory;
  /** Files of a version that the step made. */
  readonly newFiles: readonly FileEntry[];
  /** Of a start: the document that is inserted in the same commit. */
  readonly newDocument: NewDocument | null;
}

/** Whether a row may be there already: what belongs to a visit that this step began is new. */
export function mayBeStored({ before }: Given, visit: string | undefined): boolean {
  return visit === undefined || (before !== null && Object.hasOwn(before.state.visits, visit));
}
