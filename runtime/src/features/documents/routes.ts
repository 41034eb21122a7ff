import { forecast, type HistoryEvent } from '@reglament/engine';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { instanceOf, readableDocument } from '../../documents/access.ts';
import { presentChanges } from '../../documents/changes.ts';
import { presentListed } from '../../documents/documentRow.ts';
import { presentEvent } from '../../documents/history.ts';
import { presentRoute } from '../../documents/routePlan.ts';
import { loadTexts } from '../../documents/texts.ts';
import { stemsOfQuestion } from '../../execution/stems.ts';
import { pageOf } from '../../http/page.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import { type DocumentRow, documents, history, instances } from '../../storage/collections.ts';
import { presentDocumentDetail } from './detail.ts';
import { presentSheet } from './sheet.ts';
import { stopDocument } from './stop.ts';

/** Documents that were sent: found, read, withdrawn and annulled. Somebody else's does not exist. */
export function documentRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, clock, directory, regulations } = deps;

  const compiledOf = (row: DocumentRow) =>
    regulations.compiled(row.organisation, row.regulation.id, row.regulation.version);
  const read = async (id: string, session: Session) => {
    const row = await readableDocument(id, session, deps);
    return { row, instance: (await instanceOf(row, deps)).state };
  };

  route(api, deps, 'documents.list', async ({ session, query }) => {
    const page = await findDocuments(session, query, deps);
    const states = new Map(
      (
        await store.getMany(
          instances,
          page.rows.map((row) => row.instance),
        )
      ).map((row) => [row.id, row.state]),
    );
    const rows = page.rows.flatMap((row) => {
      const instance = states.get(row.instance);
      return instance ? [presentListed(row, instance, deps)] : [];
    });
    return { rows, next: page.next ?? null, now: clock.now() };
  });

  route(api, deps, 'documents.show', async ({ session, params }) => {
    const { row, instance } = await read(params.id, session);
    return presentDocumentDetail(row, instance, session, deps);
  });

  route(api, deps, 'documents.route', async ({ session, params }) => {
    const { row, instance } = await read(params.id, session);
    const compiled = compiledOf(row);
    const plan = forecast({
      instance,
      regulation: compiled,
      directory: directory.current(),
      nowMs: clock.now(),
      history: await historyOf(row.instance, deps),
    });
    const regulation = {
      id: row.regulation.id,
      version: row.regulation.version,
      title: compiled.regulation.title,
    };
    return presentRoute(plan, {
      regulation,
      organisation: row.organisation,
      directory: directory.current(),
      plannedMs: row.plannedMs,
    });
  });

  route(api, deps, 'documents.history', async ({ session, params, query }) => {
    const { row, instance } = await read(params.id, session);
    const page = await store.find(history, {
      where: { instance: row.instance },
      order: { by: 'seq', desc: true },
      ...pageOf(query),
    });
    const view = {
      compiled: compiledOf(row),
      directory: directory.current(),
      instance,
      texts: await loadTexts(store, row.instance),
    };
    const rows = page.rows.flatMap(({ events }) =>
      events.toReversed().flatMap((event) => presentEvent(event, view) ?? []),
    );
    return { rows, next: page.next ?? null, chain: instance.history };
  });

  route(api, deps, 'documents.sheet', async ({ session, params }) => {
    const { row, instance } = await read(params.id, session);
    return presentSheet(row, instance, deps);
  });

  route(api, deps, 'documents.compare', async ({ session, params, query }) => {
    const { row, instance } = await read(params.id, session);
    const [from, to] = [query.from, query.to].map((no) =>
      instance.versions.find((version) => version.no === Number(no)),
    );
    if (!from || !to) throw new Refused('NOT_FOUND');
    return presentChanges(from, to, compiledOf(row).regulation);
  });

  for (const type of ['withdraw', 'annul'] as const) {
    route(api, deps, `documents.${type}`, async ({ session, params, body, keep }) => {
      const row = await readableDocument(params.id, session, deps);
      return stopDocument(type, row, body.reason, session, deps, keep);
    });
  }
}

function findDocuments(
  session: Session,
  query: {
    view: 'mine' | 'search';
    q?: string | undefined;
    cursor?: string | undefined;
    limit?: string | undefined;
  },
  { store }: Deps,
) {
  const page = pageOf(query);
  if (query.view === 'mine')
    return store.find(documents, {
      where: { author: session.employee },
      order: { by: 'sentAtMs', desc: true },
      ...page,
    });
  const where = { readers: { hasAny: [...session.principals] } };
  const { stems, prefix } = stemsOfQuestion(query.q ?? '');
  if (stems.length === 0 && prefix === undefined)
    return store.find(documents, { where, order: { by: 'sentAtMs', desc: true }, ...page });
  return store.search(documents, { stems, ...(prefix === undefined ? {} : { prefix }), where, ...page });
}

async function historyOf(instance: string, { store }: Deps): Promise<HistoryEvent[]> {
  const found: HistoryEvent[] = [];
  let after: string | undefined;
  do {
    const page = await store.find(history, {
      where: { instance },
      order: { by: 'seq' },
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    for (const { events } of page.rows) found.push(...events);
    after = page.next;
  } while (after !== undefined);
  return found;
}
