/** What a note is called in a sentence or a list: its first words, in one line. Pure. */
export function noteTitle(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : most)}…`;
}

const most = 60;
