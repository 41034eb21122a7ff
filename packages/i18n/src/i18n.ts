import { createInstance } from 'i18next';
import type { designer } from './catalogues/designer.ru.ts';
import { ru } from './catalogues/ru.ts';
import type { versions } from './catalogues/versions.ru.ts';
import type { wording } from './catalogues/wording.ru.ts';
import type { Locale } from './locale.ts';

/** What every app has, and what only the designer loads. */
type Catalogues = typeof ru & {
  readonly designer: typeof designer;
  readonly wording: typeof wording;
  readonly versions: typeof versions;
};
type PluralSuffix = '_one' | '_few' | '_many' | '_other';
type Base<K extends string> = K extends `${infer B}${PluralSuffix}` ? B : K;

/** A key of the catalogues: `<feature>.<key>`, a plural without its suffix. */
export type MessageKey = {
  [F in keyof Catalogues & string]: `${F}.${Base<keyof Catalogues[F] & string>}`;
}[keyof Catalogues & string];

/** Values for the places of a text; `count` also chooses the plural form. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** Words in one language. */
export interface I18n {
  readonly locale: Locale;
  /** The text of a key with its places filled. */
  t(key: MessageKey, params?: MessageParams): string;
  /** Words an error by its code (the catalogue `errors`); an unknown code gets the general sentence. */
  error(code: string, params?: MessageParams): string;
  /** Whether a key made at run time (`errors.${code}`, `route.kind.${kind}`) is in the catalogues. */
  has(key: string): key is MessageKey;
}

/** Features to texts: what a locale's module exports. */
export type CatalogueSet = Readonly<Record<string, Readonly<Record<string, string>>>>;

const loaded = new Map<Locale, CatalogueSet>([['ru', ru]]);
const further: ((locale: Locale) => Promise<CatalogueSet>)[] = [];

/** Words of one app only, which the others need not load. Before `loadLocale`. */
export function addCatalogues(words: (locale: Locale) => Promise<CatalogueSet>): void {
  further.push(words);
}

/** Fetches a locale's catalogues once; must have resolved before `createI18n` of that locale. */
export async function loadLocale(locale: Locale): Promise<void> {
  const base = loaded.get(locale) ?? (await import('./catalogues/en.ts')).en;
  const sets = await Promise.all(further.map((words) => words(locale)));
  loaded.set(locale, Object.assign({}, base, ...sets));
}

/**
 * Words in `locale`.
 *
 * @throws Error when the locale was not loaded (`loadLocale`)
 */
export function createI18n(locale: Locale): I18n {
  const set = loaded.get(locale);
  if (!set) throw new Error(`Locale ${locale} is not loaded: await loadLocale('${locale}') first`);
  const texts = flatten(set);
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: texts } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const word = (key: string, params?: MessageParams): string =>
    oneStop(instance.t(key, { ...params }), params);
  const has = (key: string): key is MessageKey =>
    Object.hasOwn(texts, key) || Object.hasOwn(texts, `${key}_other`);
  return {
    locale,
    t: word,
    error: (code, params) => word(has(`errors.${code}`) ? `errors.${code}` : 'errors.UNKNOWN', params),
    has,
  };
}

/** «13 января 2027 г.» at the end of a sentence brings its full stop with it. */
function oneStop(text: string, params: MessageParams = {}): string {
  return Object.values(params).reduce<string>(
    (said, value) =>
      typeof value === 'string' && /[^.]\.$/.test(value) ? said.split(`${value}.`).join(value) : said,
    text,
  );
}

function flatten(set: CatalogueSet): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [feature, catalogue] of Object.entries(set)) {
    for (const [key, text] of Object.entries(catalogue)) texts[`${feature}.${key}`] = text;
  }
  return texts;
}
