import { hash } from 'node:crypto';
import { step } from '@reglament/engine';
import type { Store } from '@reglament/storage';
import type { Clock } from '../clock.ts';
import type { Executed, Execution, Executor } from '../deps.ts';
import type { DirectoryService } from '../directory/directoryService.ts';
import type { NewId } from '../ids.ts';
import type { RegulationService } from '../regulations/regulationService.ts';
import { commandKeys, instances } from '../storage/collections.ts';
import { rowsOf } from './rows.ts';

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

  return {
    execute(execution) {
      const before = queues.get(execution.instance) ?? Promise.resolve();
      const run = before.then(
        () => carryOut(execution, needs),
        () => carryOut(execution, needs),
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

async function carryOut(
  execution: Execution,
  { store, clock, newId, directory, regulations }: Needs,
): Promise<Executed> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const row = await store.get(instances, execution.instance);
    const staff = directory.current();
    const command = await execution.command(row?.state ?? null, staff);
    const { organisation, regulation } = row
      ? row.state
      : command.type === 'start'
        ? command
        : { organisation: '', regulation: null };
    if (regulation === null) throw new Error(`Instance ${execution.instance} is not there`);
    const compiled = regulations.compiled(organisation, regulation.id, regulation.version);
    const result = step(row?.state ?? null, command, {
      nowMs: clock.now(),
      regulation: compiled,
      directory: staff,
      newId,
      sha256Hex,
    });
    if (!result.ok) return result;
    const beside = await execution.beside?.(result.instance);
    const rows = await rowsOf({
      store,
      before: row ?? null,
      result,
      compiled,
      directory: staff,
      newDocument: beside?.document ?? null,
    });
    const changes = [...(beside?.changes ?? []), ...rows.changes];
    if (changes.length === 0)
      return { ok: true, instance: result.instance, position: await store.feed.position() };
    const done = await store.commit(changes, [...rows.feed, ...(beside?.feed ?? [])]);
    if (done.ok) return { ok: true, instance: result.instance, position: done.position };
    const lost = changes[done.conflict];
    if (lost?.collection === (commandKeys as unknown) && done.reason === 'exists') throw new KeyTaken();
  }
  throw new Busy();
}
