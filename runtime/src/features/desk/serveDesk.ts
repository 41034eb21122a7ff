import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The built desk beside the runtime, in the repository or in a deployed folder. */
const bundle = fileURLToPath(new URL('../../../../desk/dist/', import.meta.url));

/**
 * Serves the employee's web app: hashed assets for a year, the page itself always fresh, every address of the app the
 * same page. Without a bundle (a test, a half-built checkout) nothing is served and addresses answer 404.
 */
export async function serveDesk(server: FastifyInstance, folder: string = bundle): Promise<void> {
  if (!existsSync(`${folder}index.html`)) return;
  // One route for all files: a route for each of a hundred is a fifth of the time that the server takes to start.
  const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(withSlashes));
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  server.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.params['*'];
    if (files.has(path) && path !== 'assets') return reply.sendFile(path);
    if (/^\/(api|docs|health|ws|assets)(\/|$)/.test(request.url)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}

const withSlashes = (path: string): string => path.replaceAll('\\', '/');
