import { IconTargetArrow } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

export const control: Feature = {
  routes: [
    {
      path: links.control,
      view: lazy(() => import('./controlPage.tsx')),
      allows: ({ abilities }) => abilities.seeUnit,
    },
  ],
  sections: [
    {
      href: links.control,
      label: 'control.section',
      short: 'control.short',
      icon: IconTargetArrow,
      order: 20,
      allows: ({ abilities }) => abilities.seeUnit,
      count: (counts) => counts.unit?.overdue,
    },
  ],
};
