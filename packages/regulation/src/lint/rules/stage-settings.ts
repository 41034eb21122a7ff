import { lintSettings } from '../../stages/registry.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** What a kind has to say about its own settings. */
export const stageSettings: LintRule = function* (regulation) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    for (const { code, severity, at, params } of lintSettings(stage)) {
      yield problem(code, severity, ['stages', id, 'settings', ...at], params);
    }
  }
};
