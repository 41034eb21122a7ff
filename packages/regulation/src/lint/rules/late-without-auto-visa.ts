import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** A late decision replaces an auto-visa: where silence never decides there is nothing that it could replace. */
export const lateWithoutAutoVisa: LintRule = function* (regulation) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    if (stage.kind !== 'approval' || !stage.settings.lateDecisions) continue;
    const { deadline } = stage.settings;
    if (!Object.hasOwn(regulation.deadlines, deadline)) continue;
    if (regulation.deadlines[deadline]?.onLapse.some((action) => action.do === 'autoVisa')) continue;
    yield problem('late-without-auto-visa', 'warning', ['stages', id, 'settings', 'lateDecisions'], {
      stage: id,
    });
  }
};
