/** Whether every word typed begins one of the words said; ё is е. Pure. */
export function isFound(said: string, typed: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  const has = plain(said);
  return plain(typed).every((word) => has.some((one) => one.startsWith(word)));
}
