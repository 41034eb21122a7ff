import { deadlineOf, stageModels } from '../../stages/registry.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Silence decides approvals only, and never one with a nature: legal, anticorruption, financial, signing, statutory. */
export const autoVisaForbidden: LintRule = function* (regulation) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    const name = deadlineOf(stage);
    if (name === undefined || !Object.hasOwn(regulation.deadlines, name)) continue;
    if (!regulation.deadlines[name]?.onLapse.some((action) => action.do === 'autoVisa')) continue;
    const at = ['stages', id, 'settings', 'deadline'];
    if (!stageModels[stage.kind].allowsAutoVisa) {
      yield problem('auto-visa-kind', 'error', at, { stage: id });
    }
    for (const nature of stage.nature ?? []) {
      yield problem('auto-visa-nature', 'error', at, { stage: id, nature });
    }
  }
};
