import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';

export const rework: Feature = {
  taskViews: [
    {
      fits: ({ edits, row }) => edits?.rework === true && row.abilities.decide.length > 0,
      view: lazy(() => import('./reworkTask.tsx')),
    },
  ],
};
