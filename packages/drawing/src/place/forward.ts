import {
  branchEnd,
  branchesOf,
  isReturn,
  outcomesOf,
  type Regulation,
  type Slug,
  stageOf,
} from '@reglament/regulation';
import { type Home, homesOf } from './homes.ts';

/** Stages of one scope as they are laid out: the way forward by layers, and what stands aside. */
export interface ForwardWay {
  /** Stages by how many steps forward they are from the first one; each layer in the order of the document. */
  readonly layers: readonly (readonly Slug[])[];
  readonly reworks: readonly Slug[];
  readonly ends: readonly Slug[];
  /** What no way forward reaches. */
  readonly unreached: readonly Slug[];
  /** Ways forward between stages of the scope, the aside ones included. */
  readonly next: (stage: Slug) => readonly Slug[];
}

/** The way forward through a branch, or through the root. Ways back are left out, so that it has no circle. Pure. */
export function forwardWay(regulation: Regulation, home?: Home): ForwardWay {
  const stages = homesOf(regulation).in(home);
  const inScope = new Set(stages);
  const next = nextOf(regulation, inScope);
  const isAside = (id: Slug) => isRework(regulation, id) || stageOf(regulation, id)?.kind === 'end';
  const main = stages.filter((id) => !isAside(id));
  const layerOf = layersFrom(firstOf(regulation, home), (id) =>
    next(id).filter((to) => inScope.has(to) && !isAside(to)),
  );
  const layers: Slug[][] = [];
  for (const id of main) {
    const layer = layerOf.get(id);
    if (layer === undefined) continue;
    layers[layer] ??= [];
    layers[layer].push(id);
  }
  return {
    layers: layers.filter((layer) => layer !== undefined),
    reworks: stages.filter((id) => isRework(regulation, id)),
    ends: stages.filter((id) => stageOf(regulation, id)?.kind === 'end'),
    unreached: main.filter((id) => !layerOf.has(id)),
    next,
  };
}

const backWays = new WeakMap<Regulation, Map<string, boolean>>();

/** Whether an alternative is a return; found once for each regulation object, for a drawing asks again and again. */
export function leadsBack(regulation: Regulation, transition: Slug, alternative: Slug): boolean {
  const known = backWays.get(regulation) ?? new Map<string, boolean>();
  backWays.set(regulation, known);
  const key = `${transition}.${alternative}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = isReturn(regulation, transition, alternative);
  known.set(key, found);
  return found;
}

/** Whether a stage is the author's rework: where documents come back to. */
export function isRework(regulation: Regulation, id: Slug): boolean {
  const stage = stageOf(regulation, id);
  return stage?.kind === 'task' && stage.settings.rework === true;
}

function firstOf(regulation: Regulation, home: Home | undefined): Slug | undefined {
  if (home === undefined) return regulation.start;
  const block = stageOf(regulation, home.block);
  if (block === undefined) return undefined;
  return branchesOf(block).find(([branch]) => branch === home.branch)?.[1].first;
}

function nextOf(regulation: Regulation, inScope: ReadonlySet<Slug>): (stage: Slug) => readonly Slug[] {
  const next = new Map<Slug, Slug[]>();
  for (const [id, { from, outcome, alternatives, order }] of Object.entries(regulation.transitions)) {
    const stage = stageOf(regulation, from);
    if (stage === undefined || !inScope.has(from)) continue;
    const tone = outcomesOf(stage).find((each) => each.id === outcome)?.tone;
    if (tone === undefined || tone === 'return') continue;
    for (const alternativeId of order) {
      const alternative = alternatives[alternativeId];
      if (alternative === undefined || alternative.cycle === true || alternative.to === branchEnd) continue;
      if (!inScope.has(alternative.to) || leadsBack(regulation, id, alternativeId)) continue;
      const list = next.get(from);
      if (list === undefined) next.set(from, [alternative.to]);
      else if (!list.includes(alternative.to)) list.push(alternative.to);
    }
  }
  return (stage) => next.get(stage) ?? [];
}

/** The longest way to every stage that is reached; a way that closes a circle is not taken. */
function layersFrom(
  first: Slug | undefined,
  next: (stage: Slug) => readonly Slug[],
): ReadonlyMap<Slug, number> {
  const layers = new Map<Slug, number>();
  if (first === undefined) return layers;
  const state = new Map<Slug, 'open' | 'done'>();
  const order: Slug[] = [];
  const kept = new Map<Slug, Slug[]>();
  const stack: { readonly id: Slug; readonly rest: Slug[] }[] = [];
  const open = (id: Slug) => {
    state.set(id, 'open');
    kept.set(id, []);
    stack.push({ id, rest: [...next(id)] });
  };
  open(first);
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    const to = top.rest.shift();
    if (to === undefined) {
      state.set(top.id, 'done');
      order.push(top.id);
      stack.pop();
    } else if (state.get(to) !== 'open') {
      kept.get(top.id)!.push(to);
      if (state.get(to) === undefined) open(to);
    }
  }
  layers.set(first, 0);
  for (const id of order.toReversed()) {
    const layer = layers.get(id) ?? 0;
    for (const to of kept.get(id)!) layers.set(to, Math.max(layers.get(to) ?? 0, layer + 1));
  }
  return layers;
}
