import { branchesOf, type Regulation, type Slug, type Stage, stageOf } from '@reglament/regulation';
import { targetsOf } from './transitions.ts';

/** A stage in its place; a block holds its branches. */
export interface PlacedStage {
  readonly id: Slug;
  readonly stage: Stage;
  readonly reached: boolean;
  readonly branches: readonly PlacedBranch[];
}

export interface PlacedBranch {
  readonly id: Slug;
  readonly stages: readonly PlacedStage[];
}

/**
 * Every stage once, in the order in which a document meets them: a stage follows those that lead to it, rework comes after
 * the way, then ends that annul, last what no document reaches. Tolerates every error that lint finds. Pure.
 */
export function stagesInOrder(regulation: Regulation): readonly PlacedStage[] {
  const all = [...new Set([...regulation.stageOrder, ...Object.keys(regulation.stages)])].filter(
    (id) => stageOf(regulation, id) !== undefined,
  );
  const scopes = Map.groupBy(all, (id) => scopeOf(stageOf(regulation, id)));
  const placed = new Set<Slug>();
  const place = (id: Slug, reached: boolean): PlacedStage[] => {
    const stage = stageOf(regulation, id);
    if (stage === undefined || placed.has(id)) return [];
    placed.add(id);
    const branches = branchesOf(stage).map(([branch, { first }]): PlacedBranch => {
      const members = scopes.get(scopeKey(id, branch)) ?? [];
      return {
        id: branch,
        stages: inOrder(regulation, members, first).flatMap((one) => place(one.id, reached && one.reached)),
      };
    });
    return [{ id, stage, reached, branches }];
  };
  const way = inOrder(regulation, scopes.get('') ?? [], regulation.start).flatMap((one) =>
    place(one.id, one.reached),
  );
  // A parent that is no block, no branch of it, or lies inside its own branch holds nothing.
  return [...way, ...all.flatMap((id) => place(id, false))];
}

const scopeKey = (block: Slug, branch: Slug) => `${block}.${branch}`;

function scopeOf(stage: Stage | undefined): string {
  return stage?.parent === undefined ? '' : scopeKey(stage.parent.block, stage.parent.branch);
}

/** The stages of one scope, those that a document reaches first. */
function inOrder(
  regulation: Regulation,
  members: readonly Slug[],
  first: Slug,
): readonly { readonly id: Slug; readonly reached: boolean }[] {
  const inScope = new Set(members);
  const isRework = (id: Slug) => {
    const stage = stageOf(regulation, id);
    return stage?.kind === 'task' && stage.settings.rework === true;
  };
  const leadsTo = (id: Slug): readonly Slug[] => targetsOf(regulation, id);
  const reached = new Set<Slug>();
  /** A stage after all that lead to it on the way; a way back counts for nothing. */
  const from = (start: Slug, stopAt: (id: Slug) => boolean): readonly Slug[] => {
    if (!inScope.has(start) || reached.has(start)) return [];
    const finished: Slug[] = [];
    reached.add(start);
    const open = [{ id: start, next: leadsTo(start).toReversed() }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.next.shift();
      if (next === undefined) {
        finished.push(top.id);
        open.pop();
      } else if (inScope.has(next) && !reached.has(next) && !stopAt(next)) {
        reached.add(next);
        open.push({ id: next, next: leadsTo(next).toReversed() });
      }
    }
    return finished.reverse();
  };
  const way = [...from(first, isRework)];
  // Rework is read after the way that leads to it, with what only it leads to.
  for (;;) {
    const next = [...reached].flatMap(leadsTo).find((id) => inScope.has(id) && !reached.has(id));
    if (next === undefined) break;
    way.push(...from(next, () => false));
  }
  const rank = (id: Slug): number => {
    const stage = stageOf(regulation, id);
    if (stage?.kind === 'end') return stage.settings.as === 'completed' ? 1 : 3;
    return isRework(id) ? 2 : 0;
  };
  return [
    ...way.toSorted((a, b) => rank(a) - rank(b)).map((id) => ({ id, reached: true })),
    ...members.filter((id) => !reached.has(id)).map((id) => ({ id, reached: false })),
  ];
}
