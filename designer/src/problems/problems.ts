import type { Problem, Slug } from '@reglament/regulation';
import { createContext, useContext } from 'react';

const Context = createContext<readonly Problem[]>([]);
export const ProblemsProvider = Context.Provider;

/** What lint finds in the document as it stands, errors first. */
export function useProblems(): readonly Problem[] {
  return useContext(Context);
}

/** The worst of a stage's problems; its transitions' are its own. */
export function useProblemsOf(stage: Slug): 'error' | 'warning' | null {
  return worstOf(useContext(Context)).get(stage) ?? null;
}

/** Tells a problem from every other of its list: one stage may have several of one code, say of two of its outcomes. Pure. */
export const problemKey = ({ code, at, params }: Problem): string => JSON.stringify([code, at, params]);

type Worst = ReadonlyMap<Slug, 'error' | 'warning'>;
const known = new WeakMap<readonly Problem[], Worst>();

/** By stage, found once for a list: every node asks. */
function worstOf(problems: readonly Problem[]): Worst {
  const before = known.get(problems);
  if (before) return before;
  const worst = new Map<Slug, 'error' | 'warning'>();
  for (const { severity, element } of problems)
    if (element?.stage !== undefined && worst.get(element.stage) !== 'error')
      worst.set(element.stage, severity);
  known.set(problems, worst);
  return worst;
}
