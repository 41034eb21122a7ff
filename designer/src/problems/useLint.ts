import type { Problem, Regulation } from '@reglament/regulation';
import { useEffect, useRef, useState } from 'react';

/** Problems of the document, found in a worker after each edit; the last ones stay until the next come. Null before the first. */
export function useLint(regulation: Regulation): readonly Problem[] | null {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);
  useEffect(() => {
    const mine = new Worker(new URL('./lint.worker.ts', import.meta.url), { type: 'module' });
    worker.current = mine;
    mine.onmessage = ({ data }: MessageEvent<{ ask: number; problems: readonly Problem[] }>) => {
      if (data.ask === asked.current) setProblems(errorsFirst(data.problems));
    };
    return () => {
      worker.current = null;
      mine.terminate();
    };
  }, []);
  useEffect(() => {
    asked.current += 1;
    worker.current?.postMessage({ ask: asked.current, regulation });
  }, [regulation]);
  return problems;
}

function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  const rank = ({ severity }: Problem) => (severity === 'error' ? 0 : 1);
  return [...problems].sort((a, b) => rank(a) - rank(b));
}
