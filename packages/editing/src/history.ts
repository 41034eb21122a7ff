import type { Regulation } from '@reglament/regulation';
import { applyChanges, type Change } from './change.ts';
import type { Operation } from './operation.ts';

/** What an entry did, for the words «Отменить: …»: an operation and, where there is one, what it was done to. */
export interface EditLabel {
  readonly operation: Operation['do'];
  readonly subject?: string;
  /** By what it was done, where that says more than the operation: a text that was edited. */
  readonly by?: 'text';
}

export interface HistoryEntry {
  readonly label: EditLabel;
  readonly changes: readonly Change[];
  readonly inverse: readonly Change[];
  /** Entries that follow each other with the same key are one: typing in one field. */
  readonly merge?: string;
}

/** Edits that were made, oldest first; those from `at` on are undone. Plain JSON: it is saved beside the draft. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly at: number;
}

export interface HistoryStep {
  readonly history: History;
  readonly next: Regulation;
  /** What was applied to come to `next`. */
  readonly changes: readonly Change[];
  readonly label: EditLabel;
}

export const emptyHistory: History = { entries: [], at: 0 };

/** Operations that write values and may be one with the writing before. */
const mergeable: ReadonlySet<Operation['do']> = new Set([
  'setStage',
  'setPart',
  'setDocument',
  'setBranch',
  'moveStages',
  'replaceAll',
]);

/**
 * Adds an edit that was made; what was undone before is forgotten, and the oldest entries over `limit`. An edit without
 * changes is not added. Pure.
 */
export function record(history: History, entry: HistoryEntry, limit = 500): History {
  if (entry.changes.length === 0) return history;
  const kept = history.entries.slice(0, history.at);
  const last = kept.at(-1);
  // After an undo the writing begins anew, so that what was undone is not half of the next entry.
  if (last !== undefined && history.at === history.entries.length && isMergeable(last, entry)) {
    kept[kept.length - 1] = merged(last, entry);
  } else kept.push(entry);
  const entries = kept.slice(-limit);
  return { entries, at: entries.length };
}

/**
 * Takes the last edit back; undefined when there is none. Pure.
 *
 * @throws EditRefused when `regulation` is not the document on which the history was made
 */
export function undo(history: History, regulation: Regulation): HistoryStep | undefined {
  const entry = history.entries[history.at - 1];
  if (entry === undefined) return undefined;
  const { next } = applyChanges(regulation, entry.inverse);
  const { entries, at } = history;
  return { history: { entries, at: at - 1 }, next, changes: entry.inverse, label: entry.label };
}

/**
 * Makes the edit again that was taken back last; undefined when there is none. Pure.
 *
 * @throws EditRefused when `regulation` is not the document on which the history was made
 */
export function redo(history: History, regulation: Regulation): HistoryStep | undefined {
  const entry = history.entries[history.at];
  if (entry === undefined) return undefined;
  const { next } = applyChanges(regulation, entry.changes);
  const { entries, at } = history;
  return { history: { entries, at: at + 1 }, next, changes: entry.changes, label: entry.label };
}

function isMergeable(last: HistoryEntry, entry: HistoryEntry): boolean {
  return (
    entry.merge !== undefined &&
    entry.merge === last.merge &&
    entry.label.operation === last.label.operation &&
    mergeable.has(entry.label.operation)
  );
}

function merged(last: HistoryEntry, entry: HistoryEntry): HistoryEntry {
  if (!samePuts(last.changes, entry.changes)) {
    const changes = [...last.changes, ...entry.changes];
    return { ...entry, changes, inverse: [...entry.inverse, ...last.inverse] };
  }
  // The same keys are written again: the last values, and the way back to what was before the first.
  return { ...entry, inverse: last.inverse };
}

function samePuts(a: readonly Change[], b: readonly Change[]): boolean {
  return (
    a.length === b.length &&
    a.every((change, index) => {
      const other = b[index];
      return change.do === 'put' && other?.do === 'put' && change.path.join('\n') === other.path.join('\n');
    })
  );
}
