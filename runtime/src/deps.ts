import type { Command, Directory, Instance, Refusal } from '@reglament/engine';
import type { Change, FeedRow, Store } from '@reglament/storage';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { DirectoryService } from './directory/directoryService.ts';
import type { NewId } from './ids.ts';
import type { RegulationService } from './regulations/regulationService.ts';
import type { DocumentRow, FileEntry } from './storage/collections.ts';
import type { FileStore } from './storage/files/fileStore.ts';

/** Everything a handler may reach; built once by `buildApp`, replaced piece by piece in tests. */
export interface Deps {
  readonly config: Config;
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly directory: DirectoryService;
  readonly regulations: RegulationService;
  readonly executor: Executor;
  readonly log: FastifyBaseLogger;
}

/** Rows that a use case writes in the same commit as the step: the key's row, a draft to delete, a document to insert. */
export interface Beside {
  readonly changes: readonly Change[];
  readonly feed?: readonly FeedRow[];
  /** The document that a start brings in: inserted with its first readers and what lists show of it. */
  readonly document?: NewDocument;
  /** Files of a version that the step made: the document keeps the files of all its versions. */
  readonly files?: readonly FileEntry[];
}

export type NewDocument = Omit<DocumentRow, 'rev'>;

export interface Execution {
  readonly instance: string;
  /** The series that the command takes a number of, if any; the number is taken in the same commit. */
  readonly series?: (instance: Instance | null) => string | null;
  /** Made from the state as it is at each attempt, with the number taken for it (0 without a series). Throws `Refused`. */
  readonly command: (
    instance: Instance | null,
    directory: Directory,
    sequence: number,
  ) => Promise<Command> | Command;
  /** Rows beside the step, made from the state it leads to. */
  readonly beside?: (after: Instance, sequence: number) => Promise<Beside> | Beside;
}

export type Executed =
  | { readonly ok: true; readonly instance: Instance; readonly position: string }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** The one entrance: loads, steps, commits once; commands of one instance queue, a lost race reloads and repeats. */
export interface Executor {
  execute(execution: Execution): Promise<Executed>;
}
