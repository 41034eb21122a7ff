import type { ProblemCode } from './texts.ts';

/** What of the regulation a problem is about; of several kinds the narrowest are given together. */
export interface ProblemElement {
  readonly stage?: string;
  readonly transition?: string;
  readonly participant?: string;
  readonly deadline?: string;
  readonly legalTerm?: string;
  readonly register?: string;
  readonly rule?: string;
  readonly field?: string;
}

/** A problem of a regulation, as data; its words come from `problemTexts` by `code`, filled with `params`. */
export interface Problem {
  readonly code: ProblemCode;
  /** A regulation with an error is not published. */
  readonly severity: 'error' | 'warning';
  /** Keys and indexes from the root of the document. */
  readonly at: readonly (string | number)[];
  readonly element?: ProblemElement;
  readonly params: Readonly<Record<string, string | number>>;
}

const elementOfMap: ReadonlyMap<string, keyof ProblemElement> = new Map([
  ['stages', 'stage'],
  ['transitions', 'transition'],
  ['participants', 'participant'],
  ['deadlines', 'deadline'],
  ['legalTerms', 'legalTerm'],
  ['registers', 'register'],
  ['rules', 'rule'],
  ['fields', 'field'],
]);

/** The element on which a path of the document lies, or undefined at the document itself. */
export function elementAt(at: readonly (string | number)[]): ProblemElement | undefined {
  const [map, id] = at;
  const name = typeof map === 'string' ? elementOfMap.get(map) : undefined;
  return name === undefined || typeof id !== 'string' ? undefined : { [name]: id };
}

/** A problem at a place; the element is read from the path. */
export function problem(
  code: ProblemCode,
  severity: Problem['severity'],
  at: readonly (string | number)[],
  params: Problem['params'] = {},
): Problem {
  const element = elementAt(at);
  return element === undefined ? { code, severity, at, params } : { code, severity, at, element, params };
}
