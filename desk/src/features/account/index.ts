import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

export const account: Feature = {
  routes: [{ path: links.account, view: lazy(() => import('./accountPage.tsx')) }],
};
