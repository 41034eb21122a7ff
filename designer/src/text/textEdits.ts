/** Replaces the characters from `from` to before `to` of the text before all edits. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** More changed lines than this are one replacement: nobody follows them with the eyes. */
const mostSteps = 400;

/**
 * The edits that make one text of another and leave alone what both have: whole lines by the shortest way, and of a line
 * that changed only its middle. In order, never overlapping. Pure.
 *
 * @see E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986
 */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const old = linesOf(before);
  const next = linesOf(after);
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < next.length - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail]
  )
    tail += 1;

  const edits: TextEdit[] = [];
  let offset = 0;
  let line = 0;
  for (const hunk of hunksOf(old.slice(head, old.length - tail), next.slice(head, next.length - tail))) {
    for (; line < head + hunk.oldFrom; line += 1) offset += (old[line] ?? '').length;
    const gone = old.slice(head + hunk.oldFrom, head + hunk.oldTo).join('');
    const come = next.slice(head + hunk.newFrom, head + hunk.newTo).join('');
    edits.push(narrowed(offset, gone, come));
  }
  return edits;
}

/** The text after edits. Pure. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let done = '';
  let at = 0;
  for (const edit of edits) {
    done += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return done + text.slice(at);
}

/** Lines with their ends, so that joined they are the text. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** What differs inside of two pieces of text, without the beginning and end that both have. */
function narrowed(offset: number, gone: string, come: string): TextEdit {
  const most = Math.min(gone.length, come.length);
  let head = 0;
  while (head < most && gone[head] === come[head]) head += 1;
  let tail = 0;
  while (tail < most - head && gone[gone.length - 1 - tail] === come[come.length - 1 - tail]) tail += 1;
  return {
    from: offset + head,
    to: offset + gone.length - tail,
    text: come.slice(head, come.length - tail),
  };
}

interface Hunk {
  oldFrom: number;
  oldTo: number;
  newFrom: number;
  newTo: number;
}

function hunksOf(old: readonly string[], next: readonly string[]): readonly Hunk[] {
  const whole = { oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: next.length };
  if (old.length === 0 || next.length === 0) return [whole];
  const trail = shortest(old, next);
  if (!trail) return [whole];

  // Back along the way that was found: what is not on a diagonal belongs to a hunk.
  const hunks: Hunk[] = [];
  let x = old.length;
  let y = next.length;
  const touch = (fromX: number, fromY: number, toX: number, toY: number) => {
    const last = hunks.at(-1);
    if (last && last.oldFrom === toX && last.newFrom === toY) {
      last.oldFrom = fromX;
      last.newFrom = fromY;
    } else hunks.push({ oldFrom: fromX, oldTo: toX, newFrom: fromY, newTo: toY });
  };
  for (let depth = trail.length - 1; depth > 0; depth -= 1) {
    const reach = trail[depth - 1] as ReadonlyMap<number, number>;
    const diagonal = x - y;
    const down =
      diagonal === -depth ||
      (diagonal !== depth && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));
    const from = down ? diagonal + 1 : diagonal - 1;
    const fromX = reach.get(from) ?? 0;
    const fromY = fromX - from;
    const [midX, midY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    touch(fromX, fromY, midX, midY);
    x = fromX;
    y = fromY;
  }
  return hunks.reverse();
}

/** For each number of steps how far each diagonal reaches; null when the texts differ too much. */
function shortest(
  old: readonly string[],
  next: readonly string[],
): readonly ReadonlyMap<number, number>[] | null {
  const trail: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let depth = 0; depth <= Math.min(old.length + next.length, mostSteps); depth += 1) {
    const now = new Map<number, number>();
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      const down =
        diagonal === -depth ||
        (diagonal !== depth && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));
      let x = down ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < next.length && old[x] === next[x - diagonal]) x += 1;
      now.set(diagonal, x);
      if (x >= old.length && x - diagonal >= next.length) return [...trail, now];
    }
    trail.push(now);
    reach = now;
  }
  return null;
}
