/** Picks or unpicks a row; with `run` all rows between the last picked one and this one are picked too. Pure. */
export function togglePick(
  picked: ReadonlySet<string>,
  rows: readonly string[],
  id: string,
  last: string | null,
  run: boolean,
): ReadonlySet<string> {
  const next = new Set(picked);
  const from = last === null ? -1 : rows.indexOf(last);
  const to = rows.indexOf(id);
  if (run && from >= 0 && to >= 0) {
    for (const one of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
  } else if (next.has(id)) next.delete(id);
  else next.add(id);
  return next;
}
