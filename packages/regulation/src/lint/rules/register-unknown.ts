import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Every register in which a stage gives numbers is declared. */
export const registerUnknown: LintRule = function* (regulation) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    if (stage.kind !== 'registration') continue;
    const { register } = stage.settings;
    if (!Object.hasOwn(regulation.registers, register)) {
      yield problem('register-unknown', 'error', ['stages', id, 'settings', 'register'], { register });
    }
  }
};
