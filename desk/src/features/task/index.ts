import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';

export const task: Feature = {
  routes: [{ path: '/tasks/:id', view: lazy(() => import('./taskPage.tsx')) }],
};
