import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insert, type StoreError } from '@reglament/storage';
import { buildTask, contractSchema, tasks } from '@reglament/storage/contract/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from './sqliteStore.ts';

/** A disk of 8 MB in memory; nothing where this account may not mount one. */
function mountSmallDisk(): string | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'reglament-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dir], { stdio: 'ignore' });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    return undefined;
  }
}

let disk: string | undefined;
beforeAll(() => {
  disk = mountSmallDisk();
});
afterAll(() => {
  if (disk === undefined) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

test('on a full disk commits fail by their code, reads go on, and writes resume when there is room', async ({
  skip,
}) => {
  if (disk === undefined) return skip('only an account that may mount a small disk can fill it');
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(5_000_000));
  const store = await openSqliteStore(join(disk, 'data'), contractSchema);
  const pad = 'x'.repeat(20_000);
  const pair = (n: number) => [`${n}`, `${n}-twin`].map((id) => insert(tasks, buildTask(id, { body: pad })));

  let done = 0;
  let failure: StoreError | undefined;
  while (!failure && done < 500) {
    await store.commit(pair(done)).then(
      () => done++,
      (error: StoreError) => {
        failure = error;
      },
    );
  }
  expect(failure).toMatchObject({ code: 'STORE_FULL' });
  expect(done).toBeGreaterThan(5);
  expect(await store.count(tasks, {})).toBe(2 * done);
  await expect(store.commit(pair(done))).rejects.toMatchObject({ code: 'STORE_FULL' });
  expect(await store.get(tasks, '0')).toMatchObject({ id: '0' });

  rmSync(ballast);
  expect(await store.commit(pair(done))).toMatchObject({ ok: true });
  await store.close();
  const again = await openSqliteStore(join(disk, 'data'), contractSchema);
  expect(await again.count(tasks, {})).toBe(2 * (done + 1));
  await again.close();
});
