import type { Locale } from '@reglament/i18n';

/** A stretch of a text that stands out: a term, or what silence counts as. Offsets are UTF-16 units, `to` excluded. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly as: 'term' | 'auto';
}

// Noncharacters: no text of a person holds one, and `plainTitle` takes all of them out of those of programs.
const opening = { term: '\uFDD0', auto: '\uFDD1' } as const;
const closing = '\uFDD2';
const noncharacters = /[\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

/** Puts signs around words, so that a catalogue may set them anywhere in a sentence. Pure. */
export function marked(words: string, as: Mark['as']): string {
  return opening[as] + words + closing;
}

/** A text of an author as it stands in a sentence: on one line, without our signs and what no paper takes. Pure. */
export function plainTitle(text: string): string {
  return text
    .replace(noncharacters, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The text without signs, and where they stood. Pure. */
export function readMarks(signed: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = '';
  let open: { readonly from: number; readonly as: Mark['as'] } | undefined;
  const marks: Mark[] = [];
  for (const part of signed.split(/([\uFDD0-\uFDD2])/)) {
    if (part === opening.term) open = { from: text.length, as: 'term' };
    else if (part === opening.auto) open = { from: text.length, as: 'auto' };
    else if (part !== closing) text += part;
    else if (open !== undefined) {
      marks.push({ ...open, to: text.length });
      open = undefined;
    }
  }
  return { text, marks };
}

const shortWords = /(?<=^|[\s(«„])((?:в|во|и|к|ко|с|со|о|об|обо|у|а|на|не|ни|по|за|из|от|до|без)) /giu;

/**
 * The same text with spaces that do not break where a line must not: after a short preposition, between a number and its
 * unit, before a dash. Every character keeps its place, so marks hold. Pure.
 */
export function typeset(text: string, locale: Locale): string {
  const numbers = text
    .replace(/(?<=\d) (?=\p{L}|₽|\d)/gu, '\u00a0')
    .replace(/ (?=[—–])/gu, '\u00a0')
    .replace(/(?<=пункт|п\.|ст\.|ч\.|№|clause) (?=\d)/giu, '\u00a0');
  // Twice, since the second of two short words in a row begins where the match of the first ended.
  return locale === 'ru' ? numbers.replace(shortWords, '$1\u00a0').replace(shortWords, '$1\u00a0') : numbers;
}
