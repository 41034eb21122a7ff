import type { EventBody, HistoryEvent } from './model/event.ts';
import type { Instance, Task } from './model/instance.ts';
import type { Effect, Notice, StepContext } from './model/step.ts';

/**
 * What the commit writes for one event beside instance and history. Pure, and the only source of effects but the texts
 * (an event holds no words). Rows follow from the difference of the states, notices and readers from the event.
 */
export function effectsOf(
  before: Instance | null,
  event: HistoryEvent,
  after: Instance,
  context: StepContext,
): readonly Effect[] {
  return [
    ...(before === null ? [] : rowEffects(before, event.body, after)),
    ...readerEffects(event.body, after, context),
    ...noticeEffects(before, event, after),
  ];
}

function rowEffects(before: Instance, body: EventBody, after: Instance): Effect[] {
  const effects: Effect[] = [];
  if (before.tasks !== after.tasks) {
    for (const task of changed(before.tasks, after.tasks)) {
      effects.push({ type: before.tasks[task.id] === undefined ? 'task.open' : 'task.change', task });
    }
    for (const task of gone(before.tasks, after.tasks)) effects.push(closeOf(task, body, after));
  }
  if (before.timers !== after.timers) {
    for (const timer of changed(before.timers, after.timers)) effects.push({ type: 'timer.open', timer });
    const fired = body.type === 'timerFired' ? body.timer : undefined;
    for (const { id } of gone(before.timers, after.timers)) {
      effects.push({ type: 'timer.close', timer: id, why: id === fired ? 'fired' : 'cancelled' });
    }
  }
  if (before.incidents !== after.incidents) {
    for (const incident of changed(before.incidents, after.incidents)) {
      effects.push({ type: 'incident.open', incident });
    }
    for (const { id } of gone(before.incidents, after.incidents)) {
      effects.push({ type: 'incident.close', incident: id });
    }
  }
  return effects;
}

function closeOf(task: Task, body: EventBody, after: Instance): Effect {
  const why = body.type === 'taskClosed' ? body.why : 'visitEnded';
  const decision = after.slots[task.slot]?.decision;
  return { type: 'task.close', task, why, ...(decision === undefined ? {} : { decision }) };
}

type Rows<T> = Readonly<Record<string, T>>;

function changed<T>(before: Rows<T>, after: Rows<T>): T[] {
  return Object.entries(after).flatMap(([id, row]) => (before[id] === row ? [] : [row]));
}

function gone<T>(before: Rows<T>, after: Rows<T>): T[] {
  return Object.entries(before).flatMap(([id, row]) => (Object.hasOwn(after, id) ? [] : [row]));
}

/** The author, performers and their direct heads, those who decided, and the roles that the regulation names. */
function readerEffects(body: EventBody, after: Instance, context: StepContext): Effect[] {
  const reader = (principal: string): Effect => ({ type: 'reader', principal });
  const withHeads = (positions: readonly string[]) => {
    const heads = positions.flatMap((id) => context.directory.superiorOf(id) ?? []);
    return [...new Set([...positions, ...heads])].map((id) => reader(`p:${id}`));
  };
  switch (body.type) {
    case 'started':
      return [
        reader(`e:${after.initiator.employee}`),
        ...context.regulation.regulation.readers.map((role) => reader(`r:${after.organisation}:${role}`)),
      ];
    case 'taskOpened':
      return withHeads(body.task.positions);
    case 'taskHandedOver':
      return withHeads([body.to]);
    case 'decided':
      return body.decision.automatic === undefined && body.decision.person.employee !== undefined
        ? [reader(`e:${body.decision.person.employee}`)]
        : [];
    default:
      return [];
  }
}

function noticeEffects(
  before: Instance | null,
  { body, seq, atMs }: HistoryEvent,
  after: Instance,
): Effect[] {
  const notice = (
    kind: Notice['kind'],
    positions: readonly string[],
    about: Partial<Pick<Notice, 'stage' | 'task' | 'dueAtMs' | 'params'>>,
  ): Effect[] => {
    if (positions.length === 0) return [];
    const id = `${after.id}/${seq}`;
    const word = { id, kind, positions, instance: after.id, document: after.document, atMs, params: {} };
    return [{ type: 'notice', notice: { ...word, ...about } }];
  };
  const author = after.initiator.position;
  switch (body.type) {
    case 'timerFired': {
      const kind = { remind: 'reminder', mark: 'overdue', escalate: 'escalation' } as const;
      if (body.action === 'autoVisa' || body.action === 'elapse' || body.task === undefined) return [];
      const task = after.tasks[body.task];
      if (task === undefined) return [];
      return notice(kind[body.action], body.told, aboutTask(task));
    }
    case 'incidentCleared': {
      // A missing superior was named: the escalation reaches him now. A vacant slot opens a task instead.
      const incident = before?.incidents[body.incident];
      if (incident?.reason !== 'no-superior' || body.to === undefined) return [];
      const task = Object.values(after.tasks).find((one) => one.slot === incident.slot);
      return task === undefined ? [] : notice('escalation', [body.to], aboutTask(task));
    }
    case 'taskHandedOver': {
      const task = after.tasks[body.task];
      return task === undefined ? [] : notice('handedOver', [body.to], aboutTask(task));
    }
    case 'decided': {
      const { decision } = body;
      if (decision.kind === 'acquaintance' || decision.position === author) return [];
      return notice('decided', [author], { stage: decision.stage, params: { outcome: decision.outcome } });
    }
    case 'ended':
      return notice('ended', [author], { params: { as: body.as } });
    default:
      return [];
  }
}

function aboutTask(task: Task) {
  return { stage: task.stage, task: task.id, dueAtMs: task.dueAtMs };
}
