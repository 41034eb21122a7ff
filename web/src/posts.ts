import type { PostRow } from '@reglament/api';
import type { PersonOption } from '@reglament/ui';
import { useQuery } from '@tanstack/react-query';
import { api } from './client.ts';

const MOST_PAGES = 20;

/** Posts of the deployment to choose people from, all pages. */
export function usePosts(enabled: boolean): readonly PostRow[] {
  const posts = useQuery({
    queryKey: ['posts.list', 'all'],
    enabled,
    staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const rows: PostRow[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer = await api.call('posts.list', {
          query: { limit: '200', ...(cursor && { cursor }) },
          signal,
        });
        rows.push(...answer.rows);
        if (answer.next === null) break;
        cursor = answer.next;
      }
      return rows;
    },
  });
  return posts.data ?? [];
}

/** A post with its holder as an option of `PersonPicker`. */
export function personOption(post: PostRow): PersonOption {
  return {
    id: post.position,
    name: post.name ?? post.post,
    post: post.name ? post.post : '',
    unit: post.unit,
    ...(post.absent && { absentUntil: post.absent.to }),
    ...(post.absent?.substitute && { substitute: post.absent.substitute }),
  };
}
