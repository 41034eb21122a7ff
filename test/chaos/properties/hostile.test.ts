import { type ErrorCode, errorCatalogue } from '@reglament/api';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { SampleOffice } from '../../../runtime/src/testing/sampleOffice.ts';
import { type Ask, ask, cookieOf, everybody, people, type Who } from '../../access/people.ts';
import { requestOf } from '../../access/request.ts';
import { findSubject, openSubjectOffice, type Subject } from '../../access/subject.ts';
import { type Row, table } from '../../access/table.ts';
import { type Harm, harm, harmedBody } from './hostile.ts';

const full = process.env['REGLAMENT_CHAOS'] === 'full';
const numRuns = full ? 1500 : 40;
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
  const payload = harmedBody(row.body?.(subject), done);
  return {
    method: good.method,
    url,
    query: { ...good.query, ...(done.kind === 'query' ? { [done.name]: done.value } : {}) },
    ...(payload === undefined || good.method === 'GET'
      ? {}
      : { payload, headers: { 'content-type': 'application/json' } }),
  };
}

/** To whom the good request would do what it asks. */
const allowed = (row: Row): Who =>
  everybody.find((who) => row.expect[who] === 200 && who !== 'nobody') ?? 'approver';

// Seen failing on: a card's field looked up without `Object.hasOwn`; a body schema that lets unknown fields through to a row.
describe('a hostile request', () => {
  it.each(table.map((row) => [[row.route, row.about].filter(Boolean).join(', '), row] as const))(
    'to %s is refused by a code and changes nothing, or is a good one',
    async (_, row) => {
      const who = allowed(row);
      await open(who);
      await fc.assert(
        fc.asyncProperty(harm, async (done) => {
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
        { numRuns, seed },
      );
    },
    600_000,
  );
});
