import type { Duration, Nature, ReturnPolicy, StageKind, Text } from '@reglament/regulation';

/** What a column tells of a stage. */
export const tableColumns = ['stage', 'who', 'term', 'silence', 'refusal'] as const;
export type TableColumn = (typeof tableColumns)[number];

/** What a row is. */
export interface StageMeaning {
  readonly kind: Exclude<StageKind, 'choice' | 'parallel' | 'end'>;
  readonly nature: readonly Nature[];
  /** A task whose performer changes the files: editing. */
  readonly edits?: true;
  /** The author's task after a refusal; it stands beside the way. */
  readonly rework?: true;
}

/** One who is asked. `list`: whom the author names before sending; `words` is what the table calls them. */
export type Person =
  | { readonly by: 'initiator' | 'head' | 'curator' }
  | { readonly by: 'role'; readonly role: string; readonly organisation?: string }
  | { readonly by: 'position'; readonly position: string; readonly title: string }
  | { readonly by: 'list'; readonly words: string; readonly one?: true };

export interface Who {
  readonly people: readonly Person[];
  /** One after another; at once when absent. */
  readonly inTurn?: true;
}

/** What silence does; several together. `statutory`: reminders long before, to the superior as well. */
export const silenceActs = ['remind', 'statutory', 'mark', 'escalate', 'autoVisa'] as const;
export type SilenceAct = (typeof silenceActs)[number];
export type Silence = readonly SilenceAct[];

/** Where a refusal leads; `row` is an earlier row of the table. `none`: the stage cannot end so. */
export type RefusalWay =
  | { readonly to: 'none' | 'annul' }
  | { readonly to: 'rework'; readonly policy: ReturnPolicy }
  | { readonly to: 'start' }
  | { readonly to: 'row'; readonly row: number };

export interface Meanings {
  readonly stage: StageMeaning;
  readonly who: Who;
  readonly term: Duration;
  readonly silence: Silence;
  readonly refusal: RefusalWay;
}

/**
 * Why a cell is asked about:
 *
 * - `nameMissing`: a row without a name. `kindTwo`: words of two kinds. `kindNoRefusal`: an acquaintance or a wait is not
 *   refused, yet the table says where its refusal leads.
 * - `whoMissing`, `whoUnknown`, `whoMany` (several fit), `whoEither` («глава или куратор»), `onePerformer` (several where
 *   the kind asks one).
 * - `termMissing`, `termUnknown`, `termUnit` («30 дней»: which), `termRange` («1-3 дня»).
 * - `silenceUnknown`; `autoVisaForbidden`: an examination or a signature is never passed by silence; `autoVisaKind`: only an
 *   approval is.
 * - `refusalUnknown`; `refusalMissing`: an approval can be refused, the table says it cannot.
 */
export type QuestionCode =
  | 'nameMissing'
  | 'kindTwo'
  | 'kindNoRefusal'
  | 'whoMissing'
  | 'whoUnknown'
  | 'whoMany'
  | 'whoEither'
  | 'onePerformer'
  | 'termMissing'
  | 'termUnknown'
  | 'termUnit'
  | 'termRange'
  | 'silenceUnknown'
  | 'autoVisaForbidden'
  | 'autoVisaKind'
  | 'refusalUnknown'
  | 'refusalMissing';

export interface Question<T> {
  readonly code: QuestionCode;
  /** The words that are unclear, when they are not the whole cell. */
  readonly about?: string;
  /** Answers to choose from, the likeliest first. */
  readonly offers: readonly T[];
}

/** What a cell was taken for. */
export interface Understood<T> {
  /** The words of the cell; empty when it has none. */
  readonly said: string;
  /** What it means; while it is asked, what holds meanwhile. */
  readonly value: T;
  readonly question?: Question<T>;
  /** The table says nothing of it: the usual stands there. */
  readonly assumed?: true;
}

/** What is known of the organisation: participants are found by these names only. */
export interface TableContext {
  /** Ids of roles that positions of the organisation hold. */
  readonly roles: readonly string[];
  /** What the organisation calls its own roles, by their ids. */
  readonly roleTitles?: Readonly<Record<string, Text>> | undefined;
  readonly positions: readonly { readonly code: string; readonly title: string; readonly unit: string }[];
  /** Other organisations of the deployment. */
  readonly organisations: readonly { readonly code: string; readonly title: string }[];
}

/** What the organisation calls a role of its own; undefined when it calls it nothing. Pure. */
export function ownRoleTitle(id: string, { roleTitles }: Pick<TableContext, 'roleTitles'>): Text | undefined {
  return Object.hasOwn(roleTitles ?? {}, id) ? roleTitles?.[id] : undefined;
}
