import stemmers from 'snowball-stemmers';

const russian = stemmers.newStemmer('russian');
const english = stemmers.newStemmer('english');

/** Words of a text as the search keeps them: lower case, ё as е, letters and digits; numbers like «Д-214» whole and in parts. */
export function stemsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => wordsOf(text).map(stem)))].slice(0, 2000);
}

/** A question: whole stems, and the beginning of the word being typed (the last one, unless a space follows it). */
export function stemsOfQuestion(question: string): { stems: string[]; prefix?: string } {
  const words = wordsOf(question);
  const typing = /[\p{L}\p{N}]$/u.test(question) ? words.pop() : undefined;
  return { stems: words.map(stem), ...(typing === undefined ? {} : { prefix: prefixOf(typing) }) };
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
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
