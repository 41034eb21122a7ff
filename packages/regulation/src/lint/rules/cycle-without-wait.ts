import { cycles, reach } from '../../graph/dominators.ts';
import { branchesOf, type Route, stageOf, type Way } from '../../graph/route.ts';
import type { Slug } from '../../model/regulation.ts';
import type { Stage } from '../../model/stage.ts';
import { branchEnd } from '../../model/transition.ts';
import { mayBeKept, stageModels } from '../../stages/registry.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/**
 * Each cycle contains a person or time. A stage that may close as kept does not hold a second way along its forward
 * outcome, so that a cycle of such stages and choices would run for ever in one step.
 */
export const cycleWithoutWait: LintRule = function* (_regulation, route) {
  for (const scope of route.scopes.values()) {
    for (const cycle of cycles(scope.stages, (stage) => nextWithoutWait(route, stage))) {
      const stage = cycle[0];
      if (stage === undefined) continue;
      const named = cycle.slice(0, 5).join(', ') + (cycle.length > 5 ? ', …' : '');
      yield problem('cycle-without-wait', 'error', ['stages', stage], { stages: named });
    }
  }
};

function nextWithoutWait(route: Route, stage: Slug): readonly Slug[] {
  const within = new Set(route.nextInScope(stage));
  return waysWithoutWait(route, stage, new Set())
    .map((way) => way.to)
    .filter((to) => within.has(to));
}

function waysWithoutWait(route: Route, id: Slug, inside: ReadonlySet<Slug>): readonly Way[] {
  const stage = stageOf(route.regulation, id);
  if (stage === undefined) return [];
  const ways = route.waysFrom(id);
  if (stage.kind === 'parallel') {
    return passesWithoutWait(route, id, stage, inside) ? ways.filter((way) => way.tone === 'forward') : [];
  }
  if (stageModels[stage.kind].waitsFor === 'nothing') return ways;
  return passesAtOnce(stage) ? ways.filter((way) => way.tone === 'forward') : [];
}

function passesAtOnce(stage: Stage): boolean {
  // Its own edit makes a new version, so a stage that edits is asked again unless it says `kept`.
  const asksAgain =
    stage.kind === 'task' && stage.settings.edits !== undefined && stage.settings.again !== 'kept';
  return mayBeKept(stage) && !asksAgain;
}

/** A block passes at once when each branch may be skipped or has a way to its end that waits for nothing. */
function passesWithoutWait(route: Route, id: Slug, block: Stage, inside: ReadonlySet<Slug>): boolean {
  if (inside.has(id)) return false;
  const deeper = new Set([...inside, id]);
  return branchesOf(block).every(([branch, { when }]) => {
    if (when !== undefined) return true;
    const first = route.scopes.get(`${id}.${branch}`)?.first;
    if (first === undefined) return false;
    const ways = (stage: string) => waysWithoutWait(route, stage, deeper);
    const passed = reach([first], (stage) => {
      const within = route.nextInScope(stage);
      return ways(stage)
        .map((way) => way.to)
        .filter((to) => within.includes(to));
    });
    return [...passed].some((stage) => ways(stage).some((way) => way.to === branchEnd));
  });
}
