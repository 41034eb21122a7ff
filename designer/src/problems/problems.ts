import type { Problem, Slug } from '@reglament/regulation';
import { createContext, useContext, useMemo } from 'react';

const Context = createContext<readonly Problem[]>([]);
export const ProblemsProvider = Context.Provider;

/** What lint finds in the document as it stands, errors first. */
export function useProblems(): readonly Problem[] {
  return useContext(Context);
}

/** The worst of a stage's problems; its transitions' are its own. */
export function useProblemsOf(stage: Slug): 'error' | 'warning' | null {
  const problems = useContext(Context);
  return useMemo(() => {
    const own = problems.filter(({ element }) => element?.stage === stage);
    if (own.some(({ severity }) => severity === 'error')) return 'error';
    return own.length > 0 ? 'warning' : null;
  }, [problems, stage]);
}
