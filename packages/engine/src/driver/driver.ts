import type { Directory } from '../directory/directory.ts';
import type { Command } from '../model/command.ts';
import type { HistoryEvent } from '../model/event.ts';
import type { Instance, Timer } from '../model/instance.ts';
import type { CompiledRegulation, Effect, StepResult } from '../model/step.ts';
import { step } from '../step.ts';

export interface DriverOptions {
  readonly regulation: CompiledRegulation;
  readonly directory: Directory;
  /** Where the clock stands at first, in milliseconds UTC. */
  readonly startMs: number;
  readonly newId: () => string;
}

/**
 * One instance in memory with its clock: commands, and timers fired in due order. What the server does over a store and
 * a scheduler, without either; tests, the publish gate and the browser's simulation play through it, and the same
 * commands give byte-equal history everywhere.
 */
export interface Driver {
  readonly nowMs: number;
  /** `null` before the start. */
  readonly instance: Instance | null;
  readonly events: readonly HistoryEvent[];
  readonly effects: readonly Effect[];
  /**
   * Runs the clock up to the moment, then gives the command there. Timers due earlier fire first; one due at that very
   * moment does not: who decides at the moment of the term is in time.
   */
  send(command: Command, atMs: number): StepResult;
  /** Fires every timer due until the moment, inclusive, each with now = its due time, and stops the clock there. */
  runTo(ms: number): void;
}

/** Creates a driver without an instance; a `start` command makes it. Time never goes back: an earlier moment throws. */
export function createDriver({ regulation, directory, startMs, newId }: DriverOptions): Driver {
  let nowMs = startMs;
  let instance: Instance | null = null;
  const events: HistoryEvent[] = [];
  const effects: Effect[] = [];

  function commit(command: Command): StepResult {
    const result = step(instance, command, { nowMs, regulation, directory, newId });
    if (result.ok) {
      instance = result.instance;
      events.push(...result.events);
      effects.push(...result.effects);
    }
    return result;
  }

  function fireUntil(ms: number, inclusive: boolean): void {
    if (ms < nowMs) throw new RangeError(`The driver's clock stands at ${nowMs}, past ${ms}`);
    for (let timer = firstDue(instance); timer !== null; timer = firstDue(instance)) {
      if (inclusive ? timer.dueAtMs > ms : timer.dueAtMs >= ms) break;
      nowMs = Math.max(nowMs, timer.dueAtMs);
      const result = commit({ type: 'timer', timer: timer.id });
      // A timer that stays would fire for ever.
      if (!result.ok || instance?.timers[timer.id]?.dueAtMs === timer.dueAtMs) {
        throw new Error(`The timer ${timer.id} did not fire: ${result.ok ? 'still open' : result.refusal}`);
      }
    }
    nowMs = ms;
  }

  return {
    get nowMs() {
      return nowMs;
    },
    get instance() {
      return instance;
    },
    events,
    effects,
    send(command, atMs) {
      fireUntil(atMs, false);
      return commit(command);
    },
    runTo(ms) {
      fireUntil(ms, true);
    },
  };
}

/** The earliest timer; of two due together, the one whose id comes first, as a store lists them. */
function firstDue(instance: Instance | null): Timer | null {
  let first: Timer | null = null;
  for (const timer of Object.values(instance?.timers ?? {})) {
    const earlier =
      first === null ||
      timer.dueAtMs < first.dueAtMs ||
      (timer.dueAtMs === first.dueAtMs && timer.id < first.id);
    if (earlier) first = timer;
  }
  return first;
}
