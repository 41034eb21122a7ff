import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';

export const registration: Feature = {
  taskViews: [
    { fits: ({ row }) => row.kind === 'registration', view: lazy(() => import('./registrationTask.tsx')) },
  ],
};
