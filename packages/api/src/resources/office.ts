import { z } from 'zod';
import {
  id,
  incidentReason,
  instant,
  page,
  person,
  plainDate,
  revision,
  slug,
  text,
  words,
} from './common.ts';
import { approvingAct, pilot } from './designer.ts';

/** Posts of the deployment for choosing people, with the holder's absence. */
export const postsQuery = z.strictObject({ ...page, q: z.string().max(200).optional() });
export const post = z.strictObject({
  position: id,
  name: z.string().nullable(),
  post: z.string(),
  unit: z.string(),
  organisation: z.string(),
  absent: z.strictObject({ from: plainDate, to: plainDate, substitute: z.string().optional() }).optional(),
});
export const posts = z.strictObject({ rows: z.array(post), next: z.string().nullable() });

export const notice = z.strictObject({
  id,
  kind: z.enum(['reminder', 'escalation', 'overdue', 'incident', 'decided', 'ended', 'handedOver']),
  atMs: instant,
  document: id,
  documentTitle: z.string(),
  number: z.string(),
  task: id.optional(),
  stageTitle: text.optional(),
  dueAtMs: instant.optional(),
  person: person.optional(),
  params: z.record(z.string(), z.string()),
  read: z.boolean(),
});
export const noticesQuery = z.strictObject(page);
export const notices = z.strictObject({
  rows: z.array(notice),
  unread: z.int(),
  next: z.string().nullable(),
  now: instant,
});
export const readNotices = z.strictObject({ ids: z.array(id).max(200) });

export const register = z.strictObject({ id, title: text, entries: z.int(), years: z.array(z.int()) });
export const registers = z.strictObject({ rows: z.array(register) });
export const entriesQuery = z.strictObject({
  ...page,
  q: z.string().max(300).optional(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});
export const registerEntry = z.strictObject({
  id,
  number: z.string(),
  sequence: z.int(),
  date: plainDate,
  document: id.nullable(),
  title: z.string(),
  counterparty: z.string().optional(),
  price: z.strictObject({ amount: z.int(), currency: z.literal('RUB') }).optional(),
  author: person,
  registeredBy: person,
});
export const entries = z.strictObject({ rows: z.array(registerEntry), next: z.string().nullable() });

export const regulationRow = z.strictObject({
  id: slug,
  title: text,
  kindTitle: text,
  version: z.int(),
  publishedAtMs: instant,
  inForceFrom: plainDate,
  hash: z.string(),
  running: z.int(),
});
export const regulations = z.strictObject({ rows: z.array(regulationRow) });
export const regulationDetail = z.strictObject({
  row: regulationRow,
  versions: z.array(
    z.strictObject({
      version: z.int(),
      publishedAtMs: instant,
      inForceFrom: plainDate,
      hash: z.string(),
      meaning: z.string(),
      comment: z.string(),
      act: approvingAct.optional(),
      pilot: pilot.optional(),
      publishedBy: z.string(),
      withdrawnAtMs: instant.optional(),
      running: z.int(),
    }),
  ),
});
/** The document itself in `reglament/1`, its problems and the canonical text's hash. */
export const regulationVersion = z.strictObject({
  row: regulationRow,
  regulation: z.record(z.string(), z.unknown()),
  machine: z.string(),
});
export const machine = z.record(z.string(), z.unknown());

export const employeeRow = z.strictObject({
  id,
  revision,
  name: z.string(),
  login: z.string().nullable(),
  dismissed: z.boolean(),
  absences: z.array(
    z.strictObject({
      id,
      from: plainDate,
      to: plainDate,
      substitute: id.optional(),
      substituteName: z.string().optional(),
    }),
  ),
});
export const positionRow = z.strictObject({
  id,
  revision,
  code: z.string().optional(),
  title: z.string(),
  unit: id,
  roles: z.array(slug),
  holder: id.nullable(),
  openTasks: z.int(),
});
export const unitRow = z.strictObject({
  id,
  revision,
  title: z.string(),
  organisation: id,
  parent: id.optional(),
  head: id.optional(),
  curator: id.optional(),
});
export const people = z.strictObject({
  organisations: z.array(z.strictObject({ id, title: z.string(), code: z.string() })),
  units: z.array(unitRow),
  positions: z.array(positionRow),
  employees: z.array(employeeRow),
  roles: z.array(z.strictObject({ id: slug, title: text })),
});
export const createEmployee = z.strictObject({
  name: z.string().trim().min(3).max(200),
  login: z.string().trim().min(2).max(60).optional(),
  position: id.optional(),
});
/** A new or reset password is shown once; it must be changed at the first sign-in. */
export const issuedPassword = z.strictObject({ id, password: z.string().nullable() });
export const renameEmployee = z.strictObject({ revision, name: z.string().trim().min(3).max(200) });
export const dismiss = z.strictObject({ revision, reason: words });
export const resetPassword = z.strictObject({ revision });
export const createUnit = z.strictObject({
  organisation: id,
  title: z.string().trim().min(1).max(300),
  parent: id.optional(),
});
export const changeUnit = z.strictObject({
  revision,
  title: z.string().trim().min(1).max(300).optional(),
  head: id.nullable().optional(),
  curator: id.nullable().optional(),
  parent: id.nullable().optional(),
});
export const createPosition = z.strictObject({
  unit: id,
  title: z.string().trim().min(1).max(300),
  roles: z.array(slug).max(20),
  code: slug.optional(),
});
export const changePosition = z.strictObject({
  revision,
  title: z.string().trim().min(1).max(300).optional(),
  unit: id.optional(),
  roles: z.array(slug).max(20).optional(),
  holder: id.nullable().optional(),
});
export const made = z.strictObject({ id, revision });
export const createAbsence = z.strictObject({
  employee: id,
  from: plainDate,
  to: plainDate,
  substitute: id.optional(),
});
/** An open task as an administrator sees it: no title, no text. */
export const blindTask = z.strictObject({
  id,
  revision,
  stageTitle: text,
  regulationTitle: text,
  openedAtMs: instant,
  dueAtMs: instant,
  overdue: z.boolean(),
});
export const blindTasks = z.strictObject({ rows: z.array(blindTask), next: z.string().nullable() });

export const incident = z.strictObject({
  id,
  revision,
  reason: incidentReason,
  regulationTitle: text,
  stageTitle: text,
  participantTitle: text.optional(),
  unit: z.string().optional(),
  opaqueDocument: z.string(),
  raisedAtMs: instant,
  repairs: z.array(z.enum(['assign', 'retry'])),
});
export const incidents = z.strictObject({
  rows: z.array(incident),
  next: z.string().nullable(),
  now: instant,
});
export const incidentsQuery = z.strictObject(page);
export const assign = z.strictObject({ revision, to: id, reason: words });
export const retry = z.strictObject({ revision });
export const repaired = z.strictObject({ id, cleared: z.boolean() });

export const advanceClock = z.strictObject({ toMs: instant.optional(), byMs: z.int().min(0).optional() });
export const clock = z.strictObject({ now: instant, fired: z.int() });
