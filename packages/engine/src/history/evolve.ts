import { EngineError } from '../errors.ts';
import type { EventBody, HistoryEvent } from '../model/event.ts';
import type { Instance, Slot, Task, Timer, Visit } from '../model/instance.ts';

type BodyOf<T extends EventBody['type']> = Extract<EventBody, { type: T }>;

/** The state after an event. Pure; shares all structure that the event does not touch. */
export function evolve(state: Instance | null, event: HistoryEvent): Instance {
  const history = { length: event.seq, head: event.hash };
  if (event.body.type === 'started') return { ...started(event.body, event.atMs), history };
  if (state === null) throw new EngineError('ENG_HISTORY_BROKEN', { seq: event.seq });
  return { ...apply(state, event.body, event.atMs), history };
}

/** The state of an instance from its whole history. Pure. @throws ENG_HISTORY_BROKEN when it does not begin with `started` */
export function fold(events: readonly HistoryEvent[]): Instance {
  let state: Instance | null = null;
  for (const event of events) state = evolve(state, event);
  if (state === null) throw new EngineError('ENG_HISTORY_BROKEN', { seq: 1 });
  return state;
}

function started(body: BodyOf<'started'>, atMs: number): Omit<Instance, 'history'> {
  return {
    ...body.instance,
    status: 'running',
    startedAtMs: atMs,
    machine: body.machine,
    round: 1,
    versions: [body.version],
    visits: {},
    stages: {},
    slots: {},
    tasks: {},
    timers: {},
    incidents: {},
    decisions: [],
    remarks: [],
  };
}

function apply(state: Instance, body: EventBody, atMs: number): Instance {
  switch (body.type) {
    case 'started':
      throw new EngineError('ENG_HISTORY_BROKEN', { seq: state.history.length + 1 });
    case 'visitOpened':
      return visitOpened(state, body, atMs);
    case 'stepReached':
      return changeVisit(state, body.visit, { step: body.step });
    case 'slotKept':
      return changeSlot(state, body.slot, { status: 'kept', decision: body.decision });
    case 'slotResolved':
      return changeSlot(state, body.slot, { status: 'waiting', positions: body.positions });
    case 'taskOpened':
      return {
        ...changeSlot(state, body.task.slot, { status: 'asked', task: body.task.id }),
        tasks: { ...state.tasks, [body.task.id]: body.task },
        timers: withTimers(state.timers, body.timers),
      };
    case 'taskTaken':
      return changeTask(state, body.task, { takenBy: body.by });
    case 'taskReleased': {
      const { takenBy: _, ...task } = taskOf(state, body.task);
      return { ...state, tasks: { ...state.tasks, [body.task]: task } };
    }
    case 'taskHandedOver': {
      const { takenBy: _, ...task } = taskOf(state, body.task);
      return {
        ...changeSlot(state, task.slot, { positions: [body.to] }),
        tasks: { ...state.tasks, [body.task]: { ...task, positions: [body.to] } },
      };
    }
    case 'taskClosed': {
      const { [body.task]: _, ...tasks } = state.tasks;
      return { ...state, tasks, timers: withoutTimers(state.timers, (timer) => timer.task === body.task) };
    }
    case 'termRecomputed':
      return {
        ...changeTask(state, body.task, {
          dueAtMs: body.dueAtMs,
          term: body.term,
          overdue: taskOf(state, body.task).overdue && body.dueAtMs <= atMs,
        }),
        timers: withTimers(
          withoutTimers(state.timers, (timer) => timer.task === body.task),
          body.timers,
        ),
      };
    case 'timerSet':
      return { ...state, timers: withTimers(state.timers, [body.timer]) };
    case 'timerFired': {
      const { [body.timer]: _, ...timers } = state.timers;
      const marked =
        body.action === 'mark' && body.task !== undefined
          ? changeTask(state, body.task, { overdue: true })
          : state;
      return { ...marked, timers };
    }
    case 'decided':
      return decided(state, body);
    case 'remarksAnswered': {
      const answers = new Map(body.answers.map((answer) => [answer.remark, answer]));
      return {
        ...state,
        remarks: state.remarks.map((remark) => {
          const given = answers.get(remark.id);
          if (given === undefined) return remark;
          const answer = { disposition: given.disposition, text: given.text, atMs, round: state.round };
          return { ...remark, status: 'answered', answer };
        }),
      };
    }
    case 'versionMade':
      return { ...state, versions: [...state.versions, body.version] };
    case 'registered':
      return { ...state, registration: body.registration };
    case 'visitClosed':
      return visitClosed(state, body, atMs);
    case 'moved':
      return { ...state, machine: body.machine };
    case 'branchSkipped':
      return endBranch(state, body.visit, body.branch, 'skipped');
    case 'branchEnded':
      return endBranch(state, body.visit, body.branch, body.how);
    case 'roundOpened': {
      const { noted: _, opening: __, ...rest } = state;
      const opened = { ...rest, round: body.round };
      return body.opening === null ? opened : { ...opened, opening: { ...body.opening, round: body.round } };
    }
    case 'returnNoted': {
      const { noted: _, ...rest } = state;
      return body.policy === null ? rest : { ...rest, noted: { policy: body.policy, stage: body.stage } };
    }
    case 'incidentRaised': {
      const { incident } = body;
      const incidents = { ...state.incidents, [incident.id]: incident };
      return { ...state, incidents };
    }
    case 'incidentCleared': {
      const { [body.incident]: _, ...incidents } = state.incidents;
      return { ...state, incidents };
    }
    case 'ended':
      return {
        ...state,
        status: 'ended',
        ending: {
          as: body.as,
          atMs,
          ...(body.stage === undefined ? {} : { stage: body.stage }),
          ...(body.reason === undefined ? {} : { reason: body.reason }),
        },
      };
  }
}

