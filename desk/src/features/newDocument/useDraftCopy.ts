import { ApiError } from '@reglament/api';
import { api, keyOf, queryClient, useApiQuery } from '@reglament/web';
import { type Remote, type SavedCopy, useSavedCopy } from '../../drafts/useSavedCopy.ts';

/** The draft as the server has it. */
export function useDraftQuery(id: string) {
  return useApiQuery('drafts.show', { params: { id } });
}

export type DraftDetail = NonNullable<ReturnType<typeof useDraftQuery>['data']>;

const remoteOf = ({ revision, card, files, chosen, savedAtMs }: DraftDetail): Remote => ({
  revision,
  content: { card, files, chosen },
  // Revision 1 is the empty draft: nobody has saved anything yet.
  savedAtMs: revision === 1 ? null : savedAtMs,
});

/** The draft with what is typed over it, saved by itself. */
export function useDraftCopy(row: DraftDetail): SavedCopy {
  const params = { id: row.id };
  return useSavedCopy(
    `draft:${row.id}`,
    remoteOf(row),
    (revision, { card, files, chosen = {} }) =>
      api.call('drafts.save', {
        params,
        body: {
          revision,
          card,
          files: [...files],
          chosen: Object.fromEntries(Object.entries(chosen).map(([id, posts]) => [id, [...posts]])),
        },
      }),
    async () => {
      const answer = await queryClient.fetchQuery({
        queryKey: keyOf('drafts.show', { params }),
        queryFn: () => api.call('drafts.show', { params }),
        staleTime: 0,
      });
      if (!answer) throw new ApiError(0, { code: 'INTERNAL' });
      return remoteOf(answer);
    },
  );
}
