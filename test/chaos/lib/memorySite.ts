import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryDisk, openMemoryStore, type Store } from '@reglament/storage';
import { ManualClock } from '../../../runtime/src/clock.ts';
import { schema } from '../../../runtime/src/storage/collections.ts';
import { type FileStore, openFileStore } from '../../../runtime/src/storage/files/fileStore.ts';
import { actsOf } from './acts.ts';
import { prepareStore } from './prepare.ts';
import { accepted, type Json, PlacedIds, type Process, startProcess, viewOf } from './site.ts';
import type { Story } from './story.ts';

/** Asked before each commit and after each that is durable, with the number of durable ones: whether the process ends there. */
export type Fault = (when: 'before' | 'after', durable: number) => boolean;

export interface Played {
  readonly store: Store;
  readonly answers: readonly (Json | null)[];
  /** Commits that became durable while the story was played. */
  readonly writes: number;
  readonly crashes: number;
}

class Ended extends Error {}

let files: Promise<FileStore> | undefined;

/**
 * Plays a story on a server whose process ends where the fault says. What was committed stays on the disk; a new process
 * starts on it, and the client repeats its very request.
 */
export async function playInMemory(story: Story, fault: Fault = () => false): Promise<Played> {
  files ??= mkdtemp(join(tmpdir(), 'reglament-chaos-')).then((dir) => openFileStore(dir));
  const disk = new MemoryDisk();
  await prepareStore(openMemoryStore(schema, disk), story);
  const clock = new ManualClock(story.time.msOf(story.scenario.startAt));
  let durable = 0;
  let crashes = 0;
  const ids = new PlacedIds(() => durable);

  /** A store of one process: once that has ended, nothing it still tries reaches the disk. */
  const mortal = () => {
    const inner = openMemoryStore(schema, disk);
    const life = { ended: false };
    const alive = () => {
      if (life.ended) throw new Ended();
    };
    const end = () => {
      life.ended = true;
      crashes += 1;
      throw new Ended();
    };
    const store: Store = {
      ...inner,
      async get(...given) {
        alive();
        return inner.get(...given);
      },
      async getMany(...given) {
        alive();
        return inner.getMany(...given);
      },
      async find(...given) {
        alive();
        return inner.find(...given);
      },
      async count(...given) {
        alive();
        return inner.count(...given);
      },
      async countBy(...given) {
        alive();
        return inner.countBy(...given);
      },
      async search(...given) {
        alive();
        return inner.search(...given);
      },
      async commit(changes, feed) {
        alive();
        if (fault('before', durable)) end();
        const done = await inner.commit(changes, feed);
        if (!done.ok) return done;
        durable += 1;
        ids.rewind();
        if (fault('after', durable)) end();
        return done;
      },
    };
    return { store, life };
  };

  let { store, life } = mortal();
  const fileStore = await files;
  let process: Process = await startProcess({ store, files: fileStore, clock, ids });
  const survive = async <T>(go: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        const result = await go();
        if (!life.ended) return result;
      } catch (error) {
        if (!life.ended) throw error;
      }
      await process.app.server.close();
      ({ store, life } = mortal());
      process = await startProcess({ store, files: fileStore, clock, ids });
    }
  };

  const answers: (Json | null)[] = [];
  for (const act of actsOf(story)) {
    await survive(() => process.fireTo(act.fireToMs));
    clock.moveTo(act.atMs);
    const request = await act.prepare?.(viewOf(process, store, (n) => answers[n] ?? null));
    answers.push(request ? accepted(request, await survive(() => process.send(request))) : null);
  }
  await process.app.server.close();
  return { store: openMemoryStore(schema, disk), answers, writes: durable, crashes };
}
