import type { RuleConditions, RuleNode, RuleTest } from '@reglament/regulation';
import { compileNode, type ReadFact } from './compile-rules.ts';

/** A part of a rule with its answer: what joins it and its own parts, or a single test and the value that it met. */
export type Explained =
  | { readonly joint: 'all' | 'any' | 'not'; readonly holds: boolean; readonly parts: readonly Explained[] }
  | {
      readonly test: RuleTest;
      readonly holds: boolean;
      /** `undefined` when the fact is absent. */
      readonly found: unknown;
    };

/**
 * Says of each part of a rule whether it holds, and by which value: every answer is the compiled closure's own, also of
 * parts that the rule itself did not come to. Pure; for a screen, not for the hot path.
 */
export function explainConditions(conditions: RuleConditions, read: ReadFact): Explained {
  return explainNode(conditions, read);
}

function explainNode(node: RuleNode, read: ReadFact): Explained {
  const holds = compileNode(node, new Set())(read);
  if ('fact' in node) return { test: node, holds, found: read(node.fact) ?? undefined };
  const [joint, members] =
    'all' in node
      ? (['all', node.all] as const)
      : 'any' in node
        ? (['any', node.any] as const)
        : (['not', [node.not]] as const);
  return { joint, holds, parts: members.map((member) => explainNode(member, read)) };
}
