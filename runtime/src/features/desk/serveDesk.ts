import { existsSync } from 'node:fs';
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
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  server.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (/^\/(api|docs|health|ws|assets)(\/|$)/.test(request.url)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
