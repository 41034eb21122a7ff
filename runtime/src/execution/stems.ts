import stemmers from 'snowball-stemmers';

const russian = stemmers.newStemmer('russian');
const english = stemmers.newStemmer('english');

/** Words of a text as the search keeps them: lower case, ё as е, letters and digits; numbers like «Д-2/26» whole and in parts. */
export function stemsOf(texts: readonly string[]): string[] {
  return [
    ...new Set(texts.flatMap((text) => [...wordsOf(text).map(stem), ...numbersOf(text).flatMap(endsOf)])),
  ].slice(0, 2000);
}

/**
 * A question: whole stems, and the beginning of the word being typed (the last one, unless a space follows it). A number
 * is one word: «Д-2/26» asks for that number, not for its parts wherever they stand.
 */
export function stemsOfQuestion(question: string): { stems: string[]; prefix?: string } {
  const words =
    plain(question)
      .match(NUMBER_OR_WORD)
      ?.flatMap((word) => (isNumber(word) ? word : wordsOf(word))) ?? [];
  const typing = /[\p{L}\p{N}][-/]?$/u.test(question) ? words.pop() : undefined;
  return { stems: words.map(stem), ...(typing === undefined ? {} : { prefix: prefixOf(typing) }) };
}

const NUMBER_OR_WORD = /[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*/gu;

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const isNumber = (word: string) => /[-/]/.test(word) && /\p{N}/u.test(word);

const numbersOf = (text: string) => (plain(text).match(NUMBER_OR_WORD) ?? []).filter(isNumber);

/** «д-2/26» and «2/26»: a number may be asked for without its letters. */
function endsOf(number: string): string[] {
  const starts = [0, ...[...number.matchAll(/[-/]/g)].map(({ index }) => index + 1)];
  return starts.map((start) => number.slice(start)).filter(isNumber);
}

function stem(word: string): string {
  if (/^[а-я]+$/.test(word)) return russian.stem(word);
  return /^[a-z]+$/.test(word) ? english.stem(word) : word;
}

/** The stem of a typed beginning may be longer than the stem of the whole word: the shorter of the two finds both. */
function prefixOf(word: string): string {
  const stemmed = stem(word);
  return word.startsWith(stemmed) ? stemmed : word;
}
