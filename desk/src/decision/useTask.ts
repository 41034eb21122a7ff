import type { TaskDetail } from '@reglament/api';
import { noteServerNow, useApiQuery } from '@reglament/web';
import { useEffect, useState } from 'react';

/**
 * A task as it was shown to the reader. A newer version of the document never takes its place by itself: a decision
 * belongs to what was read. `fresh` is the newer one, `open()` shows it.
 */
export function useTask(id: string | undefined) {
  const query = useApiQuery('tasks.show', { params: { id: id ?? '' } }, { enabled: id !== undefined });
  const [shown, setShown] = useState<TaskDetail | null>(null);
  const latest = id !== undefined && query.data?.row.id === id ? query.data : null;
  const now = latest?.now;
  useEffect(() => {
    if (now !== undefined) noteServerNow(now);
  }, [now]);

  const same = shown !== null && latest !== null && isSameDocument(shown, latest);
  if (latest && shown !== latest && (shown?.row.id !== id || same)) setShown(latest);
  const current = shown?.row.id === id ? shown : latest;
  return {
    detail: current,
    fresh: latest && current && !isSameDocument(current, latest) ? latest : null,
    open: () => setShown(latest),
    loading: id !== undefined && query.isPending,
    error: query.error,
    retry: query.refetch,
  };
}

/** The author's task after a refusal: it is done on its page, where answers and the document are. Pure. */
export const isRework = ({ edits, row }: TaskDetail): boolean =>
  edits?.rework === true && row.state === 'open' && row.abilities.decide.length > 0;

/** Nothing is asked of this reader any more, or it is asked about the same document version. Pure. */
export function isSameDocument(shown: TaskDetail, latest: TaskDetail): boolean {
  return latest.row.state !== 'open' || shown.row.digest === latest.row.digest;
}
