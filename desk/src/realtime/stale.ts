import type { Changed, RouteName } from '@reglament/api';
import type { Query } from '@tanstack/react-query';

const WHOLE: Record<Changed['type'], readonly RouteName[]> = {
  task: ['tasks.list', 'tasks.counts'],
  document: ['documents.list', 'tasks.counts', 'drafts.list', 'registers.list', 'registers.entries'],
  notice: ['notices.list', 'tasks.counts'],
  incident: ['incidents.list', 'tasks.counts'],
  // Who stands in for whom decides whose tasks they are.
  directory: [
    'people.list',
    'posts.list',
    'people.openTasks',
    'session.show',
    'tasks.list',
    'tasks.counts',
    'library.list',
    'units.list',
  ],
  regulation: ['regulations.list', 'regulations.show', 'documentKinds.list', 'library.list'],
};
const BY_ID: Partial<Record<Changed['type'], readonly RouteName[]>> = {
  task: ['tasks.show'],
  document: ['documents.show', 'documents.route', 'documents.history', 'documents.sheet'],
  // Of a working copy the id is the regulation's.
  regulation: ['workingCopies.show'],
};

/** Whether an answer in the cache may have become stale by these changes. Pure. */
export function isStale(query: Pick<Query, 'queryKey' | 'state'>, changes: readonly Changed[]): boolean {
  const [name, options] = query.queryKey as [RouteName, { params?: { id?: string } } | undefined];
  return changes.some(({ type, id }) => {
    if (WHOLE[type].includes(name)) return true;
    if (BY_ID[type]?.includes(name) && options?.params?.id === id) return true;
    // A task page also shows the visas and remarks of its document.
    return type === 'document' && name === 'tasks.show' && documentOf(query.state.data) === id;
  });
}

function documentOf(data: unknown): string | undefined {
  return (data as { row?: { document?: string } } | undefined)?.row?.document;
}
