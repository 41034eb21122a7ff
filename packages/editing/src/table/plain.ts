import { tableBounds } from './table.ts';

/** Words as they are compared: one case, `е` for `ё`, plain spaces and dashes. Pure. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/[‐-―−]/gu, '-')
    .trim();
}

/**
 * The text of a cell: no characters that nobody sees, spaces run together, empty lines gone, at most
 * `tableBounds.cell` characters. Pure.
 */
export function cellText(text: string): string {
  const lines = text
    .slice(0, tableBounds.cell * 8)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd]/gu, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/[^\P{C}\t]/gu, '')
        .replace(/[\s\u00a0]+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
  const whole = lines.join('\n');
  // A pair of surrogates is not cut in two.
  return whole.length <= tableBounds.cell
    ? whole
    : whole
        .slice(0, tableBounds.cell)
        .toWellFormed()
        .replace(/\ufffd$/u, '')
        .trim();
}

/** Whether a cell says «nothing»: a dash, «нет», «не предусмотрено». Pure. */
export function saysNone(said: string): boolean {
  return /^(?:[-–—.·*]+|нет|не (?:предусмотрен[оа]?|применимо|требуется|устанавливается)|no|none|n\/?a|not applicable)\.?$/u.test(
    plain(said),
  );
}

/** Words of a text, without marks. Pure. */
export function wordsOf(text: string): readonly string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The beginning of a word that its forms share. Pure. */
export function stem(word: string): string {
  if (word.length <= 4) return word;
  const cut = word.replace(
    /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иям|иях|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ым|им|ом|ем|ам|ям|ую|юю|ию|ия|а|я|о|е|ы|и|у|ю|ь|й)$/u,
    '',
  );
  return cut.length >= 3 ? cut : word;
}
