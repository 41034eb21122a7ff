import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';

export const sheet: Feature = {
  routes: [{ path: '/documents/:id/sheet', view: lazy(() => import('./sheetPage.tsx')) }],
};
