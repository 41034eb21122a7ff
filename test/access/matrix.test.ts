import type { RouteName } from '@reglament/api';
import { afterEach, describe, expect, it } from 'vitest';
import type { SampleOffice } from '../../runtime/src/testing/sampleOffice.ts';
import { type Ask, ask, everybody, outsiders } from './people.ts';
import { contentsOf } from './store.ts';
import { findSubject, openSubjectOffice, type Subject } from './subject.ts';
import { allRoutes, type Expected, type Row, table } from './table.ts';

let office: SampleOffice;
afterEach(() => office.close());

function requestOf(row: Row, subject: Subject): Ask {
  const [method, path] = allRoutes[row.route];
  const url = Object.entries(row.params?.(subject) ?? {}).reduce(
    (url, [name, value]) => url.replace(`:${name}`, encodeURIComponent(value)),
    path as string,
  );
  return {
    method,
    url: `/api/v1${url}`,
    query: row.query ?? {},
    ...(row.body === undefined ? {} : { payload: row.body(subject) }),
  };
}

/** What a refusal of this status says, where the table does not name the code. */
const usual: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'NOT_SIGNED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'SETUP_CLOSED',
};

const written = (expected: Expected): string => {
  if (expected === 200) return '200';
  return typeof expected === 'number' ? `${expected} ${usual[expected]}` : expected;
};

const isFile = (row: Row) => row.route.startsWith('files.of');

// Seen failing on: a route without a row; an administrator let through `readableDocument`; `ownTask` without its
// question whether the task is this person's; `requireAdministrator` that lets methodologists in.
describe('who may ask what', () => {
  it.each(table.map((row) => [[row.route, row.about].filter(Boolean).join(', '), row] as const))(
    '%s',
    async (_, row) => {
      office = await openSubjectOffice();
      const found: Record<string, string> = {};
      const writes = allRoutes[row.route][0] !== 'GET';
      let subject = await findSubject(office);
      let before = writes ? await contentsOf(office.store) : '';
      for (const who of everybody) {
        const answer = await ask(office, who, requestOf(row, subject));
        const code = answer.statusCode === 200 ? undefined : answer.json().code;
        found[who] = [answer.statusCode, code].filter(Boolean).join(' ');
        const unchanged = !writes || (await contentsOf(office.store)) === before;
        if (answer.statusCode === 200) {
          if (outsiders.includes(who) && !isFile(row))
            for (const secret of subject.secrets)
              expect([who, answer.body]).not.toEqual([who, expect.stringContaining(secret)]);
        } else {
          expect([who, unchanged]).toEqual([who, true]);
        }
        // The next person asks about things as they were.
        if (!unchanged) {
          await office.close();
          office = await openSubjectOffice();
          subject = await findSubject(office);
          before = await contentsOf(office.store);
        }
      }
      expect(found).toEqual(
        Object.fromEntries(everybody.map((who) => [who, written(row.expect[who])] as const)),
      );
    },
  );

  it('has a row for every route that the server has', async () => {
    office = await openSubjectOffice();
    const rows = new Set(table.map(({ route }) => route));
    expect(Object.keys(allRoutes).filter((name) => !rows.has(name as RouteName))).toEqual([]);
    const listed = Object.values(allRoutes).map(([method, path]) => `${method} /api/v1${path}`);
    expect(routesOf(office).toSorted()).toEqual(listed.toSorted());
  });

  it('tells nobody by a 404 whether the thing exists', async () => {
    office = await openSubjectOffice();
    const subject = await findSubject(office);
    const nowhere = { ...subject, document: 'x'.repeat(16), task: 'y'.repeat(16), draft: 'z'.repeat(16) };
    const secret = table.filter((row) => row.expect.stranger === 404 && row.about === undefined);
    expect(secret.length).toBeGreaterThan(15);
    for (const row of secret) {
      const [there, gone] = await Promise.all(
        [subject, nowhere].map(async (one) => {
          const answer = await ask(office, 'stranger', requestOf(row, one));
          const { request, ...said } = answer.json();
          return { row: row.route, status: answer.statusCode, said };
        }),
      );
      expect(there).toEqual(gone);
    }
  });
});

/** Method and path of everything under `/api/v1`, as the router itself prints it. */
function routesOf({ app }: SampleOffice): string[] {
  const above: string[] = [];
  return app.server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((text) => {
      const found = /^([│ ]*)(?:├──|└──) (\S+) \(([A-Z, ]+)\)$/.exec(text);
      if (!found) return [];
      const depth = (found[1] as string).length / 4;
      above.length = depth;
      above[depth] = found[2] as string;
      const path = above.join('');
      const methods = (found[3] as string).split(', ').filter((method) => method !== 'HEAD');
      return path.startsWith('/api/v1/') ? methods.map((method) => `${method} ${path}`) : [];
    });
}
