import type { TaskRow } from '@reglament/api';
import { api, noteServerNow } from '@reglament/web';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { decidedHereVersion, isDecidedHere, onDecidedHere } from './decidedHere.ts';

export type TaskView = 'todo' | 'decided' | 'unit';
type Page = Awaited<ReturnType<typeof readPage>>;
const PAGE = '50';

const readPage = (view: TaskView, cursor: string | undefined, signal: AbortSignal) =>
  api.call('tasks.list', { query: { view, limit: PAGE, ...(cursor && { cursor }) }, signal });

/** A list of tasks page by page, kept fresh by push; what was decided on this page leaves it at once. */
export function useTaskList(view: TaskView) {
  const query = useInfiniteQuery<
    Page,
    Error,
    InfiniteData<Page, string | undefined>,
    unknown[],
    string | undefined
  >({
    queryKey: ['tasks.list', view],
    queryFn: ({ pageParam, signal }) => readPage(view, pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const decided = useSyncExternalStore(onDecidedHere, decidedHereVersion);
  const pages = query.data?.pages;
  const now = pages?.at(-1)?.now;
  useEffect(() => {
    if (now !== undefined) noteServerNow(now);
  }, [now]);
  const rows = useMemo(() => {
    void decided;
    const all = new Map<string, TaskRow>();
    // A row that moved between two pages while they were read stands once.
    for (const page of pages ?? []) for (const row of page.rows) all.set(row.id, row);
    return [...all.values()].filter((row) => view === 'decided' || !isDecidedHere(row.id));
  }, [pages, decided, view]);
  return {
    rows,
    pages: pages?.length ?? 0,
    readAtMs: now,
    loading: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: query.fetchNextPage,
    retry: query.refetch,
  };
}
