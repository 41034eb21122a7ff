import { z } from 'zod';
import type { Slug } from './regulation.ts';
import { mapOf, ordered, slugList, slugSchema } from './words.ts';

/**
 * Whom the next round asks after a return: R1 as each stage's `again` says, R2 everybody, R5 only the stage that
 * returned (defects of form).
 */
export type ReturnPolicy = 'R1' | 'R2' | 'R5';

/** The end of the branch that holds the source stage. */
export const branchEnd = '$end';

export interface Alternative {
  /** A rule's id; the last alternative has none. */
  readonly rule?: Slug;
  /** A stage, or `$end` inside a branch. */
  readonly to: Slug;
  /** Only on a way back: whom the next round asks. */
  readonly policy?: ReturnPolicy;
  /** Marks a way back to a stage that not every path to the source has passed. */
  readonly cycle?: boolean;
}

/** From one outcome of a stage: ordered alternatives, the first whose rule holds is taken. */
export interface Transition {
  readonly from: Slug;
  readonly outcome: Slug;
  readonly alternatives: Readonly<Record<Slug, Alternative>>;
  readonly order: readonly Slug[];
}

export const alternativeSchema: z.ZodType<Alternative> = z.strictObject({
  rule: slugSchema.exactOptional(),
  to: z.union([z.literal(branchEnd), slugSchema]),
  policy: z.enum(['R1', 'R2', 'R5']).exactOptional(),
  cycle: z.boolean().exactOptional(),
});

export const transitionSchema: z.ZodType<Transition> = ordered(
  z.strictObject({
    from: slugSchema,
    outcome: slugSchema,
    alternatives: mapOf(alternativeSchema),
    order: slugList(1),
  }),
  'alternatives',
  'order',
);
