import { parseRegulation, type Regulation } from '@reglament/regulation';
import type { Change } from './change.ts';
import { type BlockOperation, blockOperations } from './operations/blocks.ts';
import { type NoteOperation, noteOperations } from './operations/notes.ts';
import { type PartOperation, partOperations } from './operations/parts.ts';
import type { Performers } from './operations/performers.ts';
import { type PieceOperation, type PieceTarget, pieceOperations } from './operations/pieces.ts';
import { type RenameOperation, renameOperations } from './operations/rename.ts';
import { type SettingOperation, settingOperations } from './operations/settings.ts';
import { type StageOperation, stageOperations } from './operations/stages.ts';
import { type TransitionOperation, transitionOperations } from './operations/transitions.ts';
import { type WholeOperation, wholeOperations } from './operations/whole.ts';
import type { Piece } from './piece.ts';
import { EditRefused, type Refusal } from './refusal.ts';
import { Work } from './work.ts';

/** A gesture of the author, as plain JSON. */
export type Operation =
  | StageOperation
  | RenameOperation
  | SettingOperation
  | PartOperation
  | TransitionOperation
  | BlockOperation
  | PieceOperation
  | NoteOperation
  | WholeOperation;

export type Edited =
  | {
      readonly ok: true;
      /** What the operation came to; empty when nothing changes. */
      readonly changes: readonly Change[];
      readonly next: Regulation;
      /** Leads from `next` back to the same bytes. */
      readonly inverse: readonly Change[];
    }
  | Refusal;

const performers: Performers<Operation> = {
  ...stageOperations,
  ...renameOperations,
  ...settingOperations,
  ...partOperations,
  ...transitionOperations,
  ...blockOperations,
  ...pieceOperations,
  ...noteOperations,
  ...wholeOperations,
};

/** Names of all operations. */
export const operationNames = Object.keys(performers) as readonly Operation['do'][];

/**
 * Carries out one operation. Pure: `regulation` is left as it was, what is not touched is shared, and values of the
 * operation become part of `next`. A valid regulation stays one that `parseRegulation` takes, though lint may have much to
 * say about it; what would not is refused, as data.
 */
export function edit(regulation: Regulation, operation: Operation): Edited {
  const work = new Work(regulation);
  try {
    perform(work, operation);
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    return { ok: false, code: error.code, params: error.params } as Refusal;
  }
  if (work.changes.length === 0) return { ok: true, changes: [], next: regulation, inverse: [] };
  const reading = parseRegulation(work.now);
  if (!reading.ok) return { ok: false, code: 'document-wrong', params: { problems: reading.problems } };
  return { ok: true, changes: work.changes, next: work.now, inverse: work.inverse };
}

/** Puts a piece into a document; see {@link PieceOperation}. Pure. */
export function pastePiece(regulation: Regulation, piece: Piece, target: PieceTarget): Edited {
  return edit(regulation, { do: 'pastePiece', piece, ...target });
}

function perform(work: Work, operation: Operation): void {
  // An operation that was saved may be of another version of the program.
  if (!Object.hasOwn(performers, operation.do)) {
    throw new EditRefused('operation-unknown', { operation: String(operation.do) });
  }
  const one = performers[operation.do] as (work: Work, operation: Operation) => void;
  one(work, operation);
}
