import { z } from 'zod';
import {
  card,
  cardValue,
  digest,
  field,
  file,
  id,
  instant,
  page,
  person,
  plainDate,
  revision,
  slug,
  stageKind,
  text,
  tone,
  words,
} from './common.ts';

/** What comes at the lapse of the term: told beforehand. */
export const silence = z.strictObject({
  /** `escalation` tells the superior, `mark` only marks, `autoVisa` decides. */
  kind: z.enum(['autoVisa', 'escalation', 'mark', 'none']),
  atMs: instant.optional(),
  superior: z.string().optional(),
});

export const taskRow = z.strictObject({
  id,
  revision,
  document: id,
  stage: slug,
  stageTitle: text,
  /** What is asked, as an imperative. */
  ask: text,
  kind: stageKind,
  title: z.string(),
  /** «Д-214», or the registration number once given. */
  number: z.string(),
  author: person,
  counterparty: z.string().optional(),
  price: z.strictObject({ amount: z.int(), currency: z.literal('RUB') }).optional(),
  urgent: z.boolean(),
  openedAtMs: instant,
  dueAtMs: instant,
  /** Working minutes left (negative: over the term) at `now` of the answer. */
  workingMinutesLeft: z.int(),
  provisional: z.boolean(),
  overdue: z.boolean(),
  silence,
  /** Whose task it is, when the reader stands in for somebody. */
  onBehalfOf: z.string().optional(),
  /** A common task: who else may take it, and who has. */
  shared: z
    .strictObject({ others: z.array(z.string()), takenBy: z.string().optional(), takenByMe: z.boolean() })
    .optional(),
  /** For the unit's list: at whose desk it lies. */
  desk: person.optional(),
  state: z.enum(['open', 'decided', 'closed']),
  decided: z
    .strictObject({ outcome: slug, title: text, tone, atMs: instant, automatic: z.boolean() })
    .optional(),
  /** What the reader may do with it now; outcome ids. */
  abilities: z.strictObject({
    decide: z.array(slug),
    take: z.boolean(),
    release: z.boolean(),
    handOver: z.boolean(),
  }),
  digest,
});

export const taskListQuery = z.strictObject({ ...page, view: z.enum(['todo', 'decided', 'unit']) });
export const taskList = z.strictObject({
  rows: z.array(taskRow),
  next: z.string().nullable(),
  /** Feed position of this answer: what to ask changes since. */
  position: z.string(),
  now: instant,
});
export const taskCounts = z.strictObject({
  todo: z.strictObject({ overdue: z.int(), today: z.int(), week: z.int(), later: z.int(), all: z.int() }),
  unit: z.strictObject({ overdue: z.int(), all: z.int() }).nullable(),
  documents: z.int(),
  notices: z.int(),
  incidents: z.int().nullable(),
  now: instant,
});

export const outcome = z.strictObject({
  id: slug,
  title: text,
  tone,
  textRequired: z.boolean(),
  /** Remarks may come with it; with one that goes forward, at least one must. */
  remarksAllowed: z.boolean(),
  /** A simple signature: the password is asked again. */
  signature: z.boolean(),
});

export const remark = z.strictObject({
  id,
  no: z.int(),
  place: z.string().optional(),
  text: z.string(),
  by: person,
  atMs: instant,
  stage: text,
  outcomeTitle: text,
  round: z.int(),
  version: z.int(),
  status: z.enum(['open', 'answered']),
  answer: z
    .strictObject({
      disposition: z.enum(['accepted', 'partly', 'declined']),
      text: z.string(),
      atMs: instant,
    })
    .optional(),
});

