import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { FileError, fileErrorOf } from './fileErrors.ts';

export interface StoredFile {
  /** SHA-256 of the content, 64 hexadecimal digits in lower case. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

export interface PutOptions {
  /** As many bytes a file may have. */
  readonly limit: number;
}

/** Files by their content: the same bytes are stored once, under their digest, and never change. */
export interface FileStore {
  /**
   * Stores what the stream gives, durably, never whole in memory.
   *
   * @throws FILE_TOO_LARGE when more than `limit` bytes come; FILE_FULL, FILE_IO; the stream's own error. Nothing is left of a file that failed
   */
  put(content: AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredFile>;

  /**
   * Reads a file; the stream fails with FILE_DAMAGED at its end when the content is not what was stored, if asked to verify.
   *
   * @throws FILE_MISSING
   */
  open(digest: string, options?: { readonly verify?: boolean }): Promise<Readable>;

  has(digest: string): Promise<boolean>;

  /** Copies into a folder the files that it does not have yet. Taken after the database's copy, it has all that one names. */
  backup(dir: string): Promise<void>;
}

const DIGEST = /^[0-9a-f]{64}$/;

/** Two digits a folder: a folder of a million names is slow to list. */
const placeOf = (root: string, digest: string) => join(root, digest.slice(0, 2), digest);

/**
 * Opens the files of a data folder, made when it is not there. What uploads a crash left unfinished is removed.
 */
export async function openFileStore(root: string): Promise<FileStore> {
  const unfinished = join(root, 'unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });

  const has = async (digest: string) => {
    if (!DIGEST.test(digest)) return false;
    return access(placeOf(root, digest)).then(
      () => true,
      () => false,
    );
  };

  return {
    has,

    async put(content, { limit }) {
      const temporary = join(unfinished, randomUUID());
      try {
        const stored = await writeTo(temporary, content, limit);
        if (!(await has(stored.digest))) await moveDurably(temporary, placeOf(root, stored.digest));
        return stored;
      } catch (error) {
        throw fileErrorOf(error);
      } finally {
        await rm(temporary, { force: true });
      }
    },

    async open(digest, { verify = false } = {}) {
      if (!(await has(digest))) throw new FileError('FILE_MISSING', `There is no file ${digest}`, { digest });
      const content = createReadStream(placeOf(root, digest));
      if (!verify) return content;
      const checked = verifying(digest);
      content.on('error', (error) => checked.destroy(error));
      return content.pipe(checked);
    },

    async backup(dir) {
      for (const folder of await readdir(root)) {
        if (folder.length !== 2) continue;
        for (const digest of await readdir(join(root, folder))) {
          const to = placeOf(dir, digest);
          const size = (await stat(placeOf(root, digest))).size;
          // One that was cut short by a crash of an earlier backup has another size.
          if ((await stat(to).catch(() => undefined))?.size === size) continue;
          await mkdir(dirname(to), { recursive: true, mode: 0o700 });
          await copyFile(placeOf(root, digest), to, constants.COPYFILE_FICLONE);
          await flush(to);
          await flush(dirname(to));
        }
      }
    },
  };
}

async function writeTo(path: string, content: AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      size += chunk.byteLength;
      if (size > limit) throw new FileError('FILE_TOO_LARGE', `A file may have ${limit} bytes`, { limit });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { digest: hash.digest('hex'), size };
}

/** The name must be as durable as the bytes, and so must the folder's own name. */
async function moveDurably(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(from, to);
  await flush(folder);
  if (made !== undefined) await flush(dirname(folder));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function verifying(digest: string): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const found = hash.digest('hex');
      done(
        found === digest ? null : new FileError('FILE_DAMAGED', `The file ${digest} is damaged`, { digest }),
      );
    },
  });
}
