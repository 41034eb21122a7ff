import type { DocumentDetail } from '@reglament/api';
import type { CompiledRegulation, Directory, Instance, Task } from '@reglament/engine';
import { presentPost } from './person.ts';

/** With whom the document lies now, and since when. A taken task lies with whoever took it. */
export function whoHasIt(
  instance: Instance,
  { regulation }: CompiledRegulation,
  directory: Directory,
  nowMs: number,
): DocumentDetail['now'] {
  return Object.values(instance.tasks)
    .sort((a, b) => a.openedAtMs - b.openedAtMs)
    .flatMap((task) =>
      holdersOf(task).map((position) => {
        const stage = regulation.stages[task.stage];
        const title = stage?.title ?? { ru: task.stage, en: task.stage };
        const acting = directory.acting(position, nowMs);
        const absent =
          acting?.standsInFor === undefined ? undefined : directory.employee(acting.standsInFor)?.name;
        const until =
          acting?.standsInFor === undefined && acting
            ? absentUntil(acting.employee, directory, directory.calendarOf([position]).dayOf(nowMs))
            : undefined;
        return {
          person: presentPost(position, directory, nowMs),
          ...(absent === undefined ? {} : { standsInFor: absent }),
          ...(until === undefined ? {} : { absentUntil: until }),
          stageTitle: title,
          ask: stage?.ask ?? title,
          sinceMs: task.openedAtMs,
          dueAtMs: task.dueAtMs,
          overdue: task.overdue || nowMs > task.dueAtMs,
          autoVisa: Object.values(instance.timers).some(
            (timer) => timer.task === task.id && timer.action === 'autoVisa',
          ),
          lapsed: task.lapsed,
        };
      }),
    );
}

function holdersOf(task: Task): readonly string[] {
  return task.takenBy ? [task.takenBy.position] : task.positions;
}

function absentUntil(employee: string, directory: Directory, today: string): string | undefined {
  return directory.data.absences.find(
    (one) => one.employee === employee && one.from <= today && one.to >= today,
  )?.to;
}
