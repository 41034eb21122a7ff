import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { mayRead } from '../../documents/access.ts';
import { presentPerson } from '../../documents/person.ts';
import { stemsOfQuestion } from '../../execution/stems.ts';
import { pageOf } from '../../http/page.ts';
import { Refused } from '../../http/refused.ts';
import { route } from '../../http/route.ts';
import type { Session } from '../../http/session.ts';
import {
  documents,
  type RegisterEntryRow,
  type RegisterRow,
  registerEntries,
  registers,
} from '../../storage/collections.ts';
import { abilitiesOf } from '../session/presenter.ts';

/** Registers: every number a row, none ever freed. A row leads to its document only for those who may see it. */
export function registerRoutes(api: FastifyInstance, deps: Deps): void {
  const { store } = deps;

  const allowed = (session: Session) => {
    if (!abilitiesOf(session, deps).seeRegisters) throw new Refused('FORBIDDEN');
  };
  const own = async (id: string, session: Session): Promise<RegisterRow> => {
    const row = await store.get(registers, id);
    if (row?.organisation !== session.organisation) throw new Refused('NOT_FOUND');
    return row;
  };

  route(api, deps, 'registers.list', async ({ session }) => {
    allowed(session);
    const page = await store.find(registers, { where: { organisation: session.organisation }, limit: 200 });
    const rows = await Promise.all(
      page.rows.map(async (row) => {
        const years = await store.countBy(registerEntries, { where: { register: row.id }, by: 'year' });
        return {
          id: row.id,
          title: row.title,
          entries: years.reduce((sum, { count }) => sum + count, 0),
          years: years.map(({ value }) => Number(value)).reverse(),
        };
      }),
    );
    return { rows };
  });

  route(api, deps, 'registers.entries', async ({ session, params, query }) => {
    allowed(session);
    const register = await own(params.id, session);
    const { stems, prefix } = stemsOfQuestion(query.q ?? '');
    const asked = stems.length > 0 || prefix !== undefined;
    const year = Number(
      query.year ??
        (await store.countBy(registerEntries, { where: { register: register.id }, by: 'year' })).at(-1)
          ?.value ??
        0,
    );
    const page = asked
      ? await store.search(registerEntries, {
          stems,
          ...(prefix === undefined ? {} : { prefix }),
          where: { register: register.id, ...(query.year === undefined ? {} : { year }) },
          ...pageOf(query),
        })
      : await store.find(registerEntries, {
          where: { register: register.id, year },
          order: { by: 'sequence', desc: true },
          ...pageOf(query),
        });
    const seen = new Set(
      (await store.getMany(documents, [...new Set(page.rows.map((row) => row.document))]))
        .filter((row) => mayRead(row.readers, session))
        .map((row) => row.id),
    );
    return {
      rows: page.rows.map((row) => presentEntry(row, seen.has(row.document))),
      next: page.next ?? null,
    };
  });
}

function presentEntry(row: RegisterEntryRow, readable: boolean) {
  return {
    id: row.id,
    number: row.number,
    sequence: row.sequence,
    date: row.date,
    document: readable ? row.document : null,
    title: row.title,
    ...(row.counterparty === undefined ? {} : { counterparty: row.counterparty }),
    ...(row.price === undefined ? {} : { price: row.price }),
    author: presentPerson(row.author),
    registeredBy: presentPerson(row.registeredBy),
  };
}
