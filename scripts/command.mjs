import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { runInForeground } from './lib/server.mjs';
import { ensureBuild, ensurePackages } from './lib/setup.mjs';

// `npm run regulation -- check FILE` and the other commands of the owner: set up what is missing, then the command line.
if ((await ensurePackages()) && (await ensureBuild())) {
  runInForeground(join(root, 'runtime', 'dist', 'cli.js'), process.argv.slice(2));
} else {
  process.exitCode = 1;
}
