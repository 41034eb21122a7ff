import { type I18n, INTL_TAG, type MessageKey, type MessageParams } from '@reglament/i18n';
import {
  type Duration,
  type Field,
  type Money,
  type Regulation,
  roleTitle,
  type Slug,
  stageOf,
  type Text,
} from '@reglament/regulation';
import { marked, plainTitle } from './marks.ts';

/** What an organisation calls what a regulation names by a code, in the language of the words; undefined when it has none such. */
export interface StaffNames {
  readonly role: (code: string) => string | undefined;
  readonly position: (code: string) => string | undefined;
  readonly organisation: (code: string) => string | undefined;
}

/** What wording is made with: the document, the language, and the numbers of clauses when they are known. */
export interface Words {
  readonly regulation: Regulation;
  readonly i18n: I18n;
  /** Without them roles go by the names that everybody knows, all else by its code. */
  readonly staff?: StaffNames | undefined;
  /** The number of a stage's clause; undefined where clauses are not cited. */
  readonly numberOf: (stage: Slug) => string | undefined;
}

type Names<K> = K extends `wording.${infer Name}` ? Name : never;
/** A key of the catalogue of wording, without its feature. */
export type WordingKey = Names<MessageKey>;

/** A text of the catalogue. */
export function t({ i18n }: Words, key: WordingKey, params?: MessageParams): string {
  return i18n.t(`wording.${key}` as MessageKey, params);
}

/** An author's title in the language of the reader, else in the other. */
export function titled({ i18n }: Words, text: Text): string {
  return plainTitle(text[i18n.locale] || text.ru);
}

/** A title in the quotation marks of its language. */
export function named(words: Words, title: string): string {
  return t(words, 'named', { title });
}

/** A role as people call it; its code when nobody does. */
export function roleNamed(words: Words, role: string): string {
  const known = roleTitle(role);
  return plainTitle(words.staff?.role(role) ?? (known === undefined ? role : titled(words, known)));
}

/** An entry of a map, which may lack it; nothing inherited. */
export function own<T>(map: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(map, id) ? map[id] : undefined;
}

/** The title of a part by its id; the id itself when there is no such part. */
export function titleOf(
  words: Words,
  map: Readonly<Record<string, { readonly title: Text }>>,
  id: Slug,
): string {
  const part = own(map, id);
  return part === undefined ? plainTitle(id) : titled(words, part.title);
}

export function stageTitle(words: Words, id: Slug): string {
  const stage = stageOf(words.regulation, id);
  return stage === undefined ? plainTitle(id) : titled(words, stage.title);
}

/** A stage as it is cited: «Подписание» (пункт 3.9). */
export function stageCited(words: Words, id: Slug): string {
  const what = named(words, stageTitle(words, id));
  const number = words.numberOf(id);
  return number === undefined ? what : t(words, 'ref', { what, number });
}

/** «a, b и c»; an empty list is empty. */
export function joined(list: readonly string[], word: string): string {
  const last = list.at(-1) ?? '';
  return list.length < 2 ? last : `${list.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** With its first letter as a sentence begins. */
export function sentenceCase(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/**
 * A field as the subject of a sentence: «цена». A title that would not read as words of the sentence (an abbreviation, a
 * question, a phrase with its own punctuation) is quoted.
 */
export function fieldSubject(words: Words, field: Field | undefined, id: Slug): string {
  const title = field === undefined ? plainTitle(id) : titled(words, field.title);
  return field !== undefined && /^\p{Lu}\p{Ll}[\p{L}\p{N} -]*$/u.test(title)
    ? t(words, 'rule.subject', { title: title.slice(0, 1).toLowerCase() + title.slice(1) })
    : t(words, 'rule.field', { field: title });
}

export function number({ i18n }: Words, value: number): string {
  return numberFormat(i18n, 'plain').format(value);
}

/** «1 000 000 ₽»; kopecks only when there are any. */
export function money({ i18n }: Words, { amount }: Money): string {
  return numberFormat(i18n, 'money').format(amount / 100);
}

const options = {
  plain: { maximumFractionDigits: 20 },
  money: {
    style: 'currency',
    currency: 'RUB',
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  },
} as const;
const formats = new Map<string, Intl.NumberFormat>();

/** `Intl.NumberFormat` costs about 40 µs to make: each is made once. */
function numberFormat({ locale }: I18n, kind: keyof typeof options): Intl.NumberFormat {
  const key = `${locale} ${kind}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(INTL_TAG[locale], options[kind]);
  formats.set(key, format);
  return format;
}

/** A length of time: `of` as after «в течение», `span` as after «через». */
export function spanOf(words: Words, form: 'of' | 'span', { amount, unit }: Duration): string {
  if (amount === 0.5 && unit === 'workingDays') return t(words, `${form}.halfDay`);
  if (amount === 0.5 && unit === 'workingHours') return t(words, `${form}.halfHour`);
  return t(words, `${form}.${unit}`, { count: amount, amount: number(words, amount) });
}

/** «в течение 3 рабочих дней», «в день поступления». */
export function within(words: Words, term: Duration): string {
  return term.amount === 0
    ? marked(t(words, 'term.sameDay'), 'term')
    : t(words, 'term.within', { span: marked(spanOf(words, 'of', term), 'term') });
}

/** A sentence that may already end with the point of an abbreviation: «ранее 1 января 2027 г.». */
export function fullStop(sentence: string): string {
  return sentence.replace(/\.\.$/, '.');
}

/** The sentences of a paragraph; those that say nothing are left out. */
export function sentences(...list: readonly (string | undefined)[]): string {
  return list.filter(Boolean).join(' ');
}

/** Paragraphs of a clause; empty ones are left out. */
export function paragraphs(...list: readonly string[]): string {
  return list.filter(Boolean).join('\n');
}