function visitOpened(state: Instance, body: BodyOf<'visitOpened'>, atMs: number): Instance {
  const visit: Visit = {
    id: body.visit,
    stage: body.stage,
    kind: body.kind,
    round: state.round,
    openedAtMs: atMs,
    status: 'open',
    step: 0,
    slots: body.slots.map((slot) => slot.id),
    ...(body.block === undefined ? {} : { block: body.block }),
  };
  const slots: Record<string, Slot> = { ...state.slots };
  for (const slot of body.slots) slots[slot.id] = slot;
  const before = state.stages[body.stage];
  return {
    ...state,
    visits: { ...state.visits, [visit.id]: visit },
    slots,
    stages: { ...state.stages, [body.stage]: { ...before, visits: (before?.visits ?? 0) + 1 } },
  };
}

function visitClosed(state: Instance, body: BodyOf<'visitClosed'>, atMs: number): Instance {
  const visit = visitOf(state, body.visit);
  const closed: Visit = {
    ...visit,
    status: body.how,
    outcome: body.outcome,
    closedAtMs: atMs,
  };
  const unanswered = visit.slots.filter((id) => {
    const { status } = slotOf(state, id);
    return status !== 'decided' && status !== 'kept';
  });
  const slots: Record<string, Slot> = { ...state.slots };
  for (const id of unanswered) slots[id] = { ...slotOf(state, id), status: 'closed' };
  const stage = { visits: 0, ...state.stages[visit.stage] };
  return {
    ...state,
    visits: { ...state.visits, [visit.id]: closed },
    slots: unanswered.length === 0 ? state.slots : slots,
    timers: withoutTimers(state.timers, (timer) => timer.visit === visit.id),
    stages:
      body.how === 'cancelled'
        ? state.stages
        : { ...state.stages, [visit.stage]: { ...stage, outcome: body.outcome } },
  };
}

function decided(state: Instance, { decision, remarks }: BodyOf<'decided'>): Instance {
  const replaced = slotOf(state, decision.slot).decision;
  const earlier =
    replaced === undefined
      ? state.decisions
      : state.decisions.map((one) => (one.id === replaced ? { ...one, replacedBy: decision.id } : one));
  const slotChanged = changeSlot(state, decision.slot, { status: 'decided', decision: decision.id });
  const task = slotOf(state, decision.slot).task;
  return {
    ...slotChanged,
    tasks:
      decision.automatic === undefined || task === undefined
        ? state.tasks
        : { ...state.tasks, [task]: { ...taskOf(state, task), lapsed: true } },
    decisions: [...earlier, decision],
    remarks: remarks.length === 0 ? state.remarks : [...state.remarks, ...remarks],
    ...(decision.signature === undefined
      ? {}
      : { signed: { digest: decision.digest, decision: decision.id } }),
  };
}

function endBranch(state: Instance, visitId: string, branch: string, how: 'passed' | 'refused' | 'skipped') {
  const branches = { ...visitOf(state, visitId).branches, [branch]: how };
  return changeVisit(state, visitId, { branches });
}

function changeVisit(state: Instance, id: string, change: Partial<Visit>): Instance {
  return { ...state, visits: { ...state.visits, [id]: { ...visitOf(state, id), ...change } } };
}

function changeSlot(state: Instance, id: string, change: Partial<Slot>): Instance {
  return { ...state, slots: { ...state.slots, [id]: { ...slotOf(state, id), ...change } } };
}

function changeTask(state: Instance, id: string, change: Partial<Task>): Instance {
  return { ...state, tasks: { ...state.tasks, [id]: { ...taskOf(state, id), ...change } } };
}

type Timers = Readonly<Record<string, Timer>>;

function withTimers(timers: Timers, added: readonly Timer[]): Timers {
  if (added.length === 0) return timers;
  const all: Record<string, Timer> = { ...timers };
  for (const timer of added) all[timer.id] = timer;
  return all;
}

function withoutTimers(timers: Timers, gone: (timer: Timer) => boolean): Timers {
  const all = Object.values(timers);
  const left = all.filter((timer) => !gone(timer));
  return left.length === all.length ? timers : Object.fromEntries(left.map((timer) => [timer.id, timer]));
}

function visitOf(state: Instance, id: string): Visit {
  return known(state, state.visits[id], id);
}

function slotOf(state: Instance, id: string): Slot {
  return known(state, state.slots[id], id);
}

function taskOf(state: Instance, id: string): Task {
  return known(state, state.tasks[id], id);
}

function known<T>(state: Instance, found: T | undefined, id: string): T {
  if (found === undefined) throw new EngineError('ENG_HISTORY_BROKEN', { seq: state.history.length + 1, id });
  return found;
}
