import type { Regulation, Transition } from '@reglament/regulation';
import type { CompiledRegulation } from './model/step.ts';
import { createRoute } from './route/route.ts';
import { compileRules } from './rules/compile-rules.ts';

/**
 * Makes a published version ready to run: machine, rules and indices. Pure, and costs milliseconds: keep it per version.
 *
 * @param regulation - parsed, and lint finds no error in it
 * @param version - number of the published version
 * @param hash - its hash; an instance runs on the version that has the hash it was started with
 */
export function compileForEngine(regulation: Regulation, version: number, hash: string): CompiledRegulation {
  const transitions = new Map<string, { id: string; transition: Transition }>();
  for (const [id, transition] of Object.entries(regulation.transitions)) {
    transitions.set(`${transition.from}.${transition.outcome}`, { id, transition });
  }
  return {
    regulation,
    version,
    hash,
    route: createRoute(regulation),
    rules: compileRules(regulation),
    transitions,
  };
}
