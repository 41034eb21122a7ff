import { createContext, useContext } from 'react';
import type { TaskView } from './feature.ts';

/** Views of tasks that the features bring, given from above: the task page itself is one of the features' pages. */
export const TaskViews = createContext<readonly TaskView[]>([]);

export function useTaskViews(): readonly TaskView[] {
  return useContext(TaskViews);
}
