import type { SessionRow, TaskCounts, TaskDetail } from '@reglament/api';
import type { MessageKey } from '@reglament/i18n';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Task } from '../decision/taskFrame.tsx';

/** A page of a feature. The view takes its parameters from the address (`useParams`, `useSearch` of wouter). */
export interface FeatureRoute {
  path: string;
  view: ComponentType;
  /** `open`: without a session and without the shell; `bare`: with a session, without the shell */
  frame?: 'open' | 'bare';
  /** who may come here; others read that there is no such page */
  allows?: (session: SessionRow) => boolean;
}

/** A place of the rail. */
export interface FeatureSection {
  href: string;
  label: MessageKey;
  short: MessageKey;
  icon: Icon;
  /** place in the rail, ascending */
  order: number;
  allows?: (session: SessionRow) => boolean;
  count?: (counts: TaskCounts) => number | undefined;
  creates?: boolean;
  /** on a phone it stands in the person's menu, not in the bottom bar */
  secondary?: boolean;
  /** addresses that also belong to it */
  covers?: (path: string) => boolean;
}

/** How tasks of some stage kinds are done on the task page, when the usual view does not fit them. */
export interface TaskView {
  fits: (detail: TaskDetail) => boolean;
  view: ComponentType<{ task: Task }>;
}

/** What a feature brings: its pages, its places in the rail, its parts of the top bar. */
export interface Feature {
  routes?: readonly FeatureRoute[];
  sections?: readonly FeatureSection[];
  taskViews?: readonly TaskView[];
  /** parts of the top bar, ascending: search 10, connection 20, bell 30, the person 40 */
  top?: readonly { order: number; view: ComponentType }[];
}
