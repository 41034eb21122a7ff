import { z } from 'zod';
import type { Slug, Text } from './regulation.ts';
import { codeSchema, slugSchema, textSchema } from './words.ts';

/** Where a role is looked for, from the initiator's unit outwards. */
export type RoleScope = 'unit' | 'upward' | 'organisation';

/**
 * A named slot: how the performer is found when a stage opens.
 *
 * - `initiator`: the author's position.
 * - `position`: a position by its code in the organisation's staff list, one that has no code by its id.
 * - `role`: every position that holds the role in `scope`, or in another organisation named by its code
 *   (`organisation`). Several positions make one task with candidates.
 * - `head`, `curator`: of the initiator's unit. When the post found is the author's own, the next superior is asked.
 * - `card`: positions named in a card field of type `posts`.
 * - `chosen`: positions the author chooses before sending, from `min` to `max` (1-100).
 * - `performer`: who decided another stage last.
 */
export type Participant = { readonly title: Text } & (
  | { readonly type: 'initiator' }
  | { readonly type: 'position'; readonly position: string }
  | { readonly type: 'role'; readonly role: Slug; readonly scope?: RoleScope; readonly organisation?: string }
  | { readonly type: 'head' }
  | { readonly type: 'curator' }
  | { readonly type: 'card'; readonly field: Slug }
  | { readonly type: 'chosen'; readonly min: number; readonly max: number }
  | { readonly type: 'performer'; readonly stage: Slug }
);

const slotSize = z.int().min(1).max(100);

export const participantSchema: z.ZodType<Participant> = z.discriminatedUnion('type', [
  z.strictObject({ title: textSchema, type: z.literal('initiator') }),
  z.strictObject({ title: textSchema, type: z.literal('position'), position: codeSchema }),
  z.strictObject({
    title: textSchema,
    type: z.literal('role'),
    role: slugSchema,
    scope: z.enum(['unit', 'upward', 'organisation']).exactOptional(),
    organisation: codeSchema.exactOptional(),
  }),
  z.strictObject({ title: textSchema, type: z.literal('head') }),
  z.strictObject({ title: textSchema, type: z.literal('curator') }),
  z.strictObject({ title: textSchema, type: z.literal('card'), field: slugSchema }),
  z.strictObject({ title: textSchema, type: z.literal('chosen'), min: slotSize, max: slotSize }),
  z.strictObject({ title: textSchema, type: z.literal('performer'), stage: slugSchema }),
]);
