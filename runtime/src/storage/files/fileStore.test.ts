import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { openFileStore } from './fileStore.ts';

const folders: string[] = [];
const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'reglament-files-'));
  folders.push(dir);
  return dir;
};
afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true });
});

const stream = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
/** SHA-256 of "abc", from FIPS 180-2. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const limit = 100;

test('a file is stored under the digest of its content, once, and read back', async () => {
  const root = folder();
  const files = await openFileStore(root);
  expect(await files.has(ABC)).toBe(false);
  expect(await files.put(stream('a', 'bc'), { limit })).toEqual({ digest: ABC, size: 3 });
  expect(await files.put(stream('abc'), { limit })).toEqual({ digest: ABC, size: 3 });
  expect(await files.has(ABC)).toBe(true);
  expect(await text(await files.open(ABC, { verify: true }))).toBe('abc');
  expect(readdirSync(join(root, 'ba'))).toEqual([ABC]);
  expect(readdirSync(join(root, 'unfinished'))).toEqual([]);
});

test('a file over the limit is refused by its code and leaves nothing', async () => {
  const root = folder();
  const files = await openFileStore(root);
  await expect(files.put(stream('abc', 'd'), { limit: 3 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  expect(await files.put(stream('abc'), { limit: 3 })).toEqual({ digest: ABC, size: 3 });
  expect(readdirSync(root).sort()).toEqual(['ba', 'unfinished']);
  expect(readdirSync(join(root, 'unfinished'))).toEqual([]);
});

test('an upload that breaks off leaves nothing, and what a crash left is removed at the start', async () => {
  const root = folder();
  const files = await openFileStore(root);
  async function* broken() {
    yield Buffer.from('abc');
    throw new Error('the line broke');
  }
  await expect(files.put(broken(), { limit })).rejects.toThrow('the line broke');
  expect(readdirSync(join(root, 'unfinished'))).toEqual([]);
  writeFileSync(join(root, 'unfinished', 'left'), 'x');
  await openFileStore(root);
  expect(readdirSync(join(root, 'unfinished'))).toEqual([]);
});

test('a name that is no digest is never a path', async () => {
  const files = await openFileStore(folder());
  for (const name of ['', '../../etc/passwd', `${ABC}/..`, ABC.toUpperCase(), 'unfinished']) {
    expect(await files.has(name)).toBe(false);
    await expect(files.open(name)).rejects.toMatchObject({ code: 'FILE_MISSING' });
  }
});

test('a damaged file fails when it is verified', async () => {
  const root = folder();
  const files = await openFileStore(root);
  await files.put(stream('abc'), { limit });
  writeFileSync(join(root, 'ba', ABC), 'abd');
  await expect(files.open(ABC, { verify: true }).then(text)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
});

test('a backup has every file, and takes again one that was cut short', async () => {
  const files = await openFileStore(folder());
  await files.put(stream('abc'), { limit });
  const empty = await files.put(stream(), { limit });
  const dir = folder();
  await files.backup(dir);
  writeFileSync(join(dir, 'ba', ABC), 'a');
  await files.backup(dir);
  const copy = await openFileStore(dir);
  expect(await text(await copy.open(ABC, { verify: true }))).toBe('abc');
  expect(await text(await copy.open(empty.digest, { verify: true }))).toBe('');
});
