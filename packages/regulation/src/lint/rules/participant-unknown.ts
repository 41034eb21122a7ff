import { participantsOf } from '../../stages/registry.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Every participant whom a stage asks is declared. */
export const participantUnknown: LintRule = function* (regulation) {
  for (const [id, stage] of Object.entries(regulation.stages)) {
    for (const participant of participantsOf(stage)) {
      if (!Object.hasOwn(regulation.participants, participant)) {
        yield problem('participant-unknown', 'error', ['stages', id, 'settings'], { participant });
      }
    }
  }
};
