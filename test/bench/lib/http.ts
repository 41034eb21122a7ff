import { Agent, request } from 'node:http';

/** Somebody signed in, over one pool of connections: as cheap for the loading process as Node allows. */
export interface Caller {
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PUT', path: string, body: object, key?: string): Promise<T>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** @throws Error with the server's answer for a status of 400 and more */
export function ask<T>(
  origin: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<{ value: T; cookie: string | undefined }> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = request(
      `${origin}/api/v1${path}`,
      {
        method,
        agent,
        headers: {
          ...headers,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(text)),
          }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const answer = Buffer.concat(parts).toString('utf8');
          if ((response.statusCode ?? 500) >= 400) {
            reject(new Error(`${method} ${path}: ${response.statusCode} ${answer}`));
            return;
          }
          resolve({
            value: (answer === '' ? undefined : JSON.parse(answer)) as T,
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
          });
        });
      },
    );
    call.on('error', reject);
    call.end(text);
  });
}

export async function enter(origin: string, login: string, password: string): Promise<Caller> {
  const { cookie } = await ask(origin, 'POST', '/session', {}, { login, password });
  return callerOf(origin, cookie ?? '');
}

export function callerOf(origin: string, cookie: string): Caller {
  return {
    get: async <T>(path: string) => (await ask<T>(origin, 'GET', path, { cookie })).value,
    send: async <T>(method: 'POST' | 'PUT', path: string, body: object, key?: string) =>
      (
        await ask<T>(
          origin,
          method,
          path,
          { cookie, origin, ...(key !== undefined && { 'idempotency-key': key }) },
          body,
        )
      ).value,
  };
}
