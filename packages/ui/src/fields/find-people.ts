/** Somebody who may be chosen: an employee or a post with its holder. */
export interface PersonOption {
  id: string;
  /** full name; empty while a post is vacant */
  name: string;
  post: string;
  unit?: string;
  /** last day away, `YYYY-MM-DD` */
  absentUntil?: string;
  /** full name of who acts meanwhile */
  substitute?: string;
}

/**
 * Those not chosen yet in whose name, post or unit every typed word begins some word; ё counts as е. Keeps the
 * given order. Pure.
 */
export function findPeople(
  options: readonly PersonOption[],
  query: string,
  chosen: readonly string[],
): PersonOption[] {
  const typed = wordsOf(query);
  return options.filter((option) => {
    if (chosen.includes(option.id)) return false;
    const words = wordsOf(`${option.name} ${option.post} ${option.unit ?? ''}`);
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  });
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
