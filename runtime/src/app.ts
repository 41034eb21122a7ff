import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { Store } from '@reglament/storage';
import fastify, { type FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { openDirectory } from './directory/directoryService.ts';
import { createExecutor } from './execution/executor.ts';
import { createScheduler, type Scheduler } from './execution/scheduler.ts';
import { sweep } from './execution/sweep.ts';
import { features } from './features/index.ts';
import { serveApps } from './features/web/serveApps.ts';
import { answerErrors } from './http/errors.ts';
import { protect } from './http/headers.ts';
import { type NewId, randomId } from './ids.ts';
import { openPush } from './realtime/push.ts';
import { openRegulations } from './regulations/regulationService.ts';
import type { FileStore } from './storage/files/fileStore.ts';

export interface AppNeeds {
  readonly config: Config;
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly newId?: NewId;
}

export interface App {
  readonly server: FastifyInstance;
  readonly deps: Deps;
  readonly scheduler: Scheduler;
}

/** Builds the server and does not listen. Timers are not fired until `scheduler.start()`. */
export async function buildApp({ config, store, files, clock, newId = randomId }: AppNeeds): Promise<App> {
  const server = fastify({
    trustProxy: config.trustProxy,
    bodyLimit: 4 * 1024 * 1024,
    genReqId: () => newId(),
    logger:
      config.logLevel === 'silent'
        ? false
        : { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    // Nothing is coerced and nothing unknown is dropped: zod refuses both; this guards a route without a schema.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    // As long as an address may be: the schemas refuse a long id by a code, the router would by words of its own.
    routerOptions: { maxParamLength: 16_384 },
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  await answerErrors(server);

  const directory = await openDirectory(store);
  const regulations = await openRegulations(store, directory);
  const executor = createExecutor({ store, clock, newId, directory, regulations });
  const deps: Deps = {
    config,
    store,
    files,
    clock,
    newId,
    directory,
    regulations,
    executor,
    log: server.log,
  };
  const scheduler = createScheduler({ store, clock, executor, log: server.log });
  directory.onChange((before, after) => {
    sweep({ store, executor, log: server.log }, before, after).catch((error) =>
      server.log.error({ err: error }, 'the sweep after a change of staff stopped'),
    );
  });
  const unsubscribe = store.feed.subscribe(() => scheduler.wake());

  await server.register(cookie);
  protect(server, config);
  await server.register(rateLimit, { global: false });
  await server.register(multipart, { limits: { files: 1, fields: 4, fileSize: config.fileLimit } });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Reglament',
        version: '0.1.0',
        description: 'Workflow by regulations: tasks, documents, registers.',
      },
      servers: [{ url: '/' }],
    },
    transform: createJsonSchemaTransform({}),
  });
  await server.register(swaggerUi, { routePrefix: '/docs' });
  await server.register(
    async (api) => {
      for (const feature of features) await feature(api, deps, scheduler);
    },
    { prefix: '/api/v1' },
  );

  server.get('/health/live', { schema: { hide: true } }, () => ({ ok: true }));
  server.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await store.feed.position();
      return { ok: true };
    } catch {
      return reply.status(503).send({ ok: false });
    }
  });
  await serveApps(server);
  const push = openPush(server, deps);
  server.addHook('preClose', async () => {
    push.close();
  });
  server.addHook('onClose', async () => {
    unsubscribe();
    await scheduler.stop();
  });
  return { server, deps, scheduler };
}
