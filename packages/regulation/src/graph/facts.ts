import type { Slug } from '../model/regulation.ts';
import type { RuleConditions, RuleNode, RuleTest } from '../model/rule.ts';

/** A fact that rules may read. `remarks.open`, `document.version`, `document.round` and visits are counts. */
export type Fact =
  | { readonly of: 'card'; readonly field: Slug }
  | { readonly of: 'outcome' | 'visits'; readonly stage: Slug }
  | { readonly of: 'count'; readonly name: 'remarks.open' | 'document.version' | 'document.round' }
  | { readonly of: 'code'; readonly name: 'initiator.unit' | 'initiator.post' };

/** Reads the name of a fact; undefined when it is not in the closed list. Whether field or stage exist is not asked. */
export function parseFact(name: string): Fact | undefined {
  switch (name) {
    case 'remarks.open':
    case 'document.version':
    case 'document.round':
      return { of: 'count', name };
    case 'initiator.unit':
    case 'initiator.post':
      return { of: 'code', name };
  }
  const [head, id, tail, ...more] = name.split('.');
  if (id === undefined || id === '' || more.length > 0) return undefined;
  if (head === 'card' && tail === undefined) return { of: 'card', field: id };
  if (head === 'stage' && (tail === 'outcome' || tail === 'visits')) return { of: tail, stage: id };
  return undefined;
}

/** A single test of a rule and where it stands in the rule's conditions. */
export interface PlacedTest {
  readonly test: RuleTest;
  readonly at: readonly (string | number)[];
}

/** All tests of a rule, in the order of the text. Pure. */
export function testsOf(conditions: RuleConditions): readonly PlacedTest[] {
  const found: PlacedTest[] = [];
  const visit = (node: RuleNode, at: readonly (string | number)[]): void => {
    if ('all' in node) for (const [index, child] of node.all.entries()) visit(child, [...at, 'all', index]);
    else if ('any' in node)
      for (const [index, child] of node.any.entries()) visit(child, [...at, 'any', index]);
    else if ('not' in node) visit(node.not, [...at, 'not']);
    else found.push({ test: node, at });
  };
  visit(conditions, []);
  return found;
}

/** Names of the facts that a rule reads, each once, in the order of the text. Pure. */
export function factsOf(rule: { readonly when: RuleConditions }): readonly string[] {
  return [...new Set(testsOf(rule.when).map(({ test }) => test.fact))];
}

/** Card fields that a rule reads, each once. Pure. */
export function fieldsReadBy(rule: { readonly when: RuleConditions }): readonly Slug[] {
  return factsOf(rule).flatMap((name) => {
    const fact = parseFact(name);
    return fact?.of === 'card' ? [fact.field] : [];
  });
}
