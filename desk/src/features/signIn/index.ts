import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

export const signIn: Feature = {
  routes: [{ path: links.signIn, frame: 'open', view: lazy(() => import('./signInPage.tsx')) }],
};
