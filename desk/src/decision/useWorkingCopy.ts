import { ApiError } from '@reglament/api';
import { api, keyOf, queryClient, useApiQuery } from '@reglament/web';
import type { Content } from '../drafts/merge.ts';
import { type Remote, type SavedCopy, useSavedCopy } from '../drafts/useSavedCopy.ts';

/** The working copy of a stage that edits, as the server has it. */
export function useWorkingCopyQuery(task: string) {
  return useApiQuery('tasks.workingCopy', { params: { id: task } });
}

export type WorkingCopyRow = NonNullable<ReturnType<typeof useWorkingCopyQuery>['data']>;

const remoteOf = ({ revision, card, files, savedAtMs }: WorkingCopyRow): Remote => ({
  revision,
  content: { card, files },
  savedAtMs,
});

/** The working copy with what is typed over it, saved by itself. */
export function useWorkingCopy(task: string, row: WorkingCopyRow): SavedCopy {
  const params = { id: task };
  return useSavedCopy(
    `copy:${task}`,
    remoteOf(row),
    async (revision, { card, files }: Content) => {
      const saved = await api.call('tasks.saveWorkingCopy', {
        params,
        body: { revision, card, files: [...files] },
      });
      void queryClient.invalidateQueries({ queryKey: keyOf('tasks.workingCopy', { params }) });
      return saved;
    },
    async () => {
      const answer = await queryClient.fetchQuery({
        queryKey: keyOf('tasks.workingCopy', { params }),
        queryFn: () => api.call('tasks.workingCopy', { params }),
        staleTime: 0,
      });
      if (!answer) throw new ApiError(0, { code: 'INTERNAL' });
      return remoteOf(answer);
    },
  );
}
