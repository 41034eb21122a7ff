import { deadlineOf } from '../../stages/registry.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Every deadline that a stage names is declared. */
export const deadlineUnknown: LintRule = function* (regulation) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    const deadline = deadlineOf(stage);
    if (deadline !== undefined && !Object.hasOwn(regulation.deadlines, deadline)) {
      yield problem('deadline-unknown', 'error', ['stages', id, 'settings', 'deadline'], { deadline });
    }
  }
};
