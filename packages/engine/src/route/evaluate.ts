import { EngineError } from '../errors.ts';
import type { CompiledRule } from '../rules/compile-rules.ts';
import type { Transaction } from '../transaction.ts';
import { readFact } from './facts.ts';

export interface Evaluation {
  readonly results: Readonly<Record<string, boolean>>;
  /** The facts that the rules may read; an empty one is `null`. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Evaluates the named rules over the state as reduced so far. */
export function evaluateRules(tx: Transaction, names: readonly string[]): Evaluation {
  const results: Record<string, boolean> = {};
  const facts: Record<string, unknown> = {};
  for (const name of names) {
    const rule = ruleNamed(tx, name);
    for (const fact of rule.facts) facts[fact] ??= readFact(tx.state, tx.context.directory, fact) ?? null;
    results[name] = rule.test((fact) => facts[fact]);
  }
  return { results, facts };
}

export function ruleHoldsNow(tx: Transaction, name: string): boolean {
  return evaluateRules(tx, [name]).results[name] === true;
}

function ruleNamed(tx: Transaction, name: string): CompiledRule {
  const { rules } = tx.context.regulation;
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (rule === undefined) throw new EngineError('ENG_RULE_UNKNOWN', { rule: name });
  return rule;
}
