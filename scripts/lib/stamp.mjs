import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cacheFolder, root } from './paths.mjs';

/** A stamp says: with inputs of this hash, this part of the set-up has succeeded. Equal hash, nothing to do. */
const stampFile = (part) => join(cacheFolder, `${part}.stamp`);

const notInputs = new Set(['node_modules', 'dist', '.git', '.reglament', 'data', 'test-results', 'coverage']);

/** Everything that decides what pnpm would install here. */
export function packagesHash() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs', 'package.json']) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Everything that decides what a build would give: names, sizes and times of the sources, which is quick to ask. */
export function sourcesHash() {
  const hash = createHash('sha256').update(packagesHash());
  for (const start of [
    'packages',
    'runtime',
    'desk',
    'designer',
    'web',
    'tsconfig.base.json',
    'tsconfig.json',
  ]) {
    for (const [path, stat] of walk(join(root, start))) {
      hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

export function isStamped(part, hash) {
  try {
    return readFileSync(stampFile(part), 'utf8') === hash;
  } catch {
    return false;
  }
}

export function writeStamp(part, hash) {
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stampFile(part), hash);
}

function* walk(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    if (!/\.(test\.tsx?|tsbuildinfo)$/.test(path)) yield [path, stat];
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!notInputs.has(name)) yield* walk(join(path, name));
  }
}
