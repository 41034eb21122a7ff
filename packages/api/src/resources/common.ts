import { z } from 'zod';

export const id = z.string().min(1).max(80);
export const slug = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const revision = z.int().min(1);
export const instant = z.int();
export const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const text = z.strictObject({ ru: z.string(), en: z.string() });
/** A reason or a remark that a person writes. */
export const words = z.string().trim().min(1).max(10_000);
export const cursor = z.string().max(400);
export const idParams = z.strictObject({ id });
export const nothing = z.strictObject({});

/** Why a document stands still until somebody repairs it. */
export const incidentReason = z.enum(['vacant-participant', 'no-superior', 'step-failed']);

/** A query string carries text; a page is asked by a number written out. */
export const page = {
  cursor: cursor.optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
};

export const cardValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.strictObject({ amount: z.int(), currency: z.literal('RUB') }),
  z.strictObject({ name: z.string().max(500), inn: z.string().max(12) }),
  z.array(z.string().max(80)).max(200),
]);
export const card = z.record(slug, cardValue);

export const file = z.strictObject({
  name: z.string().min(1).max(255),
  digest,
  size: z.int().min(0),
  type: z.string().max(120),
});

/** A post with its holder as he is shown to people: who is asked. */
export const person = z.strictObject({
  employee: id.optional(),
  position: id.optional(),
  name: z.string(),
  post: z.string(),
  unit: z.string(),
});

export const field = z.strictObject({
  id: slug,
  type: z.enum(['text', 'longText', 'number', 'money', 'date', 'flag', 'choice', 'party', 'posts', 'link']),
  title: text,
  hint: text.optional(),
  required: z.boolean(),
  options: z.array(z.strictObject({ id: slug, title: text })).optional(),
});

export const stageKind = z.enum([
  'task',
  'approval',
  'signing',
  'registration',
  'acquaintance',
  'choice',
  'parallel',
  'wait',
  'end',
]);
export const tone = z.enum(['forward', 'return', 'annul']);

/** Every refusal of the server: our clients word `code` and `params` from the catalogue, `message` is for everybody else. */
export const problem = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  message: z.string(),
  /** Of the request, to quote to support. */
  request: z.string().optional(),
  /** Places of a bad body: path and code. */
  fields: z.array(z.strictObject({ path: z.string(), code: z.string() })).optional(),
});
