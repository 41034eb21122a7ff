import type { I18n } from '@reglament/i18n';
import type { Regulation, Slug, Text } from '@reglament/regulation';
import type { StaffNames } from '@reglament/wording';

/** What words are made with: the two regulations, the reader's language. */
export interface Wording {
  readonly a: Regulation;
  readonly b: Regulation;
  readonly i18n: I18n;
  readonly say: (text: Text) => string;
  /** What the organisation calls roles and positions; else they go by their codes. */
  readonly staff?: StaffNames | undefined;
}

/** One setting in words: «срок 3 → 2 рабочих дня». Either end is absent where nothing was, or nothing is. */
export interface Line {
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
}

export interface Worded {
  /** What it is about: «Правовая экспертиза», «Регистрация → Доработка». */
  readonly head: string;
  readonly lines: readonly Line[];
  /** All of it in one sentence. */
  readonly sentence: string;
}

/** A part that went or came says so in its sentence; others say their settings one after another. */
export function worded(head: string, lines: readonly Line[], { i18n }: Wording, sentence?: string): Worded {
  const said = lines.map((line) => sentenceOfLine(line, i18n)).filter(Boolean);
  if (sentence !== undefined) return { head, lines, sentence };
  return { head, lines, sentence: said.length === 0 ? head : `${head}: ${said.join('; ')}` };
}

/** «срок 3 → 2 рабочих дня». Pure. */
export function sentenceOfLine({ what, from, to }: Line, i18n: I18n): string {
  if (from !== undefined && to !== undefined) return i18n.t('versions.change', { what, from, to }).trim();
  if (to !== undefined) return i18n.t('versions.put', { what, to }).trim();
  return from === undefined ? what : i18n.t('versions.gone', { what, from }).trim();
}

/** A line of one value; ids tell apart what is called alike. */
export function valueLine(
  what: string,
  [from, fromId]: readonly [string | undefined, (string | undefined)?],
  [to, toId]: readonly [string | undefined, (string | undefined)?],
  { i18n }: Wording,
): Line {
  const alike = from !== undefined && from === to && fromId !== toId;
  const told = (words: string | undefined, id: string | undefined) =>
    words === undefined || !alike || id === undefined ? words : i18n.t('versions.withId', { words, id });
  const [before, after] = [told(from, fromId), told(to, toId)];
  return {
    what,
    ...(before === undefined ? {} : { from: before }),
    ...(after === undefined ? {} : { to: after }),
  };
}

/** A text in the reader's language; in the other one where only that was changed. */
export function textLine(what: string, from: unknown, to: unknown, { i18n, say }: Wording): Line {
  const [before, after] = [from as Text | undefined, to as Text | undefined];
  const [said, says] = [before && say(before), after && say(after)];
  if (said !== says || !before || !after)
    return {
      what,
      ...(said === undefined ? {} : { from: said }),
      ...(says === undefined ? {} : { to: says }),
    };
  const other = i18n.locale === 'ru' ? 'en' : 'ru';
  const language = i18n.t(`versions.language.${other}`);
  return {
    what: i18n.t('versions.inOtherLanguage', { what, language }),
    from: before[other],
    to: after[other],
  };
}

/** What was called so in the regulation before, or is in the one after; its id when nowhere. */
export function titleIn(
  map: Readonly<Record<Slug, { readonly title: Text }>>,
  id: Slug | undefined,
  say: (text: Text) => string,
): string {
  if (id === undefined) return '';
  const part = Object.hasOwn(map, id) ? map[id] : undefined;
  return part ? say(part.title) : id;
}
