/** What a bead looks like; `planned` has not been reached, `waiting` decides now. */
export type BeadLook =
  | 'approved'
  | 'remarks'
  | 'rejected'
  | 'auto'
  | 'kept'
  | 'done'
  | 'waiting'
  | 'planned'
  | 'vacant'
  | 'more';

/** A person (or several folded into one) on the ribbon. */
export interface Bead {
  key: string;
  /** two letters, a number, `+3` or `?` */
  inside: string;
  look: BeadLook;
  name: string;
  /** what he did or has to do, in a few words */
  words: string;
  /** who, when, why: the first line is the name */
  tip: readonly string[];
  atMs?: number;
  dueMs?: number;
  autoVisaAtMs?: number;
  /** what is left of his term, 0 to 1 */
  left?: number;
}

/** A bar of the ribbon. */
export interface RibbonVisit {
  key: string;
  kind: string;
  name: string;
  note: string;
  /** everybody's names, for the narrow ribbon */
  who: string;
  state: 'done' | 'now' | 'planned';
  startMs: number;
  endMs: number;
  dueMs?: number;
  beads: readonly Bead[];
}

export interface RibbonRow {
  key: string;
  name: string;
  visits: readonly RibbonVisit[];
}

/** A stage of the main line, or a block with its branches above each other. */
export interface RibbonStage extends RibbonVisit {
  rows?: readonly RibbonRow[];
}

export interface RibbonFlag {
  /** `plan`: the promise, where the document will end on another day */
  kind: 'plan' | 'promise' | 'law';
  /** not promised, only expected */
  forecast?: boolean;
  atMs: number;
  text: string;
}

/** The plan in the reader's words, before it has any size. */
export interface RibbonModel {
  stages: readonly RibbonStage[];
  /** the same with stages that passed within one day as one bar; null where there are none */
  gathered: readonly RibbonStage[] | null;
  flags: readonly RibbonFlag[];
  /** how far the forecast is from the plan, in words; empty when they agree */
  shift: string;
  shiftToPlan: string;
  /** «сейчас, 14:20» and «14:20» */
  now: string;
  clock: string;
  nowMs: number;
  /** month names as the ruler writes them, January first */
  months: readonly string[];
  /** words of the long waits of the ruler, by their first day */
  folds: Readonly<Record<string, string>>;
}
