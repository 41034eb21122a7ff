import { z } from 'zod';
import { id, instant, plainDate, revision, slug, stageKind, text, words } from './common.ts';

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** Deeper than any regulation may be; what walks a body must not be led further. */
const deepest = 100;

/** Without recursion: the text of a request may nest a million times. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return true;
}

const shallow = z.record(z.string(), z.unknown()).refine(isShallow);

/** A regulation in `reglament/1`; the server reads it by the validators of `@reglament/regulation`. */
export const regulationDocument = shallow;
/** A random name that a browser's tab gives itself. */
export const tab = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const regulationParams = z.strictObject({ id: slug });
export const versionParams = z.strictObject({ id: slug, version: z.string().regex(/^\d{1,6}$/) });

/** Who edits now. The lock is yours in this tab when `mine` and `tab` is yours. */
export const lock = z.strictObject({
  name: z.string(),
  tab: z.string(),
  /** Held by the person who asks, in this tab or another. */
  mine: z.boolean(),
  sinceMs: instant,
});

export const approvingAct = z.strictObject({
  /** «Распоряжение администрации». */
  title: z.string().trim().min(1).max(300).optional(),
  number: z.string().trim().min(1).max(100),
  date: plainDate,
});
export const pilot = z.strictObject({ units: z.array(id).min(1).max(500), until: plainDate });

/** A unit or an organisation as people are shown it. */
const named = z.strictObject({ id, title: z.string() });
/** An offer to organisations below: to all of them, those that will come among them, or to some. */
const offeredTo = z.union([z.literal('below'), z.array(id).min(1).max(500)]);

export const libraryRow = z.strictObject({
  id: slug,
  title: text,
  kindTitle: text.optional(),
  /** `workingCopy`: nothing was published yet, or everything was withdrawn. `scheduled`: nothing is in force yet. */
  state: z.enum(['inForce', 'scheduled', 'workingCopy', 'retired']),
  /** How many were published, withdrawn ones among them. */
  versions: z.int(),
  /** For everybody whom no pilot concerns. */
  inForce: z.strictObject({ version: z.int(), from: plainDate }).optional(),
  /** The next whose date has not come. */
  scheduled: z.strictObject({ version: z.int(), from: plainDate }).optional(),
  /** A pilot that is in force. */
  pilot: z
    .strictObject({
      version: z.int(),
      units: z.array(z.strictObject({ id, title: z.string() })),
      until: plainDate,
    })
    .optional(),
  retired: z.strictObject({ atMs: instant, by: z.string(), reason: z.string() }).optional(),
  /** Of the last one. */
  published: z.strictObject({ atMs: instant, by: z.string() }).optional(),
  workingCopy: z
    .strictObject({
      revision,
      base: z.int().nullable(),
      savedAtMs: instant,
      savedBy: z.string(),
      lock: lock.nullable(),
    })
    .optional(),
  /** The unit that answers for it. */
  owner: named.extend({ atMs: instant, by: z.string() }).optional(),
  /** To whom below it is offered; an organisation that is no longer below is left out. */
  offer: z
    .strictObject({ to: z.union([z.literal('below'), z.array(named)]), atMs: instant, by: z.string() })
    .optional(),
  /** What it was taken from. `inForce`: the version that is offered now; absent when it is offered no longer. */
  origin: z
    .strictObject({ organisation: named, regulation: slug, version: z.int(), inForce: z.int().optional() })
    .optional(),
  /** Kinds of its stages in their order: of the version in force, else of the working copy. */
  stages: z.array(stageKind),
  /** Documents on their way, by whatever version. */
  running: z.int(),
  /** Participants of published versions that in some unit resolve to nobody, as the directory stands. */
  gaps: z.int(),
  /** Their titles. */
  lost: z.array(text),
});
export const library = z.strictObject({
  rows: z.array(libraryRow),
  /** Organisations below the person's own: to them a regulation may be offered. */
  below: z.array(named),
});
export const assignOwner = z.strictObject({ unit: id });
export const offer = z.strictObject({ to: offeredTo });

/** A regulation of an organisation above, by its version in force. */
export const offeredRow = z.strictObject({
  organisation: named,
  id: slug,
  title: text,
  kindTitle: text,
  version: z.int(),
  inForceFrom: plainDate,
  stages: z.array(stageKind),
});
export const offered = z.strictObject({ rows: z.array(offeredRow) });
export const offerParams = z.strictObject({ organisation: id, id: slug });
export const offeredRegulation = z.strictObject({
  row: offeredRow,
  regulation: z.record(z.string(), z.unknown()),
  /** How many come along with a copy. */
  scenarios: z.int(),
});

export const templates = z.strictObject({
  rows: z.array(z.strictObject({ id: slug, title: text, kindTitle: text, stages: z.int() })),
});
export const template = z.strictObject({ id: slug, regulation: z.record(z.string(), z.unknown()) });

/** Where the scenarios of a new working copy come from; those of its base when absent. */
const scenarioSource = z.union([
  z.strictObject({ template: slug }),
  z.strictObject({ regulation: slug, version: z.int().min(1) }),
]);
export const createWorkingCopy = z.strictObject({
  regulation: regulationDocument,
  /** The number of the latest version; null when there is none. */
  base: z.int().min(1).nullable(),
  scenariosOf: scenarioSource.optional(),
  /** What it is taken from: the version in force that is offered. It is remembered, and its scenarios come along. */
  origin: z.strictObject({ organisation: id, regulation: slug, version: z.int().min(1) }).optional(),
});
export const workingCopy = z.strictObject({
  id: slug,
  regulation: z.record(z.string(), z.unknown()),
  base: z.int().nullable(),
  revision,
  savedAtMs: instant,
  savedBy: z.string(),
  lock: lock.nullable(),
  scenarios: z.int(),
});
export const saveWorkingCopy = z.strictObject({
  revision,
  tab,
  regulation: regulationDocument,
  /** Gives the lock up with the save. */
  leave: z.boolean().optional(),
});
export const savedWorkingCopy = z.strictObject({ revision, savedAtMs: instant });
export const takeLock = z.strictObject({ tab, take: z.boolean() });
export const lockAnswer = z.strictObject({ lock, taken: z.boolean() });
export const unlockQuery = z.strictObject({ tab });

