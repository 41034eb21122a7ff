import type { Regulation, Slug } from '../model/regulation.ts';
import type { Branch, OutcomeTone, Stage } from '../model/stage.ts';
import { type Alternative, branchEnd } from '../model/transition.ts';
import { outcomesOf } from '../stages/registry.ts';
import { immediateDominators } from './dominators.ts';

/** One alternative of a transition, as a way from a stage to a stage or to the end of its branch. */
export interface Way {
  readonly transition: Slug;
  readonly alternativeId: Slug;
  readonly alternative: Alternative;
  readonly from: Slug;
  readonly outcome: Slug;
  /** Undefined when the stage has no such outcome; such a way is never taken. */
  readonly tone: OutcomeTone | undefined;
  readonly to: Slug;
}

/** Stages that lie side by side: those of a branch, or those that lie in none (`key` is empty). */
export interface Scope {
  readonly key: string;
  readonly parent?: { readonly block: Slug; readonly branch: Slug };
  readonly first: Slug | undefined;
  readonly stages: readonly Slug[];
}

/** The route of a regulation, indexed once; tolerates every error that lint finds. */
export interface Route {
  readonly regulation: Regulation;
  readonly ways: readonly Way[];
  readonly waysFrom: (stage: Slug) => readonly Way[];
  /** Scopes by key: the outermost and one for each branch, declared or only named by a stage. */
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly scopeOf: (stage: Slug) => Scope;
  /** Where ways lead from a stage without leaving or entering a branch; a block is one place. */
  readonly nextInScope: (stage: Slug) => readonly Slug[];
  /** Stages of the same scope that every path from its beginning to `stage` passes, the nearest first, `stage` included. */
  readonly dominatorsOf: (stage: Slug) => readonly Slug[];
}

const routes = new WeakMap<Regulation, Route>();

/** The route of a regulation; indexed once for each regulation object. */
export function routeOf(regulation: Regulation): Route {
  const known = routes.get(regulation);
  if (known !== undefined) return known;
  const route = indexRoute(regulation);
  routes.set(regulation, route);
  return route;
}

function indexRoute(regulation: Regulation): Route {
  const ways = waysOf(regulation);
  const byStage = Map.groupBy(ways, (way) => way.from);
  const waysFrom = (stage: Slug) => byStage.get(stage) ?? [];
  const scopes = scopesOf(regulation);
  const scopeOf = (stage: Slug) => scopes.get(scopeKey(stageOf(regulation, stage))) ?? rootOf(scopes);

  const next = new Map<Slug, readonly Slug[]>();
  const nextInScope = (stage: Slug): readonly Slug[] => {
    const known = next.get(stage);
    if (known !== undefined) return known;
    const targets = waysFrom(stage)
      .filter((way) => way.tone !== undefined)
      .map((way) => way.to)
      .filter((to) => stageOf(regulation, to) !== undefined && scopeOf(to) === scopeOf(stage));
    const found = [...new Set(targets)];
    next.set(stage, found);
    return found;
  };

  const dominators = new Map<string, ReadonlyMap<string, string | undefined>>();
  const dominatorsOf = (stage: Slug): readonly Slug[] => {
    const scope = scopeOf(stage);
    if (scope.first === undefined) return [];
    let known = dominators.get(scope.key);
    if (known === undefined) {
      known = immediateDominators(scope.first, nextInScope);
      dominators.set(scope.key, known);
    }
    const passed: Slug[] = [];
    for (
      let at: Slug | undefined = known.has(stage) ? stage : undefined;
      at !== undefined;
      at = known.get(at)
    ) {
      passed.push(at);
    }
    return passed;
  };

  return { regulation, ways, waysFrom, scopes, scopeOf, nextInScope, dominatorsOf };
}

function waysOf(regulation: Regulation): readonly Way[] {
  return Object.keys(regulation.transitions)
    .sort()
    .flatMap((id) => {
      const transition = regulation.transitions[id];
      if (transition === undefined) return [];
      const { from, outcome } = transition;
      const stage = stageOf(regulation, from);
      const tone =
        stage === undefined ? undefined : outcomesOf(stage).find((each) => each.id === outcome)?.tone;
      return transition.order.flatMap((alternativeId): Way[] => {
        const alternative = transition.alternatives[alternativeId];
        if (alternative === undefined) return [];
        return [{ transition: id, alternativeId, alternative, from, outcome, tone, to: alternative.to }];
      });
    });
}

