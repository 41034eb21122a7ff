import { type Explained, explainConditions, takeAlternative } from '@reglament/engine/rules';
import {
  factsOf,
  isPlainDate,
  type Regulation,
  type RuleValue,
  type Slug,
  stageOf,
  typeOfFact,
} from '@reglament/regulation';
import type { Selection } from '../document/selection.ts';

/** Sample values by the names of facts; a fact that has none is absent. */
export type Samples = Readonly<Record<string, RuleValue>>;

/** The sample value of a fact, unless it was given when the fact had another type. Pure. */
export function sampleOf(regulation: Regulation, samples: Samples, fact: string): RuleValue | undefined {
  const value = Object.hasOwn(samples, fact) ? samples[fact] : undefined;
  if (value === undefined) return undefined;
  switch (typeOfFact(regulation, fact)) {
    case undefined:
      return undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'money':
      return typeof value === 'object' && 'amount' in value ? value : undefined;
    case 'posts':
      return Array.isArray(value) ? value : undefined;
    case 'date':
      return typeof value === 'string' && isPlainDate(value) ? value : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

/** What a rule says of the sample values, by the closures that the runtime uses; null for a rule that is not there. Pure. */
export function tryRule(regulation: Regulation, rule: Slug, samples: Samples): Explained | null {
  const found = Object.hasOwn(regulation.rules, rule) ? regulation.rules[rule] : undefined;
  return found ? explainConditions(found.when, (fact) => sampleOf(regulation, samples, fact)) : null;
}

/** The alternative of a transition that the sample values lead to; undefined when none does. Pure. */
export function takenBy(regulation: Regulation, transition: Slug, samples: Samples): Slug | undefined {
  const one = regulation.transitions[transition];
  return one && takeAlternative(one, (rule) => tryRule(regulation, rule, samples)?.holds === true);
}

/** The rules that decide at a transition, each once, in the order of its alternatives. Pure. */
export function rulesOf(regulation: Regulation, transition: Slug): readonly Slug[] {
  const one = regulation.transitions[transition];
  return [...new Set(one?.order.flatMap((id) => one.alternatives[id]?.rule ?? []))];
}

/** The facts that some rules read, each once, in the order in which they are asked; unknown ones left out. Pure. */
export function factsRead(regulation: Regulation, rules: readonly Slug[]): readonly string[] {
  const names = rules.flatMap((id) => {
    const rule = Object.hasOwn(regulation.rules, id) ? regulation.rules[id] : undefined;
    return rule ? factsOf(rule) : [];
  });
  return [...new Set(names)].filter((name) => typeOfFact(regulation, name) !== undefined);
}

/** A line of the drawing, as far as it can be tried. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly transition?: Slug;
  readonly alternative?: Slug;
  readonly branch?: Slug;
}

/** Whether the sample values lead along a line that leaves what is chosen and depends on a rule. Pure. */
export function leadsAlong(line: Line, { regulation, samples, selection }: Tried): boolean {
  const { transition, branch, from } = line;
  const isStageChosen = selection.of === 'stages' && selection.ids.length === 1 && selection.ids[0] === from;
  if (transition !== undefined) {
    const isTried = isStageChosen || (selection.of === 'way' && selection.transition === transition);
    return (
      isTried &&
      rulesOf(regulation, transition).length > 0 &&
      takenBy(regulation, transition, samples) === line.alternative
    );
  }
  const block = stageOf(regulation, from);
  const when =
    branch === undefined || block?.kind !== 'parallel' ? undefined : block.settings.branches[branch]?.when;
  const isTried =
    isStageChosen || (selection.of === 'branch' && selection.block === from && selection.branch === branch);
  if (when === undefined || !isTried) return false;
  const runs = tryRule(regulation, when, samples)?.holds === true;
  return runs === (line.id === `${from}.${branch}`);
}

interface Tried {
  readonly regulation: Regulation;
  readonly samples: Samples;
  readonly selection: Selection;
}
