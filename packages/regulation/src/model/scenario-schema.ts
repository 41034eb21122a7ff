import { z } from 'zod';
import type { CardValue } from './field.ts';
import { isPlainDate } from './rule.ts';
import type { CastMember, Must, Scenario, ScenarioStep } from './scenario.ts';
import { codeSchema, slugList, slugSchema, textSchema } from './words.ts';

const line = z.string().max(4000);

/** A moment `YYYY-MM-DDTHH:MM` of a date that exists. */
const momentSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((moment) => isPlainDate(moment.slice(0, 10)));

const dateSchema = z.string().refine(isPlainDate);

const mapLimit = 500;

function smallMap<T>(value: z.ZodType<T>): z.ZodType<Record<string, T>> {
  return z.record(slugSchema, value).refine((map) => Object.keys(map).length <= mapLimit, {
    params: { code: 'size-wrong', limit: mapLimit },
  });
}

/** A card's value by shape; the field's type is checked where the regulation is at hand. */
export const cardValueSchema: z.ZodType<CardValue> = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.strictObject({ amount: z.int(), currency: z.literal('RUB') }),
  z.strictObject({ name: line, inn: z.string().max(20) }),
  z.array(z.string().max(200)).max(mapLimit),
]);

const castMemberSchema: z.ZodType<CastMember> = z.strictObject({
  name: codeSchema,
  post: codeSchema,
  plays: slugList(),
  absences: z
    .array(z.strictObject({ from: dateSchema, to: dateSchema, substitute: slugSchema.exactOptional() }))
    .max(100)
    .exactOptional(),
});

const stepSchema: z.ZodType<ScenarioStep> = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('decide'),
    at: momentSchema,
    stage: slugSchema,
    by: slugSchema,
    outcome: slugSchema,
    remarks: z.array(line).max(100).exactOptional(),
    text: line.exactOptional(),
    form: smallMap(cardValueSchema).exactOptional(),
    card: smallMap(z.union([cardValueSchema, z.null()])).exactOptional(),
    files: z.boolean().exactOptional(),
  }),
  z.strictObject({ do: z.literal('runClock'), at: momentSchema }),
  z.strictObject({ do: z.literal(['withdraw', 'annul']), at: momentSchema, by: slugSchema, reason: line }),
]);

const after = z.int().min(-1).max(10_000).exactOptional();
const times = z.int().min(0).max(10_000);

const mustSchema: z.ZodType<Must> = z.discriminatedUnion('that', [
  z.strictObject({
    after,
    that: z.literal('open'),
    stage: slugSchema,
    at: slugList(),
    due: momentSchema.exactOptional(),
  }),
  z.strictObject({ after, that: z.literal('notOpen'), stage: slugSchema }),
  z.strictObject({ after, that: z.literal('visited'), stage: slugSchema, times }),
  z.strictObject({
    after,
    that: z.literal('decision'),
    stage: slugSchema,
    by: slugSchema,
    outcome: slugSchema,
    withRemarks: z.boolean().exactOptional(),
    automatic: z.boolean().exactOptional(),
    late: z.boolean().exactOptional(),
  }),
  z.strictObject({ after, that: z.literal('kept'), stage: slugSchema }),
  z.strictObject({ after, that: z.literal('endsAs'), as: z.enum(['completed', 'annulled', 'withdrawn']) }),
  z.strictObject({ after, that: z.literal('endsBy'), date: dateSchema }),
  z.strictObject({ after, that: z.literal('endsWithin'), workingDays: times }),
  z.strictObject({ after, that: z.literal('incident'), stage: slugSchema, reason: codeSchema }),
  z.strictObject({ after, that: z.literal('round'), round: times }),
]);

export const scenarioSchema: z.ZodType<Scenario> = z.strictObject({
  format: z.literal('scenario/1'),
  id: slugSchema,
  title: textSchema,
  regulation: slugSchema,
  zone: z.string().regex(/^[A-Za-z][A-Za-z0-9+_/-]{0,63}$/),
  startAt: momentSchema,
  cast: smallMap(castMemberSchema),
  initiator: slugSchema,
  card: smallMap(cardValueSchema),
  chosen: smallMap(slugList()).exactOptional(),
  steps: z.array(stepSchema).max(2000),
  must: z.array(mustSchema).max(2000),
});