function scopesOf(regulation: Regulation): ReadonlyMap<string, Scope> {
  const members = new Map<string, Slug[]>([['', []]]);
  const parents = new Map<string, { readonly block: Slug; readonly branch: Slug }>();
  const firsts = new Map<string, Slug>();
  const start = stageOf(regulation, regulation.start);
  if (start !== undefined && start.parent === undefined) firsts.set('', regulation.start);
  for (const id of regulation.stageOrder) {
    const stage = stageOf(regulation, id);
    if (stage === undefined) continue;
    const key = scopeKey(stage);
    const list = members.get(key);
    if (list === undefined) members.set(key, [id]);
    else list.push(id);
    if (stage.parent !== undefined) parents.set(key, stage.parent);
    for (const [branch, { first }] of branchesOf(stage)) {
      const branchKey = `${id}.${branch}`;
      parents.set(branchKey, { block: id, branch });
      if (!members.has(branchKey)) members.set(branchKey, []);
      const firstStage = stageOf(regulation, first);
      if (firstStage !== undefined && scopeKey(firstStage) === branchKey) firsts.set(branchKey, first);
    }
  }
  return new Map(
    [...members].map(([key, stages]): [string, Scope] => {
      const parent = parents.get(key);
      return [key, { key, first: firsts.get(key), stages, ...(parent === undefined ? {} : { parent }) }];
    }),
  );
}

function rootOf(scopes: ReadonlyMap<string, Scope>): Scope {
  return scopes.get('') ?? { key: '', first: undefined, stages: [] };
}

function scopeKey(stage: Stage | undefined): string {
  return stage?.parent === undefined ? '' : `${stage.parent.block}.${stage.parent.branch}`;
}

/** The stage under an id, or undefined; the regulation's own only. */
export function stageOf(regulation: Regulation, id: Slug): Stage | undefined {
  return Object.hasOwn(regulation.stages, id) ? regulation.stages[id] : undefined;
}

/** The branches of a block in their order; none for another kind. */
export function branchesOf(stage: Stage): readonly (readonly [Slug, Branch])[] {
  if (stage.kind !== 'parallel') return [];
  return stage.settings.branchOrder.flatMap((id) => {
    const branch = stage.settings.branches[id];
    return branch === undefined ? [] : [[id, branch] as const];
  });
}

/** Whether an alternative is a return: it leads to a stage that every path to its source has passed. */
export function isReturnWay(route: Route, way: Way): boolean {
  return (
    way.to !== branchEnd &&
    stageOf(route.regulation, way.from) !== undefined &&
    route.nextInScope(way.from).includes(way.to) &&
    route.dominatorsOf(way.from).includes(way.to)
  );
}

/**
 * Whether an alternative is a return: a way to a stage that every path to its source has passed. False for an unknown
 * transition or alternative. Pure.
 */
export function isReturn(regulation: Regulation, transitionId: Slug, alternativeId: Slug): boolean {
  const route = routeOf(regulation);
  return route.ways.some(
    (way) =>
      way.transition === transitionId && way.alternativeId === alternativeId && isReturnWay(route, way),
  );
}

/** Whether a round can begin by an alternative: on a refusal, a return, or a way to rework. */
export function opensRoundWay(route: Route, way: Way): boolean {
  // A refusal inside a branch ends the branch; the block's own refusal opens the round.
  if (way.to === branchEnd) return false;
  const target = stageOf(route.regulation, way.to);
  const toRework = target?.kind === 'task' && target.settings.rework === true;
  return way.tone === 'return' || toRework || isReturnWay(route, way);
}

/**
 * Whether a round can begin by an alternative, so that it may say whom the round asks. False for an unknown transition or
 * alternative. Pure.
 */
export function opensRound(regulation: Regulation, transitionId: Slug, alternativeId: Slug): boolean {
  const route = routeOf(regulation);
  return route.ways.some(
    (way) =>
      way.transition === transitionId && way.alternativeId === alternativeId && opensRoundWay(route, way),
  );
}

/**
 * Stages that every path from the start to `stage` has passed, in the order of passing, without itself. A stage in a branch
 * has passed its block. Pure.
 */
export function stagesBefore(regulation: Regulation, stage: Slug): readonly Slug[] {
  const route = routeOf(regulation);
  const passed: Slug[] = [];
  const seen = new Set<Slug>();
  for (let at: Slug | undefined = stage; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    if (at !== stage) passed.push(at);
    passed.push(...route.dominatorsOf(at).slice(1));
    at = stageOf(regulation, at)?.parent?.block;
  }
  return passed.toReversed();
}
