import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';

/** A stage whose performer may change the document. */
export const editing: Feature = {
  taskViews: [
    {
      fits: ({ edits, row }) => edits !== null && !edits.rework && row.abilities.decide.length > 0,
      view: lazy(() => import('./editingTask.tsx')),
    },
  ],
};
