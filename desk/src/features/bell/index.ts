import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';
import { Bell } from './bell.tsx';

export const bell: Feature = {
  routes: [{ path: links.notices, view: lazy(() => import('./noticesPage.tsx')) }],
  top: [{ order: 30, view: Bell }],
};
