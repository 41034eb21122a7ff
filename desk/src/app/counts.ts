import type { TaskCounts } from '@reglament/api';
import { noteServerNow, useApiQuery } from '@reglament/web';
import { useEffect } from 'react';

/** Counts for the rail, the bell and the tab's title. */
export function useCounts(): TaskCounts | undefined {
  const counts = useApiQuery('tasks.counts', {}, { refetchInterval: 60_000 }).data;
  const now = counts?.now;
  useEffect(() => {
    if (now !== undefined) noteServerNow(now);
  }, [now]);
  return counts;
}
