import { IconUsers } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

export const people: Feature = {
  routes: [
    {
      path: links.people,
      view: lazy(() => import('./peoplePage.tsx')),
      allows: ({ abilities }) => abilities.administer,
    },
  ],
  sections: [
    {
      href: links.people,
      label: 'people.section',
      short: 'people.section',
      icon: IconUsers,
      order: 70,
      allows: ({ abilities }) => abilities.administer,
    },
  ],
};
