import type { Ask } from './people.ts';
import type { Subject } from './subject.ts';
import { allRoutes, type Row } from './table.ts';

/** The row's request about this subject, by nobody yet. */
export function requestOf(row: Row, subject: Subject): Ask {
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
