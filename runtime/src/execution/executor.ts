import { hash } from 'node:crypto';
import { step } from '@reglament/engine';
import type { Store } from '@reglament/storage';
import type { Clock } from '../clock.ts';
import type { Executed, Execution, Executor } from '../deps.ts';
import type { DirectoryService } from '../directory/directoryService.ts';
import type { NewId } from '../ids.ts';
import type { RegulationService } from '../regulations/regulationService.ts';
import { commandKeys, type InstanceRow, instances } from '../storage/collections.ts';
import { rowsOf } from './rows/rows.ts';
import { createNumberSeries, type NumberSeries, type Taken } from './series.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly directory: DirectoryService;
  readonly regulations: RegulationService;
}

/** Node's own digest: several times as fast as the portable one. */
const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** How many lost races a command survives: each one means that somebody else went forward. */
const attempts = 12;

/** Somebody is carrying out the same key at this moment: his answer is read from the key's row. */
export class KeyTaken extends Error {}

/** The races did not end in our favour; nothing was written. */
export class Busy extends Error {
  readonly code = 'STORE_BUSY';
}

/**
 * The one entrance. Load, step, one commit, in that order; nothing leaves before the commit. Commands of one instance
 * wait for each other inside this process, so a conflict means another process or a row beside the step.
 */
export function createExecutor(needs: Needs): Executor {
  const queues = new Map<string, Promise<unknown>>();
  const numbers = createNumberSeries(needs.store);

  return {
    execute(execution) {
      const before = queues.get(execution.instance) ?? Promise.resolve();
      const run = before.then(
        () => carryOut(execution, needs, numbers),
        () => carryOut(execution, needs, numbers),
      );
      queues.set(execution.instance, run);
      const leave = () => {
        if (queues.get(execution.instance) === run) queues.delete(execution.instance);
      };
      run.then(leave, leave);
      return run;
    },
  };
}

async function carryOut(execution: Execution, needs: Needs, numbers: NumberSeries): Promise<Executed> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const row = (await needs.store.get(instances, execution.instance)) ?? null;
    const series = execution.series?.(row?.state ?? null) ?? null;
    const taken = series === null ? null : await numbers.take(series);
    try {
      const done = await tryOnce(execution, needs, row, taken);
      if (done) return done;
    } finally {
      taken?.release();
    }
  }
  throw new Busy();
}

/** Step and commit from the state as it was read; null when the race was lost. */
async function tryOnce(
  execution: Execution,
  { store, clock, newId, directory, regulations }: Needs,
  row: InstanceRow | null,
  taken: Taken | null,
): Promise<Executed | null> {
  const staff = directory.current();
  const sequence = taken?.sequence ?? 0;
  const command = await execution.command(row?.state ?? null, staff, sequence);
  const started = row ? row.state : command.type === 'start' ? command : null;
  if (!started) throw new Error(`Instance ${execution.instance} is not there`);
  const { organisation, regulation } = started;
  const compiled = regulations.compiled(organisation, regulation.id, regulation.version);
  const result = step(row?.state ?? null, command, {
    nowMs: clock.now(),
    regulation: compiled,
    directory: staff,
    newId,
    sha256Hex,
  });
  if (!result.ok) return result;
  const { instance } = result;
  const beside = await execution.beside?.(instance, sequence);
  const rows = await rowsOf({
    store,
    before: row,
    result,
    compiled,
    directory: staff,
    newDocument: beside?.document ?? null,
    newFiles: beside?.files ?? [],
  });
  const changes = [...(beside?.changes ?? []), ...(taken ? [taken.change] : []), ...rows.changes];
  if (changes.length === 0) return { ok: true, instance, position: await store.feed.position() };
  const commit = store.commit(changes, [...rows.feed, ...(beside?.feed ?? [])]);
  taken?.submitted(commit);
  const done = await commit;
  if (done.ok) return { ok: true, instance, position: done.position };
  if (done.reason === 'exists' && changes[done.conflict]?.collection.name === commandKeys.name)
    throw new KeyTaken();
  return null;
}
