import type { Problem, Slug, StageKind } from '@reglament/regulation';

/** Maps of a regulation whose entries bear a permanent id. */
export type PartMap =
  | 'stages'
  | 'participants'
  | 'deadlines'
  | 'registers'
  | 'rules'
  | 'fields'
  | 'legalTerms';

/** A part of a piece that has the id of another part of the document and means something else. */
export interface Clash {
  readonly map: PartMap;
  readonly id: Slug;
}

/** Every reason to refuse an edit, with what its words are filled with. Paths are joined by `/`. */
export interface RefusalParams {
  // A change that does not fit the document.
  /** A key that touches prototypes, or whose place among others cannot be kept. */
  readonly 'key-forbidden': { readonly key: string };
  readonly 'parent-missing': { readonly path: string };
  readonly 'key-missing': { readonly path: string };
  readonly 'place-missing': { readonly path: string; readonly before: string };
  readonly 'value-missing': { readonly path: string };

  // Names.
  readonly 'id-wrong': { readonly id: string };
  readonly 'id-taken': { readonly map: string; readonly id: string };
  readonly 'part-unknown': { readonly map: string; readonly id: string };
  readonly 'alternative-unknown': { readonly transition: string; readonly alternative: string };
  readonly 'branch-unknown': { readonly block: string; readonly branch: string };
  readonly 'outcome-unknown': { readonly stage: string; readonly outcome: string };

  // Gestures that make no sense where they are made.
  readonly 'operation-unknown': { readonly operation: string };
  readonly 'path-refused': { readonly path: string };
  readonly 'outcome-taken': { readonly stage: Slug; readonly outcome: Slug };
  /** A stage of this kind has no outcome that leads forward. */
  readonly 'no-way-on': { readonly kind: StageKind };
  readonly 'not-a-block': { readonly stage: Slug };
  readonly 'not-in-branch': { readonly stage: Slug; readonly block: Slug; readonly branch: Slug };
  readonly 'block-in-itself': { readonly stage: Slug };
  readonly 'block-not-empty': { readonly stage: Slug };
  readonly 'last-branch': { readonly block: Slug };
  /** The new order does not list each of the present entries once. */
  readonly 'order-differs': { readonly of: string };
  readonly clash: { readonly clashes: readonly Clash[] };

  /** What would come out is no regulation document; the problems are those of `parseRegulation`. */
  readonly 'document-wrong': { readonly problems: readonly Problem[] };
}

export type RefusalCode = keyof RefusalParams;

/** A refused edit, as data. */
export type Refusal = {
  readonly [C in RefusalCode]: { readonly ok: false; readonly code: C; readonly params: RefusalParams[C] };
}[RefusalCode];

const codes: Readonly<Record<RefusalCode, true>> = {
  'key-forbidden': true,
  'parent-missing': true,
  'key-missing': true,
  'place-missing': true,
  'value-missing': true,
  'id-wrong': true,
  'id-taken': true,
  'part-unknown': true,
  'alternative-unknown': true,
  'branch-unknown': true,
  'outcome-unknown': true,
  'operation-unknown': true,
  'path-refused': true,
  'outcome-taken': true,
  'no-way-on': true,
  'not-a-block': true,
  'not-in-branch': true,
  'block-in-itself': true,
  'block-not-empty': true,
  'last-branch': true,
  'order-differs': true,
  clash: true,
  'document-wrong': true,
};

/** The closed list of refusal codes. Their words stand with the words of the apps. */
export const refusalCodes = Object.keys(codes) as readonly RefusalCode[];

/** Thrown where an edit cannot go on; `edit` gives it back as a {@link Refusal}. */
export class EditRefused<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C;
  readonly params: RefusalParams[C];

  constructor(code: C, params: RefusalParams[C]) {
    super(`The edit was refused: ${code} ${JSON.stringify(params)}`);
    this.name = 'EditRefused';
    this.code = code;
    this.params = params;
  }
}
