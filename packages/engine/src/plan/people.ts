import type { Directory } from '../directory/directory.ts';
import type { PositionId } from '../model/directory.ts';
import type { Decision, Instance, Slot, Task, Timer } from '../model/instance.ts';
import type { PersonStatus, PlannedPerson } from './route-plan.ts';
import { isStandIn } from './stand-ins.ts';

/** A task that a slot has or will have, with what its silence does. */
export interface SlotTask {
  readonly task: Task;
  readonly timers: readonly Timer[];
}

export interface PeopleView {
  /** As it is now; `null` before the sending. */
  readonly present: Instance | null;
  readonly directory: Directory;
  readonly nowMs: number;
  readonly taskOf: (slot: string) => SlotTask | undefined;
}

/** The people of one slot. Pure: a slot that is over without a decision has none, nor has a vacant one. */
export function peopleOf(planned: Slot, view: PeopleView): readonly PlannedPerson[] {
  const { present } = view;
  const slot = present?.slots[planned.id];
  const stands = (slot ?? planned).decision;
  const status = slot?.status ?? (planned.status === 'kept' ? 'kept' : 'waiting');
  if (status === 'closed') return [];
  if ((status === 'decided' || status === 'kept') && stands !== undefined) {
    const decision = present?.decisions.find(({ id }) => id === stands);
    if (decision !== undefined) return [decidedPerson(planned.id, decision, status)];
    // Kept ahead, on a decision that is itself only planned.
    return planned.positions.flatMap((id) => expectedPerson(planned.id, id, 'kept', view));
  }
  const task = view.taskOf(planned.id)?.task;
  const positions = task?.takenBy === undefined ? planned.positions : [task.takenBy.position];
  return positions.flatMap((id) =>
    expectedPerson(planned.id, id, status === 'asked' ? 'asked' : 'waiting', view),
  );
}

function decidedPerson(slot: string, decision: Decision, status: 'decided' | 'kept'): PlannedPerson {
  const { name, post, unit } = decision.person;
  return {
    slot,
    position: decision.position,
    name,
    post,
    unit,
    ...(decision.onBehalfOf === undefined ? {} : { standsInFor: decision.onBehalfOf.name }),
    status: status === 'kept' ? 'kept' : statusOf(decision),
    atMs: decision.atMs,
  };
}

function statusOf(decision: Decision): PersonStatus {
  if (decision.automatic !== undefined) return 'autoVisa';
  if (decision.tone !== 'forward') return 'rejected';
  if (decision.remarks.length > 0) return 'remarks';
  return decision.kind === 'approval' || decision.kind === 'signing' ? 'approved' : 'done';
}

function expectedPerson(
  slot: string,
  position: PositionId,
  status: PersonStatus,
  { directory, nowMs, taskOf }: PeopleView,
): readonly PlannedPerson[] {
  if (isStandIn(position)) return [];
  const found = taskOf(slot);
  const calendar = directory.calendarOf([position]);
  const fromMs = Math.max(nowMs, found?.task.openedAtMs ?? nowMs);
  // A task that comes at closing time is met by whoever is there when work begins again.
  const metAtMs = calendar.addWorkingMinutes(fromMs, 0).atMs;
  const { name, post, unit } = directory.person(position, metAtMs);
  const absentHolder = directory.acting(position, metAtMs)?.standsInFor;
  const dueMs = found?.task.dueAtMs;
  const [first, last] = [calendar.dayOf(fromMs), calendar.dayOf(Math.max(fromMs, dueMs ?? fromMs))];
  const absence = directory.daysUncovered(position).findLast(({ from, to }) => from <= last && first <= to);
  const autoVisaAtMs = found?.timers.find(({ action }) => action === 'autoVisa')?.dueAtMs;
  return [
    {
      slot,
      position,
      name,
      post,
      unit,
      ...(absentHolder === undefined ? {} : { standsInFor: directory.employee(absentHolder)?.name ?? '' }),
      ...(absence === undefined ? {} : { absentUntil: absence.to }),
      status,
      ...(dueMs === undefined ? {} : { dueMs }),
      ...(autoVisaAtMs === undefined ? {} : { autoVisaAtMs }),
    },
  ];
}
