import { createHash } from 'node:crypto';
import {
  type AnswerOf,
  type BodyOf,
  type ParamsOf,
  paths,
  type QueryOf,
  type RouteName,
} from '@reglament/api';
import { common, type RouteSchemas, routes } from '@reglament/api/schemas';
import { canonicalJson } from '@reglament/regulation';
import { insert } from '@reglament/storage';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Beside, Deps } from '../deps.ts';
import { commandKeys } from '../storage/collections.ts';
import { requireSameOrigin } from './origin.ts';
import { Refused } from './refused.ts';
import { type Session, sessionOf } from './session.ts';
import { requireStorable } from './storable.ts';

/** What a handler gets: checked input, the person, and the way to write the key's row in its own commit. */
export interface Call<N extends RouteName> {
  readonly params: ParamsOf<N>;
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
  /** Absent only on open routes without a signed-in person. */
  readonly session: Session;
  readonly deps: Deps;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The row that makes a repeated key get the same answer: goes into the commit of the command. */
  readonly keep: (answer: AnswerOf<N>) => Beside;
}

export type Handler<N extends RouteName> = (call: Call<N>) => Promise<AnswerOf<N>> | AnswerOf<N>;

/**
 * Registers one route of the API table: schema, session, origin, idempotency key, then the handler.
 * A command's handler must put `keep(answer)` into its one commit; a repeated key is answered from that row.
 */
export function route<N extends RouteName>(
  app: FastifyInstance,
  deps: Deps,
  name: N,
  handler: Handler<N>,
): void {
  const [method, path] = paths[name];
  const schemas: RouteSchemas = routes[name];
  app.route({
    method,
    url: path,
    schema: {
      operationId: name,
      tags: [name.split('.')[0]!],
      ...(schemas.params ? { params: schemas.params } : {}),
      // A route that asks nothing of the query refuses what is asked of it, as everywhere else.
      querystring: schemas.query ?? common.nothing,
      ...(schemas.body ? { body: schemas.body } : {}),
      response: { 200: schemas.response },
    },
    handler: async (request, reply) => {
      if (method !== 'GET') requireSameOrigin(request);
      // The router's own objects are of a class without a prototype: copied, they are plain.
      requireStorable({
        params: { ...(request.params as object) },
        query: { ...(request.query as object) },
        body: request.body,
      });
      const session = await sessionOf(request, deps);
      if (!session && !schemas.open) throw new Refused('NOT_SIGNED_IN');
      if (session?.mustChangePassword && !allowedBeforeNewPassword.has(name))
        throw new Refused('PASSWORD_MUST_CHANGE');
      const key = schemas.key ? keyOf(request, session as Session, name) : null;
      if (key) {
        const earlier = await earlierAnswer(deps, key);
        if (earlier) return earlier;
      }
      const call = {
        params: request.params,
        query: request.query,
        body: request.body,
        session,
        deps,
        request,
        reply,
        keep: (answer: AnswerOf<N>): Beside => ({
          changes: key
            ? [
                insert(commandKeys, {
                  id: key.id,
                  bodyHash: key.bodyHash,
                  answer: answer as unknown as Record<string, unknown>,
                  atMs: Date.now(),
                }),
              ]
            : [],
        }),
      } as Call<N>;
      try {
        return await handler(call);
      } catch (error) {
        // Somebody with the same key was faster: his answer is ours.
        const earlier =
          key && !(error instanceof Refused && error.code === 'KEY_REUSED')
            ? await earlierAnswer(deps, key)
            : null;
        if (earlier) return earlier;
        throw error;
      }
    },
  });
}

const allowedBeforeNewPassword: ReadonlySet<RouteName> = new Set([
  'session.show',
  'session.delete',
  'session.password',
  'session.create',
  'signIn.show',
]);

interface Key {
  readonly id: string;
  readonly bodyHash: string;
}

function keyOf(request: FastifyRequest, session: Session, name: RouteName): Key {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{8,80}$/.test(key)) throw new Refused('KEY_REQUIRED');
  const said = canonicalJson({ name, params: request.params, body: request.body } as never);
  return { id: `${session.account}/${key}`, bodyHash: createHash('sha256').update(said).digest('hex') };
}

async function earlierAnswer(deps: Deps, key: Key): Promise<never | null> {
  const row = await deps.store.get(commandKeys, key.id);
  if (!row) return null;
  if (row.bodyHash !== key.bodyHash) throw new Refused('KEY_REUSED');
  return row.answer as never;
}