/** As `lint` of `@reglament/regulation` gives it: words come from `wordProblem` by code and params. */
export const regulationProblem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  at: z.array(z.union([z.string(), z.int()])),
  element: z.record(z.string(), z.string()).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const scenarioRun = z.strictObject({
  id: z.string(),
  title: text.optional(),
  ok: z.boolean(),
  /** `index` is of `must`, of `steps` for those codes, -1 for the sending. */
  failures: z.array(z.strictObject({ code: z.string(), index: z.int(), expected: params, found: params })),
  /** The scenario itself cannot be read. */
  problems: z.array(regulationProblem),
});
/** A participant that resolves to nobody when somebody of the unit starts the regulation. */
export const gap = z.strictObject({
  unit: id,
  unitTitle: z.string(),
  participant: slug,
  participantTitle: text,
  reason: z.enum(['vacant-participant', 'no-superior']),
});
const duration = z.strictObject({
  amount: z.number(),
  unit: z.enum(['workingHours', 'workingDays', 'calendarDays', 'months']),
});
/** Units of authors with all above them: a version for some units concerns what names one of them. */
const concernedUnits = z.array(id);
/** Whom the version that a working copy becomes would touch, as documents, drafts and staff stand at this moment. */
export const touched = z.strictObject({
  /** On their way by versions before it: they stay on theirs. */
  running: z.array(z.strictObject({ version: z.int(), count: z.int() })),
  /** Not sent yet: they start by the version that is in force for them then. None while the regulation is retired. */
  drafts: z.array(z.strictObject({ count: z.int(), units: concernedUnits })),
  /** Stages that ask the same participants within a shorter or longer term than the version in force for the author. */
  terms: z.array(
    z.strictObject({
      stage: slug,
      stageTitle: text,
      change: z.enum(['shorter', 'longer']),
      before: duration,
      after: duration,
      people: z.array(z.strictObject({ employee: id, name: z.string(), units: concernedUnits })),
      /** Participants of whom only the document will tell who they are. */
      participants: z.array(z.strictObject({ participant: slug, title: text, units: concernedUnits })),
    }),
  ),
});
export const check = z.strictObject({ revision });
export const checked = z.strictObject({
  problems: z.array(regulationProblem),
  /** Not played while there are errors. */
  scenarios: z.array(scenarioRun),
  gaps: z.array(gap),
  /** How many units were asked. */
  units: z.int(),
  touched,
});

export const askPeople = z.strictObject({
  /** Participants as the regulation has them. */
  participants: z
    .record(slug, shallow)
    .refine((map) => Object.keys(map).length <= 500, { params: { code: 'size-wrong' } }),
  /** Through whose eyes: the author is somebody of this unit. */
  unit: id,
  /** Posts that a card names, by field, for participants of type `card`. */
  fields: z.record(slug, z.array(id).max(100)).optional(),
});
export const resolvedPost = z.strictObject({
  post: id,
  postTitle: z.string(),
  unitTitle: z.string(),
  name: z.string().optional(),
  /** Today. */
  absent: z.strictObject({ until: plainDate.optional(), substitute: z.string().optional() }).optional(),
  vacant: z.literal(true).optional(),
});
export const resolvedPeople = z.strictObject({
  rows: z.array(
    z.strictObject({
      slot: slug,
      people: z.array(resolvedPost),
      /** `atSending`: known only when a document is sent. `nobody`: an incident instead of a task. */
      reason: z.enum(['atSending', 'nobody']).optional(),
    }),
  ),
});
/** Units of the organisation where somebody works: they may start a regulation. */
export const startingUnits = z.strictObject({
  rows: z.array(z.strictObject({ id, title: z.string(), parent: id.optional() })),
  /** What participants are found by: roles that have a name or are held, with the first of those who hold them here. */
  roles: z.array(
    z.strictObject({
      code: z.string(),
      title: text,
      holders: z.array(z.string()).max(3),
      /** How many hold it in the organisation. */
      held: z.int(),
      /** Held in another organisation too. */
      elsewhere: z.boolean(),
    }),
  ),
  /** Of the organisation. A regulation names one by its code, one that has none by its id. */
  positions: z.array(
    z.strictObject({
      id,
      code: z.string().optional(),
      title: z.string(),
      unit: z.string(),
      /** Absent when vacant. */
      holder: z.string().optional(),
    }),
  ),
  organisations: z.array(z.strictObject({ code: z.string(), title: z.string() })),
  /** The organisation's own, as `buildCalendar` of `@reglament/calendar` takes it: what terms mean in dates. */
  calendar: z.record(z.string(), z.unknown()),
});

export const publish = z.strictObject({
  revision,
  comment: z.string().trim().max(10_000),
  act: approvingAct.optional(),
  /** Today in the organisation's zone at the earliest. */
  from: plainDate,
  pilot: pilot.optional(),
});
export const publishedVersion = z.strictObject({ version: z.int(), from: plainDate });
export const retire = z.strictObject({ reason: words });
