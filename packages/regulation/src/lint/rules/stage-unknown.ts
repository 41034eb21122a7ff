import { parseFact, testsOf } from '../../graph/facts.ts';
import { branchesOf, stageOf } from '../../graph/route.ts';
import { branchEnd } from '../../model/transition.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Every name of a stage is the name of a stage. */
export const stageUnknown: LintRule = function* (regulation) {
  const check = (stage: string, at: readonly (string | number)[]) =>
    stageOf(regulation, stage) === undefined ? [problem('stage-unknown', 'error', at, { stage })] : [];

  yield* check(regulation.start, ['start']);
  for (const [id, participant] of Object.entries(regulation.participants)) {
    if (participant.type === 'performer') yield* check(participant.stage, ['participants', id, 'stage']);
  }
  for (const [id, term] of Object.entries(regulation.legalTerms)) {
    for (const end of ['from', 'to'] as const) {
      const [stage, moment] = term[end].split('.');
      if (stage !== undefined && moment !== undefined) yield* check(stage, ['legalTerms', id, end]);
    }
  }
  for (const [id, rule] of Object.entries(regulation.rules)) {
    for (const { test, at } of testsOf(rule.when)) {
      const fact = parseFact(test.fact);
      if (fact?.of === 'outcome' || fact?.of === 'visits') {
        yield* check(fact.stage, ['rules', id, 'when', ...at, 'fact']);
      }
    }
  }
  for (const [id, stage] of Object.entries(regulation.stages)) {
    for (const [branch, { first }] of branchesOf(stage)) {
      yield* check(first, ['stages', id, 'settings', 'branches', branch, 'first']);
    }
  }
  for (const [id, transition] of Object.entries(regulation.transitions)) {
    yield* check(transition.from, ['transitions', id, 'from']);
    for (const [alternative, { to }] of Object.entries(transition.alternatives)) {
      if (to !== branchEnd) yield* check(to, ['transitions', id, 'alternatives', alternative, 'to']);
    }
  }
};
