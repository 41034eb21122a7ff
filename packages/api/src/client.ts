import { paths, type RouteName } from './paths.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from './routes.ts';

/** A refusal of the server, by code; `offline` when no answer came. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly fields: readonly { readonly path: string; readonly code: string }[];
  readonly request: string | undefined;

  constructor(
    status: number,
    problem: {
      code: string;
      params?: Record<string, unknown>;
      message?: string;
      request?: string;
      fields?: { path: string; code: string }[];
    },
  ) {
    super(problem.message ?? problem.code);
    this.code = problem.code;
    this.status = status;
    this.params = problem.params ?? {};
    this.fields = problem.fields ?? [];
    this.request = problem.request;
  }
}

type Given<K extends string, T> = T extends undefined ? unknown : { readonly [P in K]: T };
export type CallOptions<N extends RouteName> = Given<'params', ParamsOf<N>> &
  Given<'query', QueryOf<N>> &
  Given<'body', BodyOf<N>> & {
    readonly key?: string;
    readonly signal?: AbortSignal;
    /** Goes on when its page is gone; browsers send at most 64 KiB so. */
    readonly keepalive?: boolean;
  };

export interface Client {
  call<N extends RouteName>(name: N, options: CallOptions<N>): Promise<AnswerOf<N>>;
}

export interface ClientSettings {
  /** '' in the browser; an origin elsewhere. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly headers?: () => Readonly<Record<string, string>>;
}

/**
 * The typed client of `/api/v1`: words nothing, retries nothing.
 * @throws ApiError with the server's code, or `OFFLINE` when no answer came
 */
export function createClient(settings: ClientSettings): Client {
  return {
    async call(name, options) {
      const [method, path] = paths[name];
      const given = options as {
        params?: Record<string, string>;
        query?: Record<string, string | undefined>;
        body?: unknown;
        key?: string;
        signal?: AbortSignal;
        keepalive?: boolean;
      };
      const url = `${settings.origin}/api/v1${fill(path, given.params)}${queryText(given.query)}`;
      const headers: Record<string, string> = { accept: 'application/json', ...settings.headers?.() };
      if (given.body !== undefined) headers['content-type'] = 'application/json';
      if (given.key !== undefined) headers['idempotency-key'] = given.key;
      let response: Response;
      try {
        response = await settings.fetch(url, {
          method,
          headers,
          ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
          ...(given.signal === undefined ? {} : { signal: given.signal }),
          ...(given.keepalive === undefined ? {} : { keepalive: given.keepalive }),
        });
      } catch (cause) {
        if (given.signal?.aborted) throw cause;
        throw new ApiError(0, { code: 'OFFLINE' });
      }
      const answer = await response.json().catch(() => null);
      if (!response.ok) throw new ApiError(response.status, answer?.code ? answer : { code: 'INTERNAL' });
      return answer;
    },
  };
}

function fill(path: string, params: Record<string, string> | undefined): string {
  return path.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
}

function queryText(query: Record<string, string | undefined> | undefined): string {
  const given = Object.entries(query ?? {}).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
