import { z } from 'zod';
import type { Text } from './regulation.ts';
import { mapOf, ordered, slugList, textSchema } from './words.ts';

/**
 * A field of the document's card. Values: `text` and `longText` string; `number` finite number; `money`
 * `{ amount: integer minor units (kopecks), currency: 'RUB' }`; `date` plain date `YYYY-MM-DD`; `flag` boolean;
 * `choice` an option's id; `party` `{ name, inn }` with the INN's checksum; `posts` a list of position ids; `link` an https URL.
 * An empty field is absent from the card.
 */
export type FieldType =
  | 'text'
  | 'longText'
  | 'number'
  | 'money'
  | 'date'
  | 'flag'
  | 'choice'
  | 'party'
  | 'posts'
  | 'link';

export interface Field {
  readonly type: FieldType;
  readonly title: Text;
  /** One sentence beside the field: what to write and what it changes. */
  readonly hint?: Text;
  /** Required at sending. */
  readonly required?: boolean;
  /** Options of a `choice`, by id, and their order. */
  readonly options?: Readonly<Record<string, { readonly title: Text }>>;
  readonly optionOrder?: readonly string[];
}

export interface Money {
  readonly amount: number;
  readonly currency: 'RUB';
}

export interface Party {
  readonly name: string;
  readonly inn: string;
}

export type CardValue = string | number | boolean | Money | Party | readonly string[];

/** A document's card: field id to value; empty fields are absent. */
export type Card = Readonly<Record<string, CardValue>>;

/** The types of a field, in the order in which they are offered. */
export const fieldTypes = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'flag',
  'choice',
  'party',
  'posts',
  'link',
] as const satisfies readonly FieldType[];

/** `options` and `optionOrder` are a `choice`'s, and it has at least one. */
export const fieldSchema: z.ZodType<Field> = ordered(
  z.strictObject({
    type: z.enum(fieldTypes),
    title: textSchema,
    hint: textSchema.exactOptional(),
    required: z.boolean().exactOptional(),
    options: mapOf(z.strictObject({ title: textSchema })).exactOptional(),
    optionOrder: slugList(1).exactOptional(),
  }),
  'options',
  'optionOrder',
).refine((field) => (field.type === 'choice') === (field.options !== undefined), {
  path: ['options'],
  params: { code: 'options-misplaced' },
});
