import { z } from 'zod';
import {
  card,
  cardValue,
  digest,
  field,
  file,
  id,
  incidentReason,
  instant,
  page,
  person,
  plainDate,
  revision,
  slug,
  stageKind,
  text,
  words,
} from './common.ts';
import { changes, remark, visa } from './task.ts';

export const plannedPerson = z.strictObject({
  position: id,
  name: z.string(),
  post: z.string(),
  unit: z.string(),
  standsInFor: z.string().optional(),
  absentUntil: plainDate.optional(),
  status: z.enum(['waiting', 'asked', 'approved', 'remarks', 'rejected', 'autoVisa', 'kept', 'done']),
  atMs: instant.optional(),
  autoVisaAtMs: instant.optional(),
});

export const plannedStage = z.strictObject({
  stage: slug,
  visit: z.string().optional(),
  kind: stageKind,
  title: text,
  round: z.int(),
  block: slug.optional(),
  branch: slug.optional(),
  branchTitle: text.optional(),
  state: z.enum(['done', 'now', 'planned', 'kept', 'skipped']),
  startMs: instant,
  endMs: instant,
  dueMs: instant.optional(),
  people: z.array(plannedPerson),
  vacant: z.strictObject({ title: text }).optional(),
  rule: text.optional(),
  returned: z.boolean(),
});

