import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { route } from '../../http/route.ts';
import { presentKind } from './kinds.ts';

export function documentKindRoutes(api: FastifyInstance, deps: Deps): void {
  route(api, deps, 'documentKinds.list', ({ session }) => ({
    kinds:
      session.positions.length === 0
        ? []
        : deps.regulations
            .startable(session.organisation, deps.clock.now())
            .map((row) => presentKind(row, deps)),
  }));
}
