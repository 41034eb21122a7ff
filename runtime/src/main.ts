import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { ManualClock, systemClock } from './clock.ts';
import { ConfigError, readConfig } from './config.ts';
import { schema } from './storage/collections.ts';
import { openSqliteStore } from './storage/sqlite/index.ts';

/** One process: settings, store, server, timers. Any of them failing is one line that says what to do, and exit code 1. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  // The writer's thread opens the file while this one loads the rest of the program: half of the start is loading.
  const [store, { openFileStore }, { firstStart }, { buildApp }, { openCommandSocket }] = await Promise.all([
    openSqliteStore(config.dataDir, schema),
    import('./storage/files/fileStore.ts'),
    import('./setup/firstStart.ts'),
    import('./app.ts'),
    import('./owner/commandSocket.ts'),
  ]);
  const files = await openFileStore(join(config.dataDir, 'files'));
  const clock = config.clock === 'test' ? new ManualClock(config.clockStartMs ?? Date.now()) : systemClock;
  const welcome = await firstStart({
    config,
    store,
    files,
    clock,
    empty: process.argv.includes('--empty'),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  const app = await buildApp({ config, store, files, clock });
  const socket = await openCommandSocket(app.deps, store);

  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.server.log.error({ err }, 'stopping after an error');
    socket.close();
    await app.server.close();
    await store.close();
    // How many commits shared one flush of the disk.
    app.server.log.info(store.stats(), 'stopped');
  });
  await app.server.listen({ port: config.port, host: config.host });
  app.scheduler.start();
  const address = app.server.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  process.stdout.write(
    `${welcome(`http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`)}\n`,
  );
}

main().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'START_FAILED';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${code}: ${message}\n`);
  if (!(error instanceof ConfigError) && code === 'START_FAILED' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
