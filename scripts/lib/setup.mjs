import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPinnedNode, pinnedNode, root } from './paths.mjs';
import { isStamped, packagesHash, sourcesHash, writeStamp } from './stamp.mjs';
import { quietStep } from './step.mjs';

const pnpmVersion = '12.21.0';
const deskFolder = join(root, 'desk');

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

/** Does the desk have a page to bundle? */
function hasDesk() {
  if (!existsSync(join(deskFolder, 'index.html'))) return false;
  return Boolean(JSON.parse(readFileSync(join(deskFolder, 'package.json'), 'utf8')).scripts?.bundle);
}

/**
 * Compiles the packages and the runtime, then bundles the desk, unless the sources are those of the last good build.
 *
 * @param options - always: build even then (type errors are what a test run looks for)
 * @returns true when the build is in place
 */
export async function ensureBuild({ always = false } = {}) {
  const hash = sourcesHash();
  const built =
    existsSync(join(root, 'runtime', 'dist', 'main.js')) &&
    (!hasDesk() || existsSync(join(deskFolder, 'dist', 'index.html')));
  if (!always && built && isStamped('build', hash)) return true;

  const node = pinnedNode();
  const compiler = [node, join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'];
  if (!(await quietStep('Compiling the packages and the runtime', compiler))) return false;
  if (hasDesk()) {
    const bundler = [node, join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'];
    if (!(await quietStep('Bundling the desk', bundler, { cwd: deskFolder }))) return false;
  }
  writeStamp('build', hash);
  return true;
}
