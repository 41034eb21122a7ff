import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

export const setup: Feature = {
  routes: [{ path: links.setup, frame: 'open', view: lazy(() => import('./setupPage.tsx')) }],
};
