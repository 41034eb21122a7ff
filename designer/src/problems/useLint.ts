import type { Problem, Regulation } from '@reglament/regulation';
import { useEffect, useState } from 'react';
import { useEditorStore } from '../document/store.ts';

/**
 * Problems of the open document, found in a worker after each edit; the last ones stay until the next come. Null before the
 * first. The worker is told by the document itself, so that it works while the edit is drawn and saved.
 */
export function useLint(): readonly Problem[] | null {
  const store = useEditorStore();
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./lint.worker.ts', import.meta.url), { type: 'module' });
    let busy = false;
    // Of the edits made meanwhile only the last is looked at.
    let next: Regulation | null = null;
    const ask = (regulation: Regulation) => {
      if (busy) {
        next = regulation;
        return;
      }
      busy = true;
      worker.postMessage(regulation);
    };
    const answered = (found?: readonly Problem[]) => {
      busy = false;
      const waiting = next;
      next = null;
      if (waiting) ask(waiting);
      else if (found) setProblems(errorsFirst(found));
    };
    worker.onmessage = ({ data }: MessageEvent<readonly Problem[]>) => answered(data);
    worker.onerror = () => answered();
    ask(store.getState().regulation);
    const stop = store.subscribe((now, before) => {
      if (now.regulation !== before.regulation) ask(now.regulation);
    });
    return () => {
      stop();
      worker.terminate();
    };
  }, [store]);
  return problems;
}

function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  const rank = ({ severity }: Problem) => (severity === 'error' ? 0 : 1);
  return [...problems].sort((a, b) => rank(a) - rank(b));
}
