import type { LintRule } from '../lint-rule.ts';
import { problem } from '../problem.ts';

const variable = /^\{(seq(:[1-9])?|year|yy|month)\}$/;

/** A number template has `{seq}` once, and no variables but `{seq:<width>}`, `{year}`, `{yy}`, `{month}` beside it. */
export const numberTemplate: LintRule = function* (regulation) {
  for (const [id, { numberTemplate: template }] of Object.entries(regulation.registers)) {
    const wrong = wrongPart(template);
    if (wrong !== undefined) {
      const at = ['registers', id, 'numberTemplate'];
      yield problem('number-template-wrong', 'error', at, { template, variable: wrong });
    }
  }
};

function wrongPart(template: string): string | undefined {
  const variables = template.match(/\{[^{}]*\}/g) ?? [];
  const unknown = variables.find((each) => !variable.test(each));
  if (unknown !== undefined) return unknown;
  if (/[{}]/.test(template.replace(/\{[^{}]*\}/g, ''))) return '{ }';
  return variables.filter((each) => each.startsWith('{seq')).length === 1 ? undefined : '{seq}';
}
