import { IconFiles, IconSearch } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';
import { SearchBox } from './searchBox.tsx';

export const documents: Feature = {
  routes: [
    { path: links.documents, view: lazy(() => import('./minePage.tsx')) },
    { path: links.search, view: lazy(() => import('./searchPage.tsx')) },
  ],
  sections: [
    {
      href: links.documents,
      label: 'documents.mine',
      short: 'documents.mineShort',
      icon: IconFiles,
      order: 30,
      count: (counts) => counts.documents,
      covers: (path) => path.startsWith('/documents/'),
    },
    {
      href: links.search,
      label: 'documents.search',
      short: 'documents.search',
      icon: IconSearch,
      order: 60,
    },
  ],
  top: [{ order: 10, view: SearchBox }],
};
