import type { Changed, ClientMessages, ServerMessages } from '@reglament/api';
import type { FeedRow } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import { Server } from 'socket.io';
import type { Deps } from '../deps.ts';
import { isSameOrigin } from '../http/origin.ts';
import { cookieNameFor, type Session, sessionByToken } from '../http/session.ts';

type Io = Server<ClientMessages, ServerMessages, Record<string, never>, { session: Session }>;

/** A second is the longest that a right taken away may still hear of changes. */
const checkEveryMs = 1_000;
/** After so many missed changes the lists are simply read again. */
const mostMissed = 500;

/**
 * Push over socket.io at `/ws`: each socket sits in the rooms of its session's principals and is told what changed of that
 * which it may see. Only ids and revisions travel: a push is a hint, the list is the truth.
 */
export function openPush(server: FastifyInstance, deps: Deps): { close(): void } {
  const io: Io = new Server(server.server, {
    path: '/ws',
    serveClient: false,
    transports: ['websocket'],
    maxHttpBufferSize: 16_384,
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      decide(null, origin === undefined || isSameOrigin(origin, host));
    },
  });

  const sessionOf = (cookieHeader: string | undefined) => {
    const name = cookieNameFor(deps);
    const found = server.parseCookie(cookieHeader ?? '')[name];
    return sessionByToken(found, deps);
  };

  io.use((socket, next) => {
    sessionOf(socket.handshake.headers.cookie).then(
      (session) => {
        if (!session) return next(new Error('NOT_SIGNED_IN'));
        socket.data.session = session;
        next();
      },
      () => next(new Error('STORE_BUSY')),
    );
  });

  io.on('connection', (socket) => {
    socket.on('error', () => socket.disconnect(true));
    sit(socket, socket.data.session);
    socket.on('since', async (position, answer) => {
      if (typeof answer !== 'function') return;
      answer(
        await missed(deps, socket.data.session, typeof position === 'string' ? position.slice(0, 200) : null),
      );
    });
  });

  const unsubscribe = deps.store.feed.subscribe(({ rows, position }) => {
    for (const [principals, changes] of grouped(rows, position)) {
      const room = principals.length === 0 ? io.to('everybody') : io.to(principals);
      room.emit('changed', changes);
    }
  });

  // Rights follow posts, roles and absences: rooms are set anew while somebody is connected.
  const timer = setInterval(() => {
    for (const socket of io.of('/').sockets.values()) {
      sessionOf(socket.handshake.headers.cookie).then(
        (session) => {
          if (!session) {
            socket.emit('signedOut');
            socket.disconnect(true);
          } else if (session.principals.join() !== socket.data.session.principals.join()) {
            for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
            sit(socket, session);
          }
        },
        () => undefined,
      );
    }
  }, checkEveryMs);
  timer.unref();

  return {
    close() {
      clearInterval(timer);
      unsubscribe();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

function sit(socket: { join(rooms: string[]): unknown; data: { session: Session } }, session: Session): void {
  socket.data.session = session;
  socket.join(['everybody', ...session.principals]);
}

/** Rows of one commit that go to the same people make one message. */
function grouped(rows: readonly FeedRow[], position: string): [string[], Changed[]][] {
  const groups = new Map<string, [string[], Changed[]]>();
  for (const row of rows) {
    const principals = [...(row.to ?? [])];
    const key = principals.join('\n');
    const group = groups.get(key) ?? [principals, []];
    group[1].push(changedOf(row, position));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function changedOf(row: FeedRow, position: string): Changed {
  return { type: row.type as Changed['type'], id: row.id, rev: row.rev, position };
}

async function missed(deps: Deps, session: Session, position: string | null) {
  if (position === null) return { reset: true as const, position: await deps.store.feed.position() };
  const answer = await deps.store.feed.since(position, mostMissed);
  if (answer.reset || answer.more)
    return {
      reset: true as const,
      position: answer.reset ? answer.position : await deps.store.feed.position(),
    };
  const mine = new Set(session.principals);
  const changes = answer.rows
    .filter((row) => row.to === undefined || row.to.some((one) => mine.has(one)))
    .map((row) => changedOf(row, answer.position));
  return { reset: false as const, changes, position: answer.position };
}
