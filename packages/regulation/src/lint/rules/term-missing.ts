import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** A term has time in it; zero is a term in working days only, where it means the same day. */
export const termMissing: LintRule = function* (regulation) {
  for (const map of ['deadlines', 'legalTerms'] as const) {
    for (const [id, { term }] of Object.entries(regulation[map])) {
      if (term.amount === 0 && term.unit !== 'workingDays') {
        yield problem('term-missing', 'error', [map, id, 'term'], { deadline: id });
      }
    }
  }
};
