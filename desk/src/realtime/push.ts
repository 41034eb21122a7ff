import type { Changed, ClientMessages, ServerMessages, SessionRow, SinceAnswer } from '@reglament/api';
import { noteSessionEnded, noteSocket, onSessionEnded, queryClient, sessionEnded } from '@reglament/web';
import { useEffect, useRef } from 'react';
import type { Socket } from 'socket.io-client';
import { isStale } from './stale.ts';

/**
 * Listens to what changed and marks the answers it concerns as stale. At first and after each break it asks what it missed
 * since the last moment it knew; when the server no longer knows, everything is read again. The client's code comes after
 * the first paint.
 */
export function usePush({ account, position }: SessionRow): void {
  // A later answer about the session only tells a later moment: the listener has gone further by itself.
  const from = useRef(position);
  useEffect(() => {
    let stop = () => {};
    let over = false;
    const timer = setTimeout(() => {
      void import('socket.io-client').then(({ io }) => {
        if (!over && account) stop = listen(io({ path: '/ws', transports: ['websocket'] }), from.current);
      });
    }, 0);
    return () => {
      over = true;
      clearTimeout(timer);
      stop();
    };
  }, [account]);
}

function listen(socket: Socket<ServerMessages, ClientMessages>, from: string): () => void {
  let position = from;
  let waiting: Changed[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let returning: ReturnType<typeof setTimeout> | undefined;

  const take = (changes: readonly Changed[]) => {
    waiting.push(...changes);
    position = changes.at(-1)?.position ?? position;
    // One commit sends several messages; the lists are read once.
    timer ??= setTimeout(() => {
      const changed = waiting;
      waiting = [];
      timer = undefined;
      void queryClient.invalidateQueries({ predicate: (query) => isStale(query, changed) });
    }, 30);
  };
  const since = (answer: SinceAnswer) => {
    position = answer.position;
    if (answer.reset) void queryClient.invalidateQueries();
    else take(answer.changes);
  };

  socket.on('connect', () => {
    noteSocket('up');
    socket.emit('since', position, since);
  });
  // A socket that the server refused or closed does not come back by itself.
  const again = () => {
    if (!socket.active && !sessionEnded()) socket.connect();
  };
  socket.on('disconnect', () => {
    noteSocket('down');
    returning = setTimeout(again, 2_000);
  });
  socket.on('connect_error', (error) => {
    noteSocket('down');
    if (error.message === 'NOT_SIGNED_IN') noteSessionEnded(true);
    else returning = setTimeout(again, 2_000);
  });
  const forget = onSessionEnded(again);
  socket.on('changed', take);
  socket.on('signedOut', () => noteSessionEnded(true));
  return () => {
    forget();
    clearTimeout(timer);
    clearTimeout(returning);
    socket.close();
  };
}
