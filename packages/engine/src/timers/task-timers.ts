import type { BusinessCalendar } from '@reglament/calendar';
import type { Nature, Stage } from '@reglament/regulation';
import { stageModels } from '@reglament/regulation';
import type { Timer } from '../model/instance.ts';
import type { Transaction } from '../transaction.ts';
import { momentOf } from './moments.ts';
import { deadlineNamed } from './term.ts';

export interface TimedTask {
  readonly id: string;
  readonly visit: string;
  readonly slot: string;
  readonly deadline: string;
  readonly startedAtMs: number;
  readonly dueAtMs: number;
}

/** Never by silence, whatever a deadline says. */
const forbidden: readonly Nature[] = ['legal', 'anticorruption', 'financial', 'signing', 'statutory'];

/** The timers of a task, in the order of its deadline's actions; a moment before the task's start is left out. */
export function taskTimers(
  tx: Transaction,
  stage: Stage,
  task: TimedTask,
  calendar: BusinessCalendar,
): readonly Timer[] {
  return deadlineNamed(tx, task.deadline).onLapse.flatMap((action, index): Timer[] => {
    if (action.do === 'autoVisa' && !mayLapse(stage)) return [];
    const dueAtMs = momentOf(action, task.dueAtMs, calendar);
    if (dueAtMs < task.startedAtMs) return [];
    const id = `${task.id}/${index}`;
    return [{ id, visit: task.visit, slot: task.slot, task: task.id, action: action.do, index, dueAtMs }];
  });
}

function mayLapse(stage: Stage): boolean {
  return (
    stageModels[stage.kind].allowsAutoVisa && !forbidden.some((nature) => stage.nature?.includes(nature))
  );
}
