import type { z } from 'zod';
import { type Problem, problem } from '../lint/problem.ts';
import { type ProblemCode, problemTexts } from '../lint/texts.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** More than any object has keys to find fault with. */
const anotherType = 1_000;

/** The most problems of one reading; a file of garbage has more than anybody reads. */
const problemLimit = 200;

/** Turns the findings of a schema into coded problems. `input` is the value that was checked. */
export function schemaProblems(issues: readonly Issue[], input: unknown): readonly Problem[] {
  const problems = issues.flatMap((issue) => ofIssue(issue, [], input));
  if (problems.length <= problemLimit) return problems;
  return [...problems.slice(0, problemLimit), problem('too-many', 'error', [], { limit: problemLimit })];
}

function ofIssue(issue: Issue, base: Path, input: unknown): readonly Problem[] {
  const at: Path = [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  const one = (code: ProblemCode, params: Problem['params'] = {}) => [problem(code, 'error', at, params)];
  const got = describe(valueAt(input, at));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem('unknown-key', 'error', [...at, key], { key: short(key) }));
    case 'invalid_type':
    case 'invalid_value':
      if (!hasAt(input, at)) return one('key-missing', { key: String(at.at(-1) ?? '') });
      return issue.code === 'invalid_type'
        ? one('type-wrong', { expected: issue.expected, got: typeName(valueAt(input, at)) })
        : one('value-wrong', { expected: issue.values.map(String).join(', '), got });
    case 'invalid_key':
      return one('slug-wrong', { got: short(String(at.at(-1) ?? '')) });
    case 'invalid_union':
      return ofUnion(issue, at, input);
    case 'too_big':
      return one('size-wrong', { limit: String(issue.maximum) });
    case 'too_small':
      return one('size-wrong', { limit: String(issue.minimum) });
    case 'not_multiple_of':
      return one('number-wrong', { got });
    case 'invalid_format':
      return one(isSlugPattern(issue) ? 'slug-wrong' : 'form-wrong', { got });
    case 'custom':
      return [customProblem(issue.params, at, got)];
    default:
      return one('form-wrong', { got });
  }
}

/**
 * Of a union the alternative that fits the value best is reported: the one with the fewest findings at its top. One of
 * another type altogether fits worst: an amount in a wrong currency is no wrong string.
 */
function ofUnion(issue: Issue & { code: 'invalid_union' }, at: Path, input: unknown): readonly Problem[] {
  if (issue.errors.length === 0) {
    if (!hasAt(input, at)) return [problem('key-missing', 'error', at, { key: String(at.at(-1) ?? '') })];
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
    const got = describe(valueAt(input, at));
    return [problem('kind-unknown', 'error', at, { got, expected: options.map(String).join(', ') })];
  }
  const weight = (errors: readonly Issue[]) =>
    errors.reduce(
      (sum, error) =>
        sum +
        (error.code === 'unrecognized_keys'
          ? error.keys.length
          : error.code === 'invalid_type' && error.path.length === 0
            ? anotherType
            : error.path.length <= 1
              ? 1
              : 0),
      0,
    );
  let best = issue.errors[0] ?? [];
  for (const errors of issue.errors) if (weight(errors) < weight(best)) best = errors;
  return best.flatMap((error) => ofIssue(error, at, input));
}

function customProblem(params: Record<string, unknown> | undefined, at: Path, got: string): Problem {
  const { code, ...rest } = params ?? {};
  const known = typeof code === 'string' && Object.hasOwn(problemTexts, code);
  const words: Record<string, string | number> = { got };
  for (const [name, value] of Object.entries(rest)) {
    if (typeof value === 'string' || typeof value === 'number') words[name] = value;
  }
  return problem(known ? (code as ProblemCode) : 'form-wrong', 'error', at, words);
}

function isSlugPattern(issue: Issue): boolean {
  return (
    'pattern' in issue &&
    String(issue.pattern).includes('{0,63}$/') &&
    !String(issue.pattern).includes('sent')
  );
}

function valueAt(input: unknown, at: Path): unknown {
  let value = input;
  for (const key of at) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function hasAt(input: unknown, at: Path): boolean {
  const parent = valueAt(input, at.slice(0, -1));
  const key = at.at(-1);
  if (key === undefined) return true;
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? typeName(value) : short(String(value));
}

function short(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
