import { z } from 'zod';
import type { Evidence, Text } from './regulation.ts';
import { evidenceSchema, textSchema } from './words.ts';

export type TermUnit = 'workingHours' | 'workingDays' | 'calendarDays' | 'months';

export interface Duration {
  readonly amount: number;
  readonly unit: TermUnit;
}

/**
 * What happens around a lapse. `remind` with `before` comes at the opening hour of that day, `remind` without it on the
 * day of the term; `mark` sets the overdue mark; `escalate` tells the performer's direct head `after` the lapse, at
 * closing time; `autoVisa` decides «approved» at the lapse (refused by lint on natures that forbid it).
 * The codes L1-L5 of the field are combinations of these.
 */
export type LapseAction =
  | { readonly do: 'remind'; readonly before?: Duration; readonly to?: readonly ('performer' | 'superior')[] }
  | { readonly do: 'mark' }
  | { readonly do: 'escalate'; readonly after: Duration }
  | { readonly do: 'autoVisa' };

/** A deadline of a task or a wait. Working days may be halves; 0 working days is «the same day». */
export interface Deadline {
  readonly title: Text;
  readonly term: Duration;
  readonly shift?: 'next' | 'previous' | 'none';
  readonly onLapse: readonly LapseAction[];
  readonly evidence?: Evidence;
}

/** The longest time that law or order allows between two events of a document. */
export interface LegalTerm {
  readonly title: Text;
  readonly term: Duration;
  /** `sent`, `registered`, or `<stage>.opened`, `<stage>.closed`. */
  readonly from: string;
  readonly to: string;
  /** Whether returns to the author count inside the term. */
  readonly roundsCounted: boolean;
  readonly evidence: Evidence;
}

/** Hours and working days may be halves; calendar days and months are whole. */
export const durationSchema: z.ZodType<Duration> = z
  .strictObject({
    amount: z.number().min(0).max(10_000).multipleOf(0.5),
    unit: z.enum(['workingHours', 'workingDays', 'calendarDays', 'months']),
  })
  .refine(
    ({ amount, unit }) => unit === 'workingHours' || unit === 'workingDays' || Number.isInteger(amount),
    { path: ['amount'], params: { code: 'number-wrong' } },
  );

export const lapseActionSchema: z.ZodType<LapseAction> = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('remind'),
    before: durationSchema.exactOptional(),
    to: z
      .array(z.enum(['performer', 'superior']))
      .min(1)
      .max(2)
      .refine((list) => new Set(list).size === list.length, { params: { code: 'value-twice' } })
      .exactOptional(),
  }),
  z.strictObject({ do: z.literal('mark') }),
  z.strictObject({ do: z.literal('escalate'), after: durationSchema }),
  z.strictObject({ do: z.literal('autoVisa') }),
]);

export const deadlineSchema: z.ZodType<Deadline> = z.strictObject({
  title: textSchema,
  term: durationSchema,
  shift: z.enum(['next', 'previous', 'none']).exactOptional(),
  onLapse: z.array(lapseActionSchema).max(20),
  evidence: evidenceSchema.exactOptional(),
});

const legalEventSchema = z
  .string()
  .max(80)
  .regex(/^(sent|registered|[A-Za-z][A-Za-z0-9-]{0,63}\.(opened|closed))$/);

export const legalTermSchema: z.ZodType<LegalTerm> = z.strictObject({
  title: textSchema,
  term: durationSchema,
  from: legalEventSchema,
  to: legalEventSchema,
  roundsCounted: z.boolean(),
  evidence: evidenceSchema,
});
