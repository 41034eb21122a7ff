/** Gives a file to the person under a name that every system takes. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The same words without what a file name may not hold, at most 120 characters and its ending. Pure. */
export function fileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const [words, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  const clean = words
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...clean].slice(0, 120).join('').trim() + ending;
}
