import type { Directory } from '../directory/directory.ts';
import { countingIds } from '../driver/counting-ids.ts';
import type { Command } from '../model/command.ts';
import type { HistoryEvent } from '../model/event.ts';
import type { Instance } from '../model/instance.ts';
import type { CompiledRegulation, StepContext } from '../model/step.ts';
import { inOrder } from '../state.ts';
import { step } from '../step.ts';
import { favourableDecision } from './favourable.ts';
import { standInFor } from './stand-ins.ts';

export interface Ahead {
  readonly instance: Instance;
  /** What would happen, in order. */
  readonly events: readonly HistoryEvent[];
}

/** A route that comes back to a stage more often than this ahead of now is not going anywhere. */
const mostVisitsAhead = 3;

/**
 * Plays an instance to its end by the engine itself: each person decides favourably on the last moment of his term (now,
 * when that is over), waits elapse, vacant slots are filled by a post without a name. Nothing else is told or marked.
 * Pure. Ends early where no favourable way goes on.
 */
export function playAhead(
  start: Instance | null,
  first: Command | null,
  world: {
    readonly regulation: CompiledRegulation;
    readonly directory: Directory;
    readonly nowMs: number;
  },
): Ahead | null {
  const always = { ...world, newId: countingIds('plan-'), unchained: true };
  const events: HistoryEvent[] = [];
  let instance = start;
  const give = (command: Command, context: StepContext): boolean => {
    const result = step(instance, command, context);
    if (!result.ok || result.events.length === 0) return false;
    instance = result.instance;
    events.push(...result.events);
    return true;
  };
  let { nowMs } = world;
  if (first !== null && !give(first, { ...always, nowMs })) return null;
  while (instance !== null && instance.status === 'running' && !goesRound(start, instance)) {
    const next = nextMove(instance, { ...always, nowMs });
    if (next === null || !give(next.command, { ...always, nowMs: next.atMs })) break;
    nowMs = next.atMs;
  }
  return instance === null ? null : { instance, events };
}

function goesRound(start: Instance | null, instance: Instance): boolean {
  return Object.entries(instance.stages).some(
    ([id, { visits }]) => visits - (start?.stages[id]?.visits ?? 0) > mostVisitsAhead,
  );
}

interface Move {
  readonly atMs: number;
  readonly command: Command;
}

/** What comes first: a vacant slot is filled at once; else the earliest of tasks and waits. */
function nextMove(instance: Instance, context: StepContext): Move | null {
  const by = { employee: instance.initiator.employee, position: instance.initiator.position };
  for (const { id, slot } of inOrder(instance.incidents)) {
    if (slot === undefined || instance.slots[slot]?.status !== 'vacant') continue;
    return {
      atMs: context.nowMs,
      command: { type: 'assign', incident: id, to: standInFor(slot), by, reason: '-' },
    };
  }
  const dues = [
    ...inOrder(instance.tasks)
      .filter(({ lapsed }) => !lapsed)
      .map((task) => ({ dueAtMs: task.dueAtMs, task, timer: undefined })),
    ...inOrder(instance.timers)
      .filter(({ action }) => action === 'elapse')
      .map((timer) => ({ dueAtMs: timer.dueAtMs, task: undefined, timer })),
  ];
  const first = dues.toSorted((one, other) => one.dueAtMs - other.dueAtMs)[0];
  if (first === undefined) return null;
  const atMs = Math.max(context.nowMs, first.dueAtMs);
  if (first.task === undefined) return { atMs, command: { type: 'timer', timer: first.timer.id } };
  const command = favourableDecision(instance, first.task, { ...context, nowMs: atMs });
  return command === null ? null : { atMs, command };
}
