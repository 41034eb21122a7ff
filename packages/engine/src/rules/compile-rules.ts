import type { Regulation, RuleConditions, RuleNode, RuleTest, Slug } from '@reglament/regulation';
import { operators } from './operators.ts';

/** Answers a fact by its full name, `card.price`; an absent one with `undefined` or `null`. */
export type ReadFact = (fact: string) => unknown;

export interface CompiledRule {
  /** The facts the rule may read, each once, in the order of the text. */
  readonly facts: readonly string[];
  readonly test: (read: ReadFact) => boolean;
}

/**
 * Compiles the rules of a regulation to plain closures. Pure and synchronous; the regulation has passed its validators,
 * which bound depth and size.
 */
export function compileRules(regulation: Pick<Regulation, 'rules'>): Readonly<Record<Slug, CompiledRule>> {
  return Object.fromEntries(
    Object.entries(regulation.rules).map(([id, { when }]) => [id, compileConditions(when)]),
  );
}

export function compileConditions(conditions: RuleConditions): CompiledRule {
  const facts = new Set<string>();
  const test = compileNode(conditions, facts);
  return { facts: [...facts], test };
}

/** Compiles one part of a rule; the facts that it may read are added to `facts`. */
export function compileNode(node: RuleNode, facts: Set<string>): (read: ReadFact) => boolean {
  if ('all' in node) {
    const tests = node.all.map((child) => compileNode(child, facts));
    return (read) => {
      for (const test of tests) if (!test(read)) return false;
      return true;
    };
  }
  if ('any' in node) {
    const tests = node.any.map((child) => compileNode(child, facts));
    return (read) => {
      for (const test of tests) if (test(read)) return true;
      return false;
    };
  }
  if ('not' in node) {
    const test = compileNode(node.not, facts);
    return (read) => !test(read);
  }
  facts.add(node.fact);
  return compileTest(node);
}

function compileTest({ fact, operator, value }: RuleTest): (read: ReadFact) => boolean {
  if (operator === 'isEmpty') return (read) => isAbsent(read(fact)) === value;
  if (operator === 'isNotEmpty') return (read) => !isAbsent(read(fact)) === value;
  const passes = operators[operator](value);
  return (read) => {
    const found = read(fact);
    return !isAbsent(found) && passes(found);
  };
}

function isAbsent(fact: unknown): boolean {
  return fact === undefined || fact === null;
}

/**
 * Reads a dotted name from plain nested data: own properties only, so that a prototype's key is absent. For a hot path
 * read the facts once and keep them flat.
 */
export function readPath(root: unknown, name: string): unknown {
  let value = root;
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
