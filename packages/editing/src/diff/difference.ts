import type { Note, Slug, Transition } from '@reglament/regulation';
import type { Change } from '../change.ts';

/** `meaning`: documents will go otherwise. `text`: only words, notes and grounds differ. `place`: only the drawing does. */
export type DifferenceKind = 'meaning' | 'text' | 'place';

/** A setting of a part; `from` is absent where it was not there, `to` where it is gone. */
export interface SettingDifference {
  /** Keys from the part inwards: `['settings', 'deadline']`. */
  readonly path: readonly string[];
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Maps of the document whose entries have settings of their own. */
export type DifferingMap =
  | 'stages'
  | 'participants'
  | 'deadlines'
  | 'registers'
  | 'rules'
  | 'fields'
  | 'legalTerms';

/** Keys of the document that are compared by themselves. */
export type DocumentKey =
  | 'format'
  | 'id'
  | 'needs'
  | 'title'
  | 'documentKind'
  | 'urgency'
  | 'readers'
  | 'start';

interface Common {
  readonly kind: DifferenceKind;
  /** What makes it, in a document that has the differences before it in the list. */
  readonly changes: readonly Change[];
}

/** A stage, participant, deadline, register, rule, field or legal term. */
export interface PartDifference extends Common {
  readonly of: 'part';
  readonly map: DifferingMap;
  readonly id: Slug;
  readonly how: 'added' | 'removed' | 'changed';
  /** Of a changed one; of one that came or went, none. */
  readonly settings: readonly SettingDifference[];
}

/** One alternative of a transition. */
export interface WayDifference {
  readonly alternative: Slug;
  readonly how: 'added' | 'removed' | 'changed';
}

export interface TransitionDifference extends Common {
  readonly of: 'transition';
  readonly id: Slug;
  readonly how: 'added' | 'removed' | 'changed';
  readonly before?: Transition;
  readonly after?: Transition;
  /** In the order in which they are tried, those that are gone last. */
  readonly ways: readonly WayDifference[];
  /** Alternatives that stay are tried in another order. */
  readonly reordered: boolean;
}

export interface DocumentDifference extends Common {
  readonly of: 'document';
  readonly key: DocumentKey;
  readonly settings: readonly SettingDifference[];
}

/** What stays of a map stands in another order than before. */
export interface OrderDifference extends Common {
  readonly of: 'order';
  readonly map: 'stages' | 'fields';
  readonly from: readonly Slug[];
  readonly to: readonly Slug[];
}

/** A note of the drawing: words came, went or changed, or they lie elsewhere. Never a matter of meaning. */
export interface NoteDifference extends Common {
  readonly of: 'note';
  readonly kind: 'text' | 'place';
  readonly id: Slug;
  readonly how: 'added' | 'removed' | 'changed';
  readonly before?: Note;
  readonly after?: Note;
}

/** One difference between two regulations. */
export type Difference =
  | PartDifference
  | TransitionDifference
  | DocumentDifference
  | OrderDifference
  | NoteDifference;
