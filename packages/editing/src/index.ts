export {
  type Axis,
  align,
  type Box,
  distribute,
  type MoveStages,
  makeRoom,
  type Side,
} from './arrangement.ts';
export { blankRegulation, copyRegulation, type RegulationName } from './blank.ts';
export { type Applied, applyChanges, type Change } from './change.ts';
export { applyDifferences } from './diff/apply-differences.ts';
export { diffRegulations } from './diff/diff-regulations.ts';
export type {
  Difference,
  DifferenceKind,
  DifferingMap,
  DocumentDifference,
  DocumentKey,
  NoteDifference,
  OrderDifference,
  PartDifference,
  SettingDifference,
  TransitionDifference,
  WayDifference,
} from './diff/difference.ts';
export { freeAmong, freeId } from './free-id.ts';
export {
  type EditLabel,
  emptyHistory,
  type History,
  type HistoryEntry,
  type HistoryStep,
  record,
  redo,
  undo,
} from './history.ts';
export { type Mention, mentionsIn, mentionsOf } from './mentions.ts';
export type { BranchName, FirstStage, NewStage, Position } from './new-stage.ts';
export { type Edited, edit, type Operation, operationNames, pastePiece } from './operation.ts';
export type { BlockOperation } from './operations/blocks.ts';
export type { NoteMove, NoteOperation } from './operations/notes.ts';
export type { PartOperation, SettablePart } from './operations/parts.ts';
export type { ClashDecision, PieceOperation, PieceTarget } from './operations/pieces.ts';
export type { RenameOperation } from './operations/rename.ts';
export type { ReplaceKind } from './operations/replace-kind.ts';
export type { SettingOperation } from './operations/settings.ts';
export type { StageMove, StageOperation } from './operations/stages.ts';
export { type TransitionOperation, transitionFrom } from './operations/transitions.ts';
export { copyPiece, type Piece, type PieceReading, pieceFormat, readPiece } from './piece.ts';
export {
  type Clash,
  EditRefused,
  type PartMap,
  type Refusal,
  type RefusalCode,
  type RefusalParams,
  refusalCodes,
} from './refusal.ts';
export { slugOf } from './slug-of.ts';
export { standardParts } from './standard-parts.ts';
export { draftFromTable, lapseOf, type Matched, regulationOf } from './table/draft-from-table.ts';
export {
  type Answer,
  type Answers,
  answerKey,
  type Draft,
  type DraftRow,
  matchTable,
  questionsOf,
} from './table/match-table.ts';
export {
  type Meanings,
  ownRoleTitle,
  type Person,
  type Question,
  type QuestionCode,
  type RefusalWay,
  type Silence,
  type SilenceAct,
  type StageMeaning,
  type TableColumn,
  type TableContext,
  tableColumns,
  type Understood,
  type Who,
} from './table/meaning.ts';
export type { Columns } from './table/read-columns.ts';
export { refusalOf, refusalOffers } from './table/read-refusal.ts';
export { offersFor as silenceOffers } from './table/read-silence.ts';
export { meaningOf as stageMeaningOf } from './table/read-stage.ts';
export { type Pasted, readTable } from './table/read-table.ts';
export { usualPeople } from './table/read-who.ts';
export { type Table, type TableRow, tableBounds } from './table/table.ts';
export type { IdMap } from './work.ts';