/** The route with dates: done as it was, the rest by favourable outcomes and full terms. */
export const routePlan = z.strictObject({
  regulation: z.strictObject({ id: slug, version: z.int(), title: text }),
  stages: z.array(plannedStage),
  days: z.array(
    z.strictObject({
      date: plainDate,
      working: z.boolean(),
      provisional: z.boolean(),
      startMs: instant,
      endMs: instant,
    }),
  ),
  warnings: z.array(
    z.strictObject({
      code: z.string(),
      stage: slug.optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  nowMs: instant,
  promisedMs: instant.nullable(),
  /** As promised at sending. */
  plannedMs: instant.nullable(),
  endMs: instant,
  workingDays: z.int(),
  zone: z.string(),
});

export const documentKind = z.strictObject({
  regulation: slug,
  version: z.int(),
  title: text,
  kindTitle: text,
  fields: z.array(field),
  choosers: z.array(
    z.strictObject({ participant: slug, title: text, min: z.int(), max: z.int(), stageTitle: text }),
  ),
});
export const documentKinds = z.strictObject({ kinds: z.array(documentKind) });

export const createDraft = z.strictObject({ regulation: slug });
export const saveDraft = z.strictObject({
  revision,
  card,
  files: z.array(file).max(200),
  chosen: z.record(slug, z.array(id).max(100)),
});
export const draft = z.strictObject({
  id,
  revision,
  kind: documentKind,
  card,
  files: z.array(file),
  chosen: z.record(slug, z.array(id)),
  posts: z.record(z.string(), person),
  /** A document that was withdrawn and may be sent again. */
  withdrawn: z.boolean(),
  savedAtMs: instant,
});
export const draftRow = z.strictObject({
  id,
  revision,
  title: z.string(),
  kindTitle: text,
  savedAtMs: instant,
});
export const drafts = z.strictObject({ rows: z.array(draftRow), next: z.string().nullable() });
export const askRoute = z.strictObject({ card, chosen: z.record(slug, z.array(id).max(100)) });
export const askWorkingRoute = z.strictObject({ card });
export const previewedRoute = z.strictObject({
  plan: routePlan,
  /** What sending would refuse: required fields, unfitting values, too few chosen. */
  missing: z.array(
    z.strictObject({
      field: slug.optional(),
      participant: slug.optional(),
      code: z.string(),
      /** why the value cannot stand */
      reason: z.string().optional(),
    }),
  ),
});
export const send = z.strictObject({
  revision,
  /** The version whose route was previewed; a newer one in force answers `REGULATION_CHANGED`. */
  regulationVersion: z.int(),
});
export const sent = z.strictObject({ document: id, number: z.string(), atMs: instant });

export const documentRow = z.strictObject({
  id,
  title: z.string(),
  number: z.string(),
  kindTitle: text,
  author: person,
  counterparty: z.string().optional(),
  state: z.enum(['running', 'completed', 'annulled', 'withdrawn']),
  stageTitles: z.array(text),
  /** At whose desk it lies, the first few, and since when. */
  with: z.array(z.strictObject({ person, sinceMs: instant, dueAtMs: instant, overdue: z.boolean() })),
  sentAtMs: instant,
  endedAtMs: instant.optional(),
  version: z.int(),
  round: z.int(),
});
export const documentListQuery = z.strictObject({
  ...page,
  view: z.enum(['mine', 'search']),
  q: z.string().max(300).optional(),
});
export const documents = z.strictObject({
  rows: z.array(documentRow),
  next: z.string().nullable(),
  now: instant,
});

export const documentVersion = z.strictObject({
  no: z.int(),
  digest,
  madeAtMs: instant,
  madeBy: person,
  stageTitle: text.optional(),
  files: z.array(file),
  card,
});

export const documentDetail = z.strictObject({
  row: documentRow,
  kindTitle: text,
  regulation: z.strictObject({ id: slug, version: z.int(), title: text }),
  fields: z.array(field),
  versions: z.array(documentVersion),
  posts: z.record(z.string(), person),
  registration: z
    .strictObject({ register: z.string(), number: z.string(), date: plainDate, by: person })
    .nullable(),
  ending: z
    .strictObject({
      as: z.enum(['completed', 'annulled', 'withdrawn']),
      atMs: instant,
      reason: z.string().optional(),
      by: person.optional(),
    })
    .nullable(),
  now: z.array(
    z.strictObject({
      person,
      standsInFor: z.string().optional(),
      absentUntil: plainDate.optional(),
      stageTitle: text,
      ask: text,
      sinceMs: instant,
      dueAtMs: instant,
      overdue: z.boolean(),
      autoVisa: z.boolean(),
      lapsed: z.boolean(),
    }),
  ),
  approval: z.strictObject({ stageTitle: text, decided: z.int(), all: z.int() }).nullable(),
  incidents: z.array(
    z.strictObject({ stageTitle: text, reason: incidentReason, participant: text.optional() }),
  ),
  remarks: z.array(remark),
  visas: z.array(visa),
  abilities: z.strictObject({ withdraw: z.boolean(), annul: z.boolean() }),
  myTask: id.nullable(),
  /** The draft it became after a withdrawal. */
  draft: id.nullable(),
  nowMs: instant,
});

export const compareQuery = z.strictObject({
  from: z.string().regex(/^\d{1,6}$/),
  to: z.string().regex(/^\d{1,6}$/),
});
export const compared = changes;

/** Kinds of history entries; the catalogue `history` has a sentence for each. */
export const historyType = z.enum([
  'started',
  'taskOpened',
  'taskTaken',
  'taskReleased',
  'taskHandedOver',
  'termRecomputed.calendar',
  'termRecomputed.absence',
  'termRecomputed.handedOver',
  'timerFired.remind',
  'timerFired.mark',
  'timerFired.escalate',
  'decided',
  'decided.onBehalf',
  'decided.automatic',
  'remarksAnswered',
  'versionMade',
  'registered',
  'visitKept',
  'ruleChose',
  'branchSkipped',
  'roundOpened',
  'incidentRaised.vacant-participant',
  'incidentRaised.no-superior',
  'incidentRaised.step-failed',
  'incidentCleared',
  'ended.completed',
  'ended.annulled',
  'ended.withdrawn',
]);

/** One line of the history: a sentence is made from `type` and `params` by the catalogue. */
export const historyEntry = z.strictObject({
  seq: z.int(),
  atMs: instant,
  type: historyType,
  person: person.optional(),
  stageTitle: text.optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), text, cardValue])),
  text: z.string().optional(),
});
export const history = z.strictObject({
  rows: z.array(historyEntry),
  next: z.string().nullable(),
  chain: z.strictObject({ length: z.int(), head: z.string() }),
});

export const sheet = z.strictObject({
  organisation: z.string(),
  kindTitle: text,
  title: z.string(),
  number: z.string(),
  registration: z.strictObject({ number: z.string(), date: plainDate }).nullable(),
  author: person,
  version: z.int(),
  digest,
  files: z.array(file),
  visas: z.array(visa),
  remarks: z.array(remark),
  waiting: z.array(z.strictObject({ person, stageTitle: text, sinceMs: instant, dueAtMs: instant })),
  totals: z.strictObject({ workingMinutes: z.int(), rounds: z.int(), automatic: z.int(), late: z.int() }),
  sentAtMs: instant,
  madeAtMs: instant,
  zone: z.string(),
});

export const stop = z.strictObject({ reason: words });
export const stopped = z.strictObject({
  document: id,
  state: z.enum(['withdrawn', 'annulled']),
  draft: id.nullable(),
  atMs: instant,
});
