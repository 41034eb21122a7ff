import { put } from '@reglament/storage';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { presentPerson } from '../../documents/person.ts';
import { pageOf } from '../../http/page.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import { type NoticeRow, notices } from '../../storage/collections.ts';

/** The bell: words to the posts of a person that need no decision, newest first. */
export function noticeRoutes(api: FastifyInstance, deps: Deps): void {
  const { store, clock } = deps;

  route(api, deps, 'notices.list', async ({ session, query }) => {
    const { limit } = pageOf(query);
    const before = query.cursor === undefined ? undefined : cursorOf(query.cursor);
    // A person has few posts: each one's newest are read and merged by time.
    const pages = await Promise.all(
      session.positions.map((position) =>
        store.find(notices, {
          where: { position, ...(before ? { atMs: { lte: before.atMs } } : {}) },
          order: { by: 'atMs', desc: true },
          limit: limit + 50,
        }),
      ),
    );
    const merged = pages
      .flatMap((page) => page.rows)
      .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1))
      .filter((row) => !before || row.atMs < before.atMs || row.id < before.id);
    const rows = merged.slice(0, limit);
    const last = rows.at(-1);
    const unread = await Promise.all(
      session.positions.map((position) => store.count(notices, { position, read: false })),
    );
    return {
      rows: rows.map(presentNotice),
      unread: unread.reduce((sum, one) => sum + one, 0),
      next: merged.length > limit && last ? `${last.atMs}/${last.id}` : null,
      now: clock.now(),
    };
  });

  route(api, deps, 'notices.read', async ({ session, body }) => {
    const rows = await store.getMany(notices, [...new Set(body.ids)]);
    const mine = rows.filter((row) => session.positions.includes(row.position) && !row.read);
    if (mine.length === 0) return {};
    const changes = mine.map(({ rev, ...row }) => put(notices, { ...row, read: true }, rev));
    // Another window of the same person may have been faster: then they are read already.
    await store.commit(
      changes,
      mine.map((row) => ({
        org: session.organisation,
        type: 'notice',
        id: row.id,
        rev: row.rev + 1,
        to: [`p:${row.position}`],
      })),
    );
    return {};
  });
}

function cursorOf(cursor: string): { atMs: number; id: string } {
  const found = /^(\d+)\/(.+)$/.exec(cursor);
  if (!found) throw new Refused('BAD_REQUEST');
  return { atMs: Number(found[1]), id: found[2]! };
}

function presentNotice({ id, notice, documentTitle, number, stageTitle, person, atMs, read }: NoticeRow) {
  return {
    id,
    kind: notice.kind,
    atMs,
    document: notice.document,
    documentTitle,
    number,
    ...(notice.task === undefined ? {} : { task: notice.task }),
    ...(stageTitle === undefined ? {} : { stageTitle }),
    ...(notice.dueAtMs === undefined ? {} : { dueAtMs: notice.dueAtMs }),
    ...(person === undefined ? {} : { person: presentPerson(person) }),
    params: { ...notice.params },
    read,
  };
}
