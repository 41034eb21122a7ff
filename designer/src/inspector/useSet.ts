import type { Slug } from '@reglament/regulation';
import { useMemo } from 'react';
import { useEditorStore } from '../document/store.ts';

/** Writes one value of a stage; typing in one place is one entry of undo. */
export function useSetStage(id: Slug) {
  const store = useEditorStore();
  return useMemo(
    () => ({
      set: (path: readonly string[], value: unknown) =>
        store
          .getState()
          .dispatch({ do: 'setStage', id, path, value }, { merge: `stage ${id} ${path.join('/')}` }),
      unset: (path: readonly string[]) => store.getState().dispatch({ do: 'unsetStage', id, path }),
    }),
    [id, store],
  );
}
