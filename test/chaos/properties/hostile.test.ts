import { type ErrorCode, errorCatalogue, type RouteName } from '@reglament/api';
import { type RouteSchemas, routes } from '@reglament/api/schemas';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { SampleOffice } from '../../../runtime/src/testing/sampleOffice.ts';
import { type Ask, ask, cookieOf, everybody, people, type Who } from '../../access/people.ts';
import { requestOf } from '../../access/request.ts';
import { findSubject, openSubjectOffice, type Subject } from '../../access/subject.ts';
import { type Row, table } from '../../access/table.ts';
import { type Harm, harmedBody, harmTo } from './hostile.ts';

const full = process.env['REGLAMENT_CHAOS'] === 'full';
/** Requests a route with a body, and without one. */
const [withBody, without] = full ? [600, 200] : [70, 25];
const seed = Number(process.env['REGLAMENT_CHAOS_SEED'] ?? 20_261_125);

let office: SampleOffice;
let subject: Subject;
/** Commits that changed something. */
let written = 0;
afterEach(() => office.close());

async function open(who: Who): Promise<void> {
  office = await openSubjectOffice();
  const login = people[who];
  if (login !== null) await cookieOf(office, login);
  subject = await findSubject(office);
  const { store } = office;
  const commit = store.commit.bind(store);
  Object.assign(store, {
    async commit(...given: Parameters<typeof commit>) {
      const done = await commit(...given);
      if (done.ok) written += 1;
      return done;
    },
  });
}

/** Names of a part's fields by its schema, those that may be left out among them. */
function fieldsOf({ route }: Row, part: 'body' | 'query'): readonly string[] {
  const schemas: RouteSchemas | undefined = route in routes ? routes[route as RouteName] : undefined;
  const schema = schemas?.[part];
  return schema && 'shape' in schema ? Object.keys(schema.shape as object) : [];
}

/** The request with the harm done to it. */
function harmed(row: Row, done: Harm): Ask {
  const good = requestOf(row, subject);
  const params = Object.entries(row.params?.(subject) ?? {});
  const url =
    done.kind === 'param' && params.length > 0
      ? requestOf(
          {
            ...row,
            params: () => ({
              ...Object.fromEntries(params),
              [params[done.place % params.length]![0]]: done.value,
            }),
          },
          subject,
        ).url
      : good.url;
  const names = [...fieldsOf(row, 'query'), 'inline', 'unknown', '__proto__'];
  const payload = harmedBody(row.body?.(subject), done, fieldsOf(row, 'body'));
  return {
    method: good.method,
    url,
    query: {
      ...good.query,
      ...(done.kind === 'query' ? { [names[done.place % names.length] as string]: done.value } : {}),
    },
    ...(payload === undefined || good.method === 'GET'
      ? {}
      : { payload, headers: { 'content-type': 'application/json' } }),
  };
}

/** To whom the good request would do what it asks. */
const allowed = (row: Row): Who =>
  everybody.find((who) => row.expect[who] === 200 && who !== 'nobody') ?? 'approver';

// Seen failing when a cursor of another query was an error of ours, and when an absence was written before its dates
// were judged.
describe('a hostile request', () => {
  it.each(table.map((row) => [[row.route, row.about].filter(Boolean).join(', '), row] as const))(
    'to %s is refused by a code and changes nothing, or is a good one',
    async (_, row) => {
      const who = allowed(row);
      const body = row.body !== undefined;
      await open(who);
      await fc.assert(
        fc.asyncProperty(harmTo({ body, params: row.params !== undefined }), async (done) => {
          const before = written;
          const answer = await ask(office, who, harmed(row, done));
          const code = answer.statusCode < 400 ? undefined : answer.json().code;
          expect([answer.statusCode < 500, code]).toEqual([true, code]);
          expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
          if (answer.statusCode >= 400) {
            expect(errorCatalogue[code as ErrorCode]?.status).toBe(answer.statusCode);
            expect(written - before).toBe(0);
          } else if (written > before) {
            // It was a good request after all: the next one meets things as they were.
            await office.close();
            await open(who);
          }
        }),
        { numRuns: body ? withBody : without, seed },
      );
    },
    600_000,
  );
});
