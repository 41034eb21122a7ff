import type { AnswerOf, CallOptions, RouteName } from '@reglament/api';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from './client.ts';

type Row<N extends RouteName> = AnswerOf<N> extends { rows: readonly (infer R)[] } ? R : never;
interface Page<N extends RouteName> {
  readonly rows: readonly Row<N>[];
  readonly next: string | null;
}

/**
 * A list page by page: `useApiPages('documents.list', { query: { view: 'mine' } })`. Stays fresh by push; a row that moved
 * between two pages while they were read stands once.
 */
export function useApiPages<N extends RouteName>(name: N, options: CallOptions<N>, enabled = true) {
  const query = useInfiniteQuery<
    Page<N>,
    Error,
    InfiniteData<Page<N>>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [name, options],
    enabled,
    queryFn: async ({ pageParam, signal }) => {
      const asked = options as { query?: object };
      const page: unknown = {
        ...asked,
        query: { ...asked.query, ...(pageParam && { cursor: pageParam }) },
        signal,
      };
      const answer: unknown = await api.call(name, page as CallOptions<N>);
      return answer as Page<N>;
    },
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (previous) => previous,
  });
  const pages = query.data?.pages ?? [];
  const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [(row as { id: string }).id, row]));
  return {
    rows: [...rows.values()],
    loading: query.isPending && enabled,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