/** A visa on a version, as it is told to the next approvers, the signer and on the sheet. */
export const visa = z.strictObject({
  id,
  stage: slug,
  stageTitle: text,
  kind: stageKind,
  round: z.int(),
  person,
  onBehalfOf: z.string().optional(),
  outcome: slug,
  outcomeTitle: text,
  tone,
  withRemarks: z.boolean(),
  text: z.string().optional(),
  version: z.int(),
  /** Stands on another version than the current one: marked wherever it is shown. */
  otherVersion: z.boolean(),
  openedAtMs: instant,
  dueAtMs: instant,
  atMs: instant,
  workingMinutes: z.int(),
  late: z.boolean(),
  automatic: z.strictObject({ deadline: text, regulationVersion: z.int() }).optional(),
  replaced: z.boolean(),
  signature: z.enum(['simple']).optional(),
});

/** Differences between two versions: card fields by value, files by digest. */
export const changes = z.strictObject({
  fromVersion: z.int(),
  toVersion: z.int(),
  fields: z.array(
    z.strictObject({
      id: slug,
      title: text,
      type: field.shape.type,
      before: cardValue.nullable(),
      after: cardValue.nullable(),
    }),
  ),
  files: z.array(z.strictObject({ name: z.string(), change: z.enum(['added', 'removed', 'changed']) })),
});

export const taskDetail = z.strictObject({
  row: taskRow,
  documentTitle: z.string(),
  kindTitle: text,
  round: z.int(),
  version: z.int(),
  fields: z.array(field),
  card,
  /** Names of the posts named in the card, by position id. */
  posts: z.record(z.string(), person),
  files: z.array(file),
  outcomes: z.array(outcome),
  form: z.array(field),
  /** The stage may change the document: which fields, and files. */
  edits: z.strictObject({ fields: z.array(slug), files: z.boolean(), rework: z.boolean() }).nullable(),
  remarks: z.array(remark),
  visas: z.array(visa),
  /** Since the version the reader decided on last; null when he has not decided or nothing changed. */
  changedSinceMyVisa: changes.nullable(),
  basis: z.strictObject({ tag: z.string(), basis: text.optional() }).nullable(),
  stageNo: z.int(),
  stageCount: z.int(),
  /** In a registration: the number that would be given now. */
  nextNumber: z.string().optional(),
  /** In a rework: whom the next round asks, and whose visas stand. */
  nextRound: z
    .strictObject({
      asked: z.array(
        z.strictObject({
          stageTitle: text,
          person,
          why: z.enum(['first', 'refused', 'changed', 'always', 'everyone', 'returned']),
        }),
      ),
      kept: z.array(
        z.strictObject({
          stageTitle: text,
          person,
          version: z.int(),
          automatic: z.boolean(),
          withRemarks: z.boolean(),
        }),
      ),
    })
    .nullable(),
  now: instant,
});

export const decide = z.strictObject({
  revision,
  digest,
  outcome: slug,
  text: words.optional(),
  remarks: z
    .array(z.strictObject({ place: z.string().max(300).optional(), text: words }))
    .max(200)
    .optional(),
  form: z.record(slug, cardValue).optional(),
  answers: z
    .array(
      z.strictObject({
        remark: id,
        disposition: z.enum(['accepted', 'partly', 'declined']),
        text: z.string().max(10_000).optional(),
      }),
    )
    .max(1000)
    .optional(),
  /** For a signature: the person's password again. */
  password: z.string().max(256).optional(),
  /** For a stage that edits: the revision of the working copy that is sent. */
  workingCopy: revision.optional(),
});
/** The answer a repeated key gets again. */
export const decided = z.strictObject({
  task: id,
  document: id,
  outcome: slug,
  version: z.int(),
  /** Where the document is now, for a sentence. */
  state: z.enum(['running', 'completed', 'annulled', 'withdrawn']),
  number: z.string().optional(),
  atMs: instant,
});

export const taskCommand = z.strictObject({ revision });
export const handOver = z.strictObject({ revision, to: id, reason: words });

export const workingCopy = z.strictObject({
  revision,
  card,
  files: z.array(file),
  baseVersion: z.int(),
  savedAtMs: instant.nullable(),
  changes,
});
export const saveWorkingCopy = z.strictObject({ revision, card, files: z.array(file).max(200) });
export const savedRevision = z.strictObject({ revision, savedAtMs: instant });
export const registrationDate = plainDate;
