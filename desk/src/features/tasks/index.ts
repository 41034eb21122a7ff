import { IconInbox } from '@tabler/icons-react';
import type { Feature } from '../../app/feature.ts';
import { links } from '../../app/links.ts';
import { TasksPage } from './tasksPage.tsx';

export const tasks: Feature = {
  routes: [
    { path: links.tasks, view: TasksPage },
    { path: links.decided, view: TasksPage },
  ],
  sections: [
    {
      href: links.tasks,
      label: 'tasks.section',
      short: 'tasks.sectionShort',
      icon: IconInbox,
      order: 10,
      count: (counts) => counts.todo.all,
      covers: (path) => path === links.decided || path.startsWith('/tasks/'),
    },
  ],
};
