import { reach } from '../../graph/dominators.ts';
import { fieldsReadBy } from '../../graph/facts.ts';
import { behind, type Flow, flowOf } from '../../graph/flow.ts';
import { branchesOf, stageOf } from '../../graph/route.ts';
import type { Regulation, Slug } from '../../model/regulation.ts';
import type { Stage } from '../../model/stage.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/**
 * Stage E edits field F, a rule on F lies on some path to E, and some path from E to a completed end avoids that rule: the
 * document would go on along a way that its card no longer justifies (design, section 5.3).
 */
export const editAfterRule: LintRule = function* (regulation, route) {
  const editors = Object.entries(regulation.stages).filter(
    ([, stage]) => stage.kind === 'task' && stage.settings.edits !== undefined,
  );
  if (editors.length === 0) return;
  const flow = flowOf(route);
  const blocks = new Map(Object.entries(regulation.stages).filter(([, stage]) => stage.kind === 'parallel'));
  const completed = Object.keys(regulation.stages).filter((id) => isCompletedEnd(regulation, id));
  const onRoute = reach([regulation.start], flow.next);
  for (const [ruleId, rule] of Object.entries(regulation.rules)) {
    const read = fieldsReadBy(rule);
    const touching = editors.flatMap(([id, stage]) => {
      const field = read.find((each) => edits(regulation, stage, each));
      return field === undefined ? [] : [{ stage: id, field }];
    });
    if (touching.length === 0) continue;
    const after = reach(afterRule(ruleId, flow, onRoute), flow.next);
    const avoiding = stepsAvoiding(ruleId, flow, blocks);
    for (const { stage, field } of touching) {
      if (!after.has(stage)) continue;
      const escaped = reach([stage], avoiding);
      if (!completed.some((end) => escaped.has(end))) continue;
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
function afterRule(rule: Slug, flow: Flow, onRoute: ReadonlySet<string>): readonly string[] {
  return [...flow.evaluating(rule)]
    .filter((place) => onRoute.has(place))
    .flatMap((place) => flow.steps(place))
    .filter((step) => step.rules.includes(rule))
    .map((step) => step.to);
}

/**
 * Steps that do not evaluate the rule. A block is crossed as one: all its branches run, so it evaluates the rule when one
 * that always runs cannot be passed without it.
 */
function stepsAvoiding(
  rule: Slug,
  flow: Flow,
  blocks: ReadonlyMap<Slug, Stage>,
): (place: string) => readonly string[] {
  const evaluating = flow.evaluating(rule);
  const crossed = new Map<Slug, boolean>();

  const next = (place: string): readonly string[] => {
    const block = blocks.get(place);
    if (block !== undefined) return crosses(place, block) ? [behind(place)] : [];
    if (!evaluating.has(place)) return flow.next(place);
    return flow
      .steps(place)
      .filter((step) => !step.rules.includes(rule))
      .map((step) => step.to);
  };

  const crosses = (id: Slug, block: Stage): boolean => {
    const known = crossed.get(id);
    if (known !== undefined) return known;
    // A block that lies inside itself, which another rule reports, is not crossed.
    crossed.set(id, false);
    const can =
      !evaluating.has(id) &&
      branchesOf(block).every(
        ([, branch]) => branch.when !== undefined || reach([branch.first], next).has(behind(id)),
      );
    crossed.set(id, can);
    return can;
  };

  return next;
}

function isCompletedEnd(regulation: Regulation, place: string): boolean {
  const stage = stageOf(regulation, place);
  return stage?.kind === 'end' && stage.settings.as === 'completed';
}
