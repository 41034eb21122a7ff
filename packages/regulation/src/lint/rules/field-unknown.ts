import { parseFact, testsOf } from '../../graph/facts.ts';
import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** Every card field that is named exists. */
export const fieldUnknown: LintRule = function* (regulation) {
  const check = (field: string | undefined, at: readonly (string | number)[]) =>
    field === undefined || Object.hasOwn(regulation.fields, field)
      ? []
      : [problem('field-unknown', 'error', at, { field })];

  yield* check(regulation.documentKind.titleField, ['documentKind', 'titleField']);
  yield* check(regulation.documentKind.counterpartyField, ['documentKind', 'counterpartyField']);
  for (const [id, participant] of Object.entries(regulation.participants)) {
    if (participant.type === 'card') yield* check(participant.field, ['participants', id, 'field']);
  }
  for (const [id, rule] of Object.entries(regulation.rules)) {
    for (const { test, at } of testsOf(rule.when)) {
      const fact = parseFact(test.fact);
      if (fact?.of === 'card') yield* check(fact.field, ['rules', id, 'when', ...at, 'fact']);
    }
  }
  for (const [id, stage] of Object.entries(regulation.stages)) {
    if (stage.kind !== 'task' || stage.settings.edits === undefined || stage.settings.edits.card === 'all')
      continue;
    for (const [index, field] of stage.settings.edits.card.entries()) {
      yield* check(field, ['stages', id, 'settings', 'edits', 'card', index]);
    }
  }
};
