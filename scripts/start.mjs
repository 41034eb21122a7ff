import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { runInForeground } from './lib/server.mjs';
import { ensureBuild, ensurePackages } from './lib/setup.mjs';

// `npm start`: set up what is missing, then one process. Its own arguments follow `--` (`npm start -- --empty`).

// On a terminal the words for people are not buried under a line for each request.
if (process.stdout.isTTY) process.env.LOG_LEVEL ??= 'warn';

if ((await ensurePackages()) && (await ensureBuild())) {
  runInForeground(join(root, 'runtime', 'dist', 'main.js'), process.argv.slice(2));
} else {
  process.exitCode = 1;
}
