import { IconRoute } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

const allows: NonNullable<NonNullable<Feature['routes']>[number]['allows']> = ({ abilities }) =>
  abilities.readRegulations;

export const regulations: Feature = {
  routes: [
    { path: links.regulations, view: lazy(() => import('./regulationsPage.tsx')), allows },
    { path: '/regulations/:id/:version', view: lazy(() => import('./regulationPage.tsx')), allows },
  ],
  sections: [
    {
      href: links.regulations,
      label: 'methodologist.section',
      short: 'methodologist.section',
      icon: IconRoute,
      order: 50,
      allows,
      secondary: true,
      covers: (path) => path.startsWith('/regulations/'),
    },
  ],
};
