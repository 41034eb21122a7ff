import { z } from 'zod';
import type { Evidence, Slug, Text } from './regulation.ts';

/**
 * Slugs that every plain object answers to. They are refused, so that a lookup by a slug of a parsed regulation never
 * finds something inherited.
 */
const inherited: ReadonlySet<string> = new Set([
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]);

/** The most entries of any map or list of a regulation. */
export const sizeLimit = 2000;

export const slugPattern = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;

/** Whether `name` may be a slug: a Latin letter, then letters, digits or hyphens, 1-64 characters, nothing inherited. */
export function isSlug(name: string): boolean {
  return slugPattern.test(name) && !inherited.has(name);
}

export const slugSchema: z.ZodType<Slug> = z
  .string()
  .regex(slugPattern)
  .refine((slug) => !inherited.has(slug), { params: { code: 'slug-wrong' } });

/** A text of at most so many characters in each language, never blank. */
export function textOf(most: number): z.ZodType<Text> {
  const words = z.string().max(most).regex(/\S/);
  return z.strictObject({ ru: words, en: words });
}

export const textSchema: z.ZodType<Text> = textOf(4000);

export const evidenceSchema: z.ZodType<Evidence> = z.strictObject({
  tag: z.enum(['FIELD', 'LAW+', 'LAW?', 'STD', 'PR', 'A']),
  basis: textSchema.exactOptional(),
});

/** A code of the organisation's own: of a position in the staff list, of an organisation. */
export const codeSchema: z.ZodType<string> = z.string().max(100).regex(/\S/);

/** A map keyed by slugs, of at most `limit` entries. */
export function mapOf<T>(value: z.ZodType<T>, limit = sizeLimit): z.ZodType<Record<string, T>> {
  return z.record(slugSchema, value).refine((map) => Object.keys(map).length <= limit, {
    params: { code: 'size-wrong', limit },
  });
}

/** A list of different slugs. */
export function slugList(least = 0): z.ZodType<readonly Slug[]> {
  return z
    .array(slugSchema)
    .min(least)
    .max(sizeLimit)
    .refine((list) => new Set(list).size === list.length, { params: { code: 'value-twice' } });
}

/** The check of an order beside its map: the list names each key once and nothing else. */
export function ordered<T extends object>(
  schema: z.ZodType<T>,
  mapKey: keyof T & string,
  orderKey: keyof T & string,
): z.ZodType<T> {
  return schema.refine((record) => orderMatches(record[mapKey], record[orderKey]), {
    path: [orderKey],
    params: { code: 'order-differs', map: mapKey },
  });
}

function orderMatches(map: unknown, order: unknown): boolean {
  if (map === undefined && order === undefined) return true;
  if (typeof map !== 'object' || map === null || !Array.isArray(order)) return false;
  return (
    Object.keys(map).length === order.length &&
    new Set(order).size === order.length &&
    order.every((key) => typeof key === 'string' && Object.hasOwn(map, key))
  );
}
