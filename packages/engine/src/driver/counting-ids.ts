/** A deterministic source of ids: `<prefix>1`, `<prefix>2`, … */
export function countingIds(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}${count}`;
  };
}
