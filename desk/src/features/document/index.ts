import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';

export const document: Feature = {
  routes: [{ path: '/documents/:id', view: lazy(() => import('./documentPage.tsx')) }],
};
