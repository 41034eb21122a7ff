/**
 * Widths of the characters of Golos Text, semibold, in hundredths of the font's size: measured once in a browser, so that
 * a drawing knows what its words need without one. Another font of the same list is within a tenth of it.
 */
const widths: readonly (readonly [number, string])[] = [
  [24, ' \u00a0'],
  [28, "'ij"],
  [30, '!,.:;`·’'],
  [32, 'Il|'],
  [36, 'f'],
  [38, '()-[]r{}'],
  [40, 't'],
  [43, '"*'],
  [46, 'г'],
  [49, '/\\1_zт“”'],
  [52, '?–'],
  [54, '7sзь«»'],
  [56, '+<=>L^cx~Гсхчэ'],
  [58, 'Jaekvyавекуяё'],
  [60, '235Fhnouбийлноп'],
  [62, '4689EZbdgpqЕдрцъЁ'],
  [64, '0TТ'],
  [66, '$PSЗРЬ₽'],
  [68, '#ABRVYАБВУЧ'],
  [70, '&CDKXКСХЭЯ'],
  [72, 'GUЛм—'],
  [74, 'ДПЪы'],
  [76, 'HNOQИЙНОф'],
  [78, 'Цю'],
  [82, 'wжш'],
  [84, '%→'],
  [86, 'щ'],
  [88, 'MmМ'],
  [90, 'ФЫ'],
  [97, 'Ю…@WШ'],
  [100, 'Ж'],
  [102, 'Щ'],
  [110, '№'],
];

const widthOf: ReadonlyMap<string, number> = new Map(
  widths.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
);

/** What a character outside the table is taken for: a wide one, so that words are rather cut than run over. */
const unknownWidth = 100;

export type Weight = 400 | 500 | 600;
const lighter: Readonly<Record<Weight, number>> = { 400: 0.985, 500: 0.99, 600: 1 };

/** The width of a text in pixels at a font size in pixels. An estimate. Pure. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let sum = 0;
  for (const character of text) sum += widthOf.get(character) ?? unknownWidth;
  return (sum * size * lighter[weight]) / 100;
}

/** A text that is no wider than `width`: cut with an ellipsis where it is. Pure. */
export function cutToWidth(text: string, width: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, size, weight) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** The first words of a text that fit, with an ellipsis when there are more; a short word does not stand last. Pure. */
export function firstWords(text: string, width: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const words = text.split(/\s+/);
  while (words.length > 1 && textWidth(`${words.join(' ')}…`, size, weight) > width) words.pop();
  while (words.length > 1 && words.at(-1)!.length <= 3) words.pop();
  return cutToWidth(`${words.join(' ')}…`, width, size, weight);
}

/** A text as lines no wider than `width`, broken at spaces; the last of `most` lines is cut with an ellipsis. Pure. */
export function wrapWords(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  most: number,
): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      line = [line, ...words.slice(index)].join(' ');
      break;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => cutToWidth(each, width, size, weight));
}

/** A text as lines no wider than `width`, paragraph by paragraph; a word that is wider is broken, nothing is left out. Pure. */
export function wrapText(text: string, width: number, size: number, weight: Weight = 400): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((paragraph) => {
      const words = paragraph.split(/\s+/).flatMap((word) => broken(word, width, size, weight));
      const lines = wrapWords(words.join(' '), width, size, weight, Number.POSITIVE_INFINITY);
      return lines.length === 0 ? [''] : lines;
    });
}

/** A word in pieces that each fit, one character at least. */
function broken(word: string, width: number, size: number, weight: Weight): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size, weight) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
