import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** One workspace: its folder below the root ("packages/engine") and its package.json. */
export interface Workspace {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** One import as written. A `type` one is gone after compiling, a `lazy` one happens when its code runs. */
export interface Import {
  readonly target: string;
  readonly kind: 'type' | 'static' | 'lazy';
}

/** One source file: path below the root with forward slashes, its text without comments, what it imports. */
export interface Source {
  readonly path: string;
  readonly code: string;
  readonly imports: readonly Import[];
  /** False for a test, its builders and data, the storage contract suite, a tool's settings. */
  readonly shipped: boolean;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

/** All workspaces of pnpm-workspace.yaml that exist, `test` included. */
export function workspaces(): readonly Workspace[] {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
  return [...packages, 'runtime', 'desk', 'designer', 'web', 'test']
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(folder) }));
}

const outside = new Set(['node_modules', 'dist', 'test-results']);

/** Every TypeScript source of a folder. */
export function sourcesOf(folder: string): readonly Source[] {
  return files(join(root, folder)).map((file) =>
    readSource(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')),
  );
}

export function readSource(path: string, text: string): Source {
  const code = withoutComments(text);
  const shipped =
    !path.startsWith('test/') &&
    !/(\.test\.tsx?|\.test-data\.ts|\.config\.ts|\/testing\/.*|\/contract(\/.*)?\.ts)$/.test(path);
  return { path, code, imports: importsOf(code), shipped };
}

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (outside.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Good enough for our formatted sources: a `//` inside a string stays when a quote or a colon stands before it. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;,{}()[\]])\/\/.*$/gm, '$1');
}

function importsOf(code: string): readonly Import[] {
  const fromClause = /^\s*(?:import|export)\s+(type\s+)?[\w*{][^'";]*?\sfrom\s+['"]([^'"]+)['"]/gm;
  const bare = /^\s*import\s+['"]([^'"]+)['"]/gm;
  const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;
  return [
    ...[...code.matchAll(fromClause)].map(
      (match): Import => ({ target: match[2]!, kind: match[1] ? 'type' : 'static' }),
    ),
    ...[...code.matchAll(bare)].map((match): Import => ({ target: match[1]!, kind: 'static' })),
    ...[...code.matchAll(dynamic)].map((match): Import => ({ target: match[1]!, kind: 'lazy' })),
  ];
}

/** The package an import names, without a path inside it: "@reglament/api", "zod"; undefined for a relative one. */
export function packageOf(target: string): string | undefined {
  if (target.startsWith('.')) return undefined;
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}
