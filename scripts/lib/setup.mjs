import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPinnedNode, pinnedNode, root } from './paths.mjs';
import { isStamped, packagesHash, sourcesHash, writeStamp } from './stamp.mjs';
import { quietStep } from './step.mjs';

const pnpmVersion = '12.21.0';

/**
 * Installs the pinned packages, unless they are there already for this very lockfile: then neither pnpm nor the network
 * is touched.
 *
 * @returns true when the packages are in place
 */
export async function ensurePackages() {
  const hash = packagesHash();
  const installed = existsSync(join(root, 'node_modules', '.modules.yaml')) && findPinnedNode();
  if (installed && isStamped('packages', hash)) return true;

  const windows = process.platform === 'win32';
  const command = [
    windows ? 'npx.cmd' : 'npx',
    '-y',
    `pnpm@${pnpmVersion}`,
    '--dir',
    root,
    'install',
    '--frozen-lockfile',
    // A node_modules that another package manager left behind is replaced without a question nobody can answer here.
    '--config.confirmModulesPurge=false',
  ];
  // From outside the project, so that npx does not look through our node_modules for a pnpm.
  const options = { cwd: tmpdir(), shell: windows };
  if (
    !(await quietStep('Installing the pinned packages (the first time takes the longest)', command, options))
  ) {
    process.stdout.write(
      'The packages could not be installed. The reason is above; mend it and run the same command.\n',
    );
    return false;
  }
  pinnedNode();
  writeStamp('packages', hash);
  return true;
}

/** The web apps that have a page to bundle. */
const apps = ['desk', 'designer'].filter((name) => existsSync(join(root, name, 'index.html')));

/**
 * Compiles the packages and the runtime, then bundles the web apps, unless the sources are those of the last good build.
 *
 * @param options - always: build even then (type errors are what a test run looks for)
 * @returns true when the build is in place
 */
export async function ensureBuild({ always = false } = {}) {
  const hash = sourcesHash();
  const built =
    existsSync(join(root, 'runtime', 'dist', 'main.js')) &&
    apps.every((name) => existsSync(join(root, name, 'dist', 'index.html')));
  if (!always && built && isStamped('build', hash)) return true;

  const node = pinnedNode();
  const compiler = [node, join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'];
  if (!(await quietStep('Compiling the packages and the runtime', compiler))) return false;
  const bundler = [node, join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'];
  for (const name of apps)
    if (!(await quietStep(`Bundling the ${name}`, bundler, { cwd: join(root, name) }))) return false;
  writeStamp('build', hash);
  return true;
}
