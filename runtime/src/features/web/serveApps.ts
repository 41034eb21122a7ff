import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Folders of the built web apps, each ending with a slash. */
export interface Bundles {
  readonly desk: string;
  readonly designer: string;
}

/** The bundles beside the runtime, in the repository or in a deployed folder. */
const shipped: Bundles = {
  desk: fileURLToPath(new URL('../../../../desk/dist/', import.meta.url)),
  designer: fileURLToPath(new URL('../../../../designer/dist/', import.meta.url)),
};

/**
 * Serves the employee's web app at `/` and the methodologist's at `/designer/`: hashed assets for a year, the page itself
 * always fresh, every address of an app the same page. An app without a bundle (a test, a half-built checkout) is not
 * served, and its addresses answer 404.
 */
export async function serveApps(server: FastifyInstance, bundles: Bundles = shipped): Promise<void> {
  const built = Object.values(bundles).filter((folder) => existsSync(`${folder}index.html`));
  if (built[0] === undefined) return;
  await server.register(fastifyStatic, {
    root: built[0],
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  if (built.includes(bundles.desk))
    serveApp(server, '/', bundles.desk, /^\/(api|docs|health|ws|assets|designer)(\/|$)/);
  if (built.includes(bundles.designer)) {
    serveApp(server, '/designer/', bundles.designer, /^\/designer\/assets(\/|$)/);
    server.get('/designer', { schema: { hide: true } }, (_request, reply) => reply.redirect('/designer/'));
  }
}

/** @param elsewhere - addresses under the app's own that are not its pages */
function serveApp(server: FastifyInstance, under: string, folder: string, elsewhere: RegExp): void {
  // One route for all files: a route for each of a hundred is a fifth of the time that the server takes to start.
  const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(withSlashes));
  server.get<{ Params: { '*': string } }>(`${under}*`, { schema: { hide: true } }, (request, reply) => {
    const path = request.params['*'];
    if (files.has(path) && path !== 'assets') return reply.sendFile(path, folder);
    if (elsewhere.test(request.url.replace(/\?.*$/, ''))) return reply.callNotFound();
    return reply.sendFile('index.html', folder);
  });
}

const withSlashes = (path: string): string => path.replaceAll('\\', '/');
