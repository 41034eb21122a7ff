import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

/** The title of a document is a text of its card, its counterparty a party. */
export const documentKindFields: LintRule = function* (regulation) {
  const { titleField, counterpartyField } = regulation.documentKind;
  const typeOf = (field: string) =>
    Object.hasOwn(regulation.fields, field) ? regulation.fields[field]?.type : undefined;
  const title = typeOf(titleField);
  if (title !== undefined && title !== 'text' && title !== 'longText') {
    yield problem('title-field-type', 'error', ['documentKind', 'titleField'], { field: titleField });
  }
  if (counterpartyField === undefined) return;
  const counterparty = typeOf(counterpartyField);
  if (counterparty !== undefined && counterparty !== 'party') {
    const params = { field: counterpartyField };
    yield problem('counterparty-field-type', 'error', ['documentKind', 'counterpartyField'], params);
  }
};
