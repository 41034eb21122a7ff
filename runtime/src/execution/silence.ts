import type { Instance, Task } from '@reglament/engine';

/** What comes when the term of an open task lapses, read from the timers it has: told beforehand. */
export function silenceOf(
  instance: Instance,
  task: Task,
): { kind: 'autoVisa' | 'escalation' | 'mark' | 'none'; atMs?: number } {
  const own = Object.values(instance.timers).filter((timer) => timer.task === task.id);
  for (const [action, kind] of [
    ['autoVisa', 'autoVisa'],
    ['escalate', 'escalation'],
    ['mark', 'mark'],
  ] as const) {
    const timer = own.find((one) => one.action === action);
    if (timer) return { kind, atMs: timer.dueAtMs };
  }
  return { kind: 'none' };
}
