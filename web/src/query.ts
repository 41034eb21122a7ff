import { type AnswerOf, ApiError, type CallOptions, errorCatalogue, type RouteName } from '@reglament/api';
import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from './client.ts';

/** Key of a route's answer in the cache: the name, then what it was asked with. */
export function keyOf<N extends RouteName>(name: N, options: CallOptions<N>): readonly unknown[] {
  return [name, options];
}

/** Whether repeating may help: the server says so, or no answer came. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.code === 'OFFLINE') return true;
  return (
    (errorCatalogue as Record<string, { retryable: boolean } | undefined>)[error.code]?.retryable ?? false
  );
}

/** The cache of answers. A push marks them stale; the half minute only covers a lost push. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (count, error) => isPassing(error) && count < 2,
      retryDelay: (count) => 400 * 2 ** count,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export interface QueryExtras<T> {
  enabled?: boolean;
  staleTime?: number;
  refetchInterval?: number | false;
  placeholderData?: (previous: T | undefined) => T | undefined;
}

/** Reads a route: `useApiQuery('tasks.show', { params: { id } })`. Stays fresh by push (realtime/stale.ts). */
export function useApiQuery<N extends RouteName>(
  name: N,
  options: CallOptions<N>,
  extras: QueryExtras<AnswerOf<N>> = {},
): UseQueryResult<AnswerOf<N>, Error> {
  const { placeholderData, ...rest } = extras;
  return useQuery<AnswerOf<N>, Error>({
    queryKey: keyOf(name, options),
    queryFn: ({ signal }) => api.call(name, { ...options, signal }),
    ...rest,
    ...(placeholderData && {
      placeholderData: (previous: unknown) => placeholderData(previous as AnswerOf<N>),
    }),
  } as Parameters<typeof useQuery<AnswerOf<N>, Error>>[0]);
}

/** Marks answers of routes as stale; those on the screen are read again. */
export function refresh(...names: RouteName[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: (query) => names.includes(query.queryKey[0] as RouteName),
  });
}
