import type { Directory } from '@reglament/engine';
import { type CardValue, type Field, isPlainDate, type Regulation } from '@reglament/regulation';

/** A field whose value cannot stand: which, and why. */
export interface CardProblem {
  readonly field: string;
  readonly code: 'unknown' | 'type' | 'length' | 'date' | 'choice' | 'inn' | 'post' | 'link' | 'amount';
}

const lengths = { text: 1_000, longText: 20_000, link: 2_000 } as const;
const mostPosts = 100;

/** What of a card cannot stand under the fields of a regulation; whether all that is needed is there is another question. Pure. */
export function checkCard(
  card: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, Field>>,
  directory: Directory,
): CardProblem[] {
  return Object.entries(card).flatMap(([id, value]) => {
    const field = Object.hasOwn(fields, id) ? fields[id] : undefined;
    const code = field === undefined ? 'unknown' : checkValue(value, field, directory);
    return code === null ? [] : [{ field: id, code }];
  });
}

function checkValue(value: unknown, field: Field, directory: Directory): CardProblem['code'] | null {
  switch (field.type) {
    case 'text':
    case 'longText':
      if (typeof value !== 'string') return 'type';
      return value.length > lengths[field.type] || value.trim() === '' ? 'length' : null;
    case 'link':
      if (typeof value !== 'string') return 'type';
      return value.length <= lengths.link && isHttps(value) ? null : 'link';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'type';
    case 'flag':
      return typeof value === 'boolean' ? null : 'type';
    case 'date':
      return typeof value === 'string' && isPlainDate(value) ? null : 'date';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options ?? {}, value) ? null : 'choice';
    case 'money':
      return checkMoney(value);
    case 'party':
      if (!isObject(value) || typeof value['name'] !== 'string' || typeof value['inn'] !== 'string')
        return 'type';
      if (value['name'].trim() === '' || value['name'].length > 500) return 'length';
      return isInn(value['inn']) ? null : 'inn';
    case 'posts':
      if (!Array.isArray(value) || value.length === 0 || value.length > mostPosts) return 'type';
      return value.every((one) => typeof one === 'string' && directory.position(one) !== undefined) &&
        new Set(value).size === value.length
        ? null
        : 'post';
  }
}

function checkMoney(value: unknown): CardProblem['code'] | null {
  if (!isObject(value) || value['currency'] !== 'RUB') return 'type';
  const amount = value['amount'];
  return typeof amount === 'number' && Number.isSafeInteger(amount) && amount >= 0 ? null : 'amount';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHttps(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** The checksum of a taxpayer's number: ten digits of a body, twelve of a person (order of the Federal Tax Service). */
export function isInn(inn: string): boolean {
  if (!/^(\d{10}|\d{12})$/.test(inn)) return false;
  const digits = [...inn].map(Number);
  const control = (weights: readonly number[]) =>
    (weights.reduce((sum, weight, n) => sum + weight * digits[n]!, 0) % 11) % 10;
  if (inn.length === 10) return control([2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9];
  return (
    control([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[10] &&
    control([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[11]
  );
}

/** Problems of a value that is still being typed: a draft is kept with it, sending is refused. */
const unfinished: ReadonlySet<CardProblem['code']> = new Set(['inn', 'link', 'length']);

export function isUnfinished({ code }: CardProblem): boolean {
  return unfinished.has(code);
}

/** Fields that must be filled at sending: those said so. Fields that rules read are required or tested for emptiness: lint holds it. */
export function requiredFields(regulation: Regulation): ReadonlySet<string> {
  return new Set(
    Object.entries(regulation.fields).flatMap(([id, field]) => (field.required === true ? [id] : [])),
  );
}

/** A card as it may be stored: checked values are a card. */
export function asCard(card: Readonly<Record<string, unknown>>): Readonly<Record<string, CardValue>> {
  return card as Readonly<Record<string, CardValue>>;
}
