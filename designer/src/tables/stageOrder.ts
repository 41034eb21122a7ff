import type { Slug } from '@reglament/regulation';

/** A line of a list of stages, of which only those of stages are moved. */
interface Listed {
  readonly of: string;
  readonly id?: Slug;
  /** the line that holds this one */
  readonly holder: string | null;
}

/** A stage in a new place of the order, and which place of how many it is among those it is listed with. */
export interface Reordered {
  readonly order: readonly Slug[];
  /** 1 for the first. */
  readonly place: number;
  readonly among: number;
}

/**
 * The order of stages with one moved by one among the lines that stand with it: those of its branch, or outside all blocks.
 * What a block holds goes with it, since lists show it below. Undefined at either end. Pure.
 */
export function reordered(
  order: readonly Slug[],
  lines: readonly Listed[],
  id: Slug,
  by: -1 | 1,
): Reordered | undefined {
  const beside = besideOf(lines, id);
  const at = beside.indexOf(id);
  const neighbour = beside[at + by];
  if (at < 0 || neighbour === undefined) return undefined;
  const others = order.filter((one) => one !== id);
  const to = others.indexOf(neighbour) + (by > 0 ? 1 : 0);
  return { order: others.toSpliced(to, 0, id), place: at + by + 1, among: beside.length };
}

/** Stages that cannot be moved further up, and further down. Pure. */
export function endsOf(lines: readonly Listed[]): Readonly<Record<'first' | 'last', ReadonlySet<Slug>>> {
  const first = new Map<string | null, Slug>();
  const last = new Map<string | null, Slug>();
  for (const { of, id, holder } of lines) {
    if (of !== 'stage' || id === undefined) continue;
    if (!first.has(holder)) first.set(holder, id);
    last.set(holder, id);
  }
  return { first: new Set(first.values()), last: new Set(last.values()) };
}

function besideOf(lines: readonly Listed[], id: Slug): readonly Slug[] {
  const line = lines.find((one) => one.of === 'stage' && one.id === id);
  return lines.flatMap((one) =>
    one.of === 'stage' && one.id !== undefined && one.holder === line?.holder ? [one.id] : [],
  );
}
