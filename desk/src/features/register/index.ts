import { IconNotebook } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

export const register: Feature = {
  routes: [
    {
      path: links.register,
      view: lazy(() => import('./registerPage.tsx')),
      allows: ({ abilities }) => abilities.seeRegisters,
    },
  ],
  sections: [
    {
      href: links.register,
      label: 'register.section',
      short: 'register.section',
      icon: IconNotebook,
      order: 40,
      allows: ({ abilities }) => abilities.seeRegisters,
    },
  ],
};
