import { outcomesOf } from '@reglament/regulation';
import fc from 'fast-check';
import type { Command } from '../model/command.ts';
import type { Task } from '../model/instance.ts';
import { inOrder, stageOf } from '../state.ts';
import { actor, type Case } from './case.ts';
import { local, office, officeWithout } from './office.ts';

/** A wish, made a command by what is open when its turn comes. */
export interface Wish {
  readonly what: 'decide' | 'clock' | 'share' | 'handOver' | 'staff' | 'repair' | 'stop' | 'stale';
  readonly pick: number;
  readonly outcome: number;
  readonly change: boolean;
}

export const anyWish: fc.Arbitrary<Wish> = fc.record({
  what: fc.oneof(
    { weight: 14, arbitrary: fc.constant('decide' as const) },
    { weight: 3, arbitrary: fc.constant('clock' as const) },
    { weight: 1, arbitrary: fc.constantFrom('share' as const, 'handOver' as const, 'staff' as const) },
    { weight: 2, arbitrary: fc.constantFrom('repair' as const, 'stale' as const) },
  ),
  pick: fc.nat(20),
  // Mostly the first outcome, or nothing would ever reach its end.
  outcome: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
  change: fc.boolean(),
});

export const anyWalk = fc.array(anyWish, { minLength: 5, maxLength: 60 });

/** The outcomes that a person may give on a task. */
export function outcomesOn(doc: Case, task: Task): readonly string[] {
  if (task.kind === 'approval') return ['approved', 'rejected', 'approvedWithRemarks'];
  return outcomesOf(stageOf(doc.compiled, task.stage)).map(({ id }) => id);
}

/** A decision on an open task; a stage that edits makes a new version when asked to. */
export function decisionOn(doc: Case, task: Task, outcome: string, change: boolean): Command {
  const stage = stageOf(doc.compiled, task.stage);
  const forward = outcome === 'done' || outcome === 'sent';
  const edits = stage.kind === 'task' && stage.settings.edits !== undefined;
  const file = `f${doc.history.length}`;
  const holder = task.takenBy?.position ?? task.positions[0] ?? '';
  const command = doc.decideCommand(task.stage, outcome, holder, {
    text: 'Причина',
    ...(edits && forward && change ? { file } : {}),
  });
  const { registration, ...rest } = command;
  return doc.state.registration === undefined && registration !== undefined ? command : rest;
}

/** Makes a wish come true as far as it can; answers whether anything was done. */
export function wish(doc: Case, { what, pick, outcome, change }: Wish): boolean {
  const tasks = inOrder(doc.state.tasks);
  const task = tasks[pick % Math.max(1, tasks.length)];
  switch (what) {
    case 'decide':
    case 'stale': {
      if (task === undefined) return wish(doc, { what: 'clock', pick, outcome, change });
      const choices = outcomesOn(doc, task);
      const command = decisionOn(doc, task, choices[outcome % choices.length] ?? '', change);
      if (command.type !== 'decide') return false;
      if (what === 'decide') {
        doc.must(command);
        return true;
      }
      const earlier = doc.state.versions.at(-2);
      if (earlier === undefined) return false;
      const stale = { ...command, digest: earlier.digest };
      if (doc.send(stale).ok) throw new Error('a stale digest was taken');
      return false;
    }
    case 'clock': {
      const [timer] = Object.values(doc.state.timers).toSorted(
        (one, other) => one.dueAtMs - other.dueAtMs || (one.id < other.id ? -1 : 1),
      );
      if (timer === undefined) return false;
      // To the minute after it, so that those of the same moment go too.
      doc.runTo(local(Math.max(timer.dueAtMs + 60_000, doc.nowMs)));
      return true;
    }
    case 'share':
      if (task === undefined) return false;
      return task.takenBy === undefined
        ? doc.send({ type: 'take', task: task.id, by: actor(task.positions[0] ?? '') }).ok
        : doc.send({ type: 'release', task: task.id, by: task.takenBy }).ok;
    case 'handOver':
      if (task === undefined) return false;
      return doc.send({ type: 'handOver', task: task.id, to: 'p6', by: actor('chief'), reason: 'Отпуск' }).ok;
    case 'staff':
      doc.directory = change ? office : officeWithout(['p1', 'p2', 'lawyer'][pick % 3] ?? 'p1');
      return doc.send({ type: 'refresh' }).ok;
    case 'repair': {
      const [incident] = inOrder(doc.state.incidents);
      if (incident === undefined) return false;
      const by = actor('manager');
      return doc.send({ type: 'assign', incident: incident.id, to: 'p5', by, reason: 'Вакансия' }).ok;
    }
    case 'stop':
      return doc.send({ type: 'withdraw', by: actor('author'), reason: 'Ошибка' }).ok;
  }
}

/** Walks until the end of the document or of the wishes; `check` is called after each step. */
export function walk(doc: Case, wishes: readonly Wish[], check: (doc: Case) => void = () => {}): Case {
  check(doc);
  for (const one of wishes) {
    if (doc.state.status === 'ended') break;
    if (wish(doc, one)) check(doc);
  }
  return doc;
}
