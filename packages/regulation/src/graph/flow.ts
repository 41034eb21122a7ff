import type { Regulation, Slug } from '../model/regulation.ts';
import { branchEnd } from '../model/transition.ts';
import { branchesOf, type Route, stageOf } from './route.ts';

/** A step of a document through the whole route, into and out of branches. */
export interface FlowStep {
  readonly to: string;
  /** Rules that are evaluated on this step, whichever alternative is taken. */
  readonly rules: readonly Slug[];
}

export interface Flow {
  readonly steps: (place: string) => readonly FlowStep[];
  /** Where the steps of a place lead, each place once. */
  readonly next: (place: string) => readonly string[];
  /** Places some of whose steps evaluate a rule. */
  readonly evaluating: (rule: Slug) => ReadonlySet<string>;
}

/** The place behind a block whose branches have ended. */
export function behind(block: Slug): string {
  return `${block}.$done`;
}

/**
 * The whole route as steps between places; a place is a stage, or {@link behind} a block. A block leads to the first stage
 * of each branch, the end of a branch behind its block, and a block whose branches may all be skipped behind itself.
 */
export function flowOf(route: Route): Flow {
  const { regulation } = route;
  const steps = new Map<string, FlowStep[]>();
  const add = (from: string, step: FlowStep): void => {
    const list = steps.get(from);
    if (list === undefined) steps.set(from, [step]);
    else list.push(step);
  };
  const rulesOfTransition = new Map<Slug, readonly Slug[]>();
  for (const [id, transition] of Object.entries(regulation.transitions)) {
    const rules = Object.values(transition.alternatives).flatMap(({ rule }) =>
      rule === undefined ? [] : [rule],
    );
    rulesOfTransition.set(id, [...new Set(rules)]);
  }
  for (const way of route.ways) {
    const source = stageOf(regulation, way.from);
    if (source === undefined || way.tone === undefined) continue;
    const from = source.kind === 'parallel' ? behind(way.from) : way.from;
    const rules = rulesOfTransition.get(way.transition) ?? [];
    if (way.to !== branchEnd) {
      if (stageOf(regulation, way.to) !== undefined) add(from, { to: way.to, rules });
    } else if (source.parent !== undefined) add(from, { to: behind(source.parent.block), rules });
  }
  for (const [id, stage] of Object.entries(regulation.stages)) {
    if (stage.kind !== 'parallel') continue;
    const rules = rulesOfBlock(regulation, id);
    for (const [, branch] of branchesOf(stage)) {
      if (stageOf(regulation, branch.first) !== undefined) add(id, { to: branch.first, rules });
    }
    if (branchesOf(stage).every(([, branch]) => branch.when !== undefined))
      add(id, { to: behind(id), rules });
  }
  const targets = new Map<string, readonly string[]>();
  const evaluating = new Map<Slug, Set<string>>();
  for (const [place, leaving] of steps) {
    targets.set(place, [...new Set(leaving.map((step) => step.to))]);
    for (const rule of leaving.flatMap((step) => step.rules)) {
      const places = evaluating.get(rule);
      if (places === undefined) evaluating.set(rule, new Set([place]));
      else places.add(place);
    }
  }
  return {
    steps: (place) => steps.get(place) ?? [],
    next: (place) => targets.get(place) ?? [],
    evaluating: (rule) => evaluating.get(rule) ?? new Set(),
  };
}

/** Rules that are evaluated when a block opens. */
export function rulesOfBlock(regulation: Regulation, block: Slug): readonly Slug[] {
  const stage = stageOf(regulation, block);
  if (stage === undefined) return [];
  return [...new Set(branchesOf(stage).flatMap(([, { when }]) => (when === undefined ? [] : [when])))];
}
