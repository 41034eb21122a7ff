import { outcomesOf } from '../../stages/registry.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Every outcome of every stage has its transition. */
export const outcomeLeadsNowhere: LintRule = function* (regulation, route) {
  for (const stage of regulation.stageOrder) {
    const record = regulation.stages[stage];
    if (record === undefined) continue;
    const led = new Set(route.waysFrom(stage).map((way) => way.outcome));
    for (const { id: outcome } of outcomesOf(record)) {
      if (!led.has(outcome)) {
        yield problem('outcome-leads-nowhere', 'error', ['stages', stage], { stage, outcome });
      }
    }
  }
};
