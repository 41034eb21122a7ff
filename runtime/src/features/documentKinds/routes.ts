import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { route } from '../../http/route.ts';
import { authorsPost } from '../session/presenter.ts';
import { presentKind } from './kinds.ts';

export function documentKindRoutes(api: FastifyInstance, deps: Deps): void {
  route(api, deps, 'documentKinds.list', ({ session }) => {
    const directory = deps.directory.current();
    const position = authorsPost(session, directory);
    if (position === undefined) return { kinds: [] };
    const unit = directory.position(position)?.unit;
    const rows = deps.regulations.startable(session.organisation, deps.clock.now(), unit);
    return { kinds: rows.map((row) => presentKind(row, deps)) };
  });
}
