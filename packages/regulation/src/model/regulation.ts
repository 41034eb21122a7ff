/**
 * The regulation document, format `reglament/1`: a flat JSON document that reads well as text and merges line by line.
 *
 * Maps are keyed by short permanent slugs, and an order beside a map is a list of its keys. Nothing is stored that no
 * part of the runtime executes: an unknown key is refused by the validators beside these types.
 * @see docs/adr/0001-one-format-compiled-to-xstate.md
 */
import { z } from 'zod';
import { stageSchema } from '../stages/stage-schema.ts';
import { type Field, fieldSchema } from './field.ts';
import { type Note, noteBounds, noteSchema } from './note.ts';
import { type Participant, participantSchema } from './participant.ts';
import { type RuleConditions, ruleConditionsSchema } from './rule.ts';
import type { Stage } from './stage.ts';
import { type Deadline, deadlineSchema, type LegalTerm, legalTermSchema } from './term.ts';
import { type Transition, transitionSchema } from './transition.ts';
import { mapOf, ordered, sizeLimit, slugList, slugSchema, textSchema } from './words.ts';

/** A short permanent name: a Latin letter, then letters, digits or hyphens, 1-64 characters. */
export type Slug = string;

/** A text for people in both languages of the product. */
export interface Text {
  readonly ru: string;
  readonly en: string;
}

/** Where a fact of the regulation comes from; shown to the methodologist beside it. */
export interface Evidence {
  readonly tag: 'FIELD' | 'LAW+' | 'LAW?' | 'STD' | 'PR' | 'A';
  /** A clause or an act, in words: «п. 3.2 регламента». */
  readonly basis?: Text;
}

/** A register in which a registration stage gives numbers. Publishing creates it in the organisation when it is not there. */
export interface Register {
  readonly title: Text;
  /** Variables: `{seq}`, `{seq:4}` (width), `{year}`, `{yy}`, `{month}`. Numbers start again each calendar year. */
  readonly numberTemplate: string;
}

export interface DocumentKind {
  readonly title: Text;
  /** Put before the number of a project: «Д-214». */
  readonly projectPrefix: string;
  /** The card field whose value is the document's title. */
  readonly titleField: Slug;
  /** The card field of type `party` by which the document is also found. */
  readonly counterpartyField?: Slug;
}

/** Working-day terms are multiplied by `factor` and rounded up to `roundUpTo` days while `rule` holds at the opening of a task. */
export interface Urgency {
  readonly rule: Slug;
  readonly factor: number;
  readonly roundUpTo: number;
}

export interface Regulation {
  readonly format: 'reglament/1';
  readonly id: Slug;
  /** Names of features the file rests on; a program that lacks one refuses the file by that name. */
  readonly needs: readonly string[];
  readonly title: Text;
  readonly documentKind: DocumentKind;
  readonly fields: Readonly<Record<Slug, Field>>;
  readonly fieldOrder: readonly Slug[];
  readonly participants: Readonly<Record<Slug, Participant>>;
  readonly deadlines: Readonly<Record<Slug, Deadline>>;
  readonly legalTerms: Readonly<Record<Slug, LegalTerm>>;
  readonly registers: Readonly<Record<Slug, Register>>;
  readonly rules: Readonly<Record<Slug, { readonly title: Text; readonly when: RuleConditions }>>;
  readonly urgency?: Urgency;
  /** Roles of the organisation that may read every document of this regulation once it is sent. */
  readonly readers: readonly Slug[];
  /** The first stage. */
  readonly start: Slug;
  readonly stages: Readonly<Record<Slug, Stage>>;
  readonly stageOrder: readonly Slug[];
  readonly transitions: Readonly<Record<Slug, Transition>>;
  /** What the methodologist wrote on the drawing, beside the stages. */
  readonly notes?: Readonly<Record<Slug, Note>>;
}

/** The one format that this program reads and writes. */
export const regulationFormat = 'reglament/1';

/** Features that files may rest on and that this program has. */
export const knownNeeds: readonly string[] = [];

const registerSchema: z.ZodType<Register> = z.strictObject({
  title: textSchema,
  numberTemplate: z.string().min(1).max(100),
});

const documentKindSchema: z.ZodType<DocumentKind> = z.strictObject({
  title: textSchema,
  projectPrefix: z.string().max(20),
  titleField: slugSchema,
  counterpartyField: slugSchema.exactOptional(),
});

const urgencySchema: z.ZodType<Urgency> = z.strictObject({
  rule: slugSchema,
  factor: z.number().min(0.01).max(1),
  roundUpTo: z.number().min(0.5).max(10).multipleOf(0.5),
});

/** The whole document. Use `parseRegulation`, which guards what a schema cannot and gives coded problems. */
export const regulationSchema: z.ZodType<Regulation> = ordered(
  ordered(
    z.strictObject({
      format: z.literal(regulationFormat),
      id: slugSchema,
      needs: z.array(z.string().max(100)).max(100),
      title: textSchema,
      documentKind: documentKindSchema,
      fields: mapOf(fieldSchema),
      fieldOrder: slugList(),
      participants: mapOf(participantSchema),
      deadlines: mapOf(deadlineSchema),
      legalTerms: mapOf(legalTermSchema),
      registers: mapOf(registerSchema),
      rules: mapOf(z.strictObject({ title: textSchema, when: ruleConditionsSchema })),
      urgency: urgencySchema.exactOptional(),
      readers: slugList(),
      start: slugSchema,
      stages: mapOf(stageSchema),
      // None at all is a regulation that was just begun; lint says that its start names no stage.
      stageOrder: slugList(),
      // Each stage with a way on, a way back and another one.
      transitions: mapOf(transitionSchema, 3 * sizeLimit),
      notes: mapOf(noteSchema, noteBounds.count).exactOptional(),
    }),
    'fields',
    'fieldOrder',
  ),
  'stages',
  'stageOrder',
);
