import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

export const incidents: Feature = {
  routes: [
    {
      path: links.incidents,
      view: lazy(() => import('./incidentsPage.tsx')),
      allows: ({ abilities }) => abilities.administer,
    },
  ],
  sections: [
    {
      href: links.incidents,
      label: 'incidents.section',
      short: 'incidents.section',
      icon: IconAlertTriangle,
      order: 80,
      allows: ({ abilities }) => abilities.administer,
      count: (counts) => counts.incidents ?? undefined,
    },
  ],
};
