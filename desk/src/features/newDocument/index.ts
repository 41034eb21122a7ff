import { IconPlus } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';

const allows: NonNullable<NonNullable<Feature['routes']>[number]['allows']> = ({ abilities }) =>
  abilities.createDocuments;

export const newDocument: Feature = {
  routes: [
    { path: links.newDocument, view: lazy(() => import('./newPage.tsx')), allows },
    { path: '/drafts/:id', view: lazy(() => import('./draftPage.tsx')), allows },
  ],
  sections: [
    {
      href: links.newDocument,
      label: 'draft.create',
      short: 'draft.create',
      icon: IconPlus,
      order: 100,
      creates: true,
      allows,
      covers: (path) => path.startsWith('/drafts/'),
    },
  ],
};
