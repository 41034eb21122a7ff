import type { Problem } from './problem.ts';
import { problemTexts } from './texts.ts';

/** The sentence of a problem in a language; a param that is absent stays as written. */
export function wordProblem(problem: Pick<Problem, 'code' | 'params'>, language: 'ru' | 'en'): string {
  return problemTexts[problem.code][language].replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(problem.params, name) ? String(problem.params[name]) : whole,
  );
}
