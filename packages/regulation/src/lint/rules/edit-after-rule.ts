import { reach } from '../../graph/dominators.ts';
import { fieldsReadBy } from '../../graph/facts.ts';
import { behind, type FlowStep, flowOf, rulesOfBlock } from '../../graph/flow.ts';
import { branchesOf, type Route, stageOf } from '../../graph/route.ts';
import type { Regulation, Slug } from '../../model/regulation.ts';
import type { Stage } from '../../model/stage.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

type Steps = (place: string) => readonly FlowStep[];

/**
 * Stage E edits field F, a rule on F lies on some path to E, and some path from E to a completed end avoids that rule: the
 * document would go on along a way that its card no longer justifies (design, section 5.3).
 */
export const editAfterRule: LintRule = function* (regulation, route) {
  const editors = Object.entries(regulation.stages).filter(
    ([, stage]) => stage.kind === 'task' && stage.settings.edits !== undefined,
  );
  if (editors.length === 0) return;
  const steps = flowOf(route);
  const onRoute = reach([regulation.start], (place) => steps(place).map((step) => step.to));
  for (const [ruleId, rule] of Object.entries(regulation.rules)) {
    const read = fieldsReadBy(rule);
    const touching = editors.flatMap(([id, stage]) => {
      const field = read.find((each) => edits(regulation, stage, each));
      return field === undefined ? [] : [{ stage: id, field }];
    });
    if (touching.length === 0) continue;
    const after = reach(afterRule(ruleId, steps, onRoute), (place) => steps(place).map((step) => step.to));
    const avoiding = stepsAvoiding(ruleId, route, steps);
    for (const { stage, field } of touching) {
      if (!after.has(stage)) continue;
      const escaped = [...reach([stage], avoiding)].some((place) => isCompletedEnd(regulation, place));
      if (!escaped) continue;
      yield problem('edit-after-rule', 'error', ['stages', stage, 'settings', 'edits'], {
        stage,
        field,
        rule: ruleId,
      });
    }
  }
};

function edits(regulation: Regulation, stage: Stage, field: Slug): boolean {
  if (stage.kind !== 'task' || !Object.hasOwn(regulation.fields, field)) return false;
  const card = stage.settings.edits?.card ?? [];
  return card === 'all' || card.includes(field);
}

/** Places where a document can be right after the rule was evaluated. */
function afterRule(rule: Slug, steps: Steps, onRoute: ReadonlySet<string>): readonly string[] {
  return [...onRoute].flatMap((place) =>
    steps(place)
      .filter((step) => step.rules.includes(rule))
      .map((step) => step.to),
  );
}

/**
 * Steps that do not evaluate the rule. A block is crossed as one: all its branches run, so it evaluates the rule when one
 * that always runs cannot be passed without it.
 */
function stepsAvoiding(rule: Slug, route: Route, steps: Steps): (place: string) => readonly string[] {
  const { regulation } = route;
  const crossed = new Map<Slug, boolean>();

  const next = (place: string): readonly string[] => {
    const stage = stageOf(regulation, place);
    if (stage?.kind === 'parallel') return crosses(place, stage) ? [behind(place)] : [];
    return steps(place)
      .filter((step) => !step.rules.includes(rule))
      .map((step) => step.to);
  };

  const crosses = (block: Slug, stage: Stage): boolean => {
    const known = crossed.get(block);
    if (known !== undefined) return known;
    crossed.set(block, false);
    const can =
      !rulesOfBlock(regulation, block).includes(rule) &&
      branchesOf(stage).every(
        ([, branch]) => branch.when !== undefined || reach([branch.first], next).has(behind(block)),
      );
    crossed.set(block, can);
    return can;
  };

  return next;
}

function isCompletedEnd(regulation: Regulation, place: string): boolean {
  const stage = stageOf(regulation, place);
  return stage?.kind === 'end' && stage.settings.as === 'completed';
}
