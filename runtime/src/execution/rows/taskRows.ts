import { type CompiledRegulation, currentVersion, type Decision, type Task } from '@reglament/engine';
import { outcomesOf, type Text } from '@reglament/regulation';
import { type Change, type FeedRow, insert, put } from '@reglament/storage';
import { type TaskRow, tasks } from '../../storage/collections.ts';
import { silenceOf } from '../silence.ts';
import { type Given, mayBeStored } from './given.ts';
import type { Shown } from './shown.ts';

/** Tasks opened, changed and closed by a step, and who is told. */
export async function taskChanges(given: Given, shown: Shown, feed: FeedRow[]): Promise<Change[]> {
  const { store, before, result } = given;
  const { instance, effects } = result;
  const opened = new Map<string, Task>();
  const closed = new Map<string, { why: string; decision?: string }>();
  for (const effect of effects) {
    if (effect.type === 'task.open' || effect.type === 'task.change') opened.set(effect.task.id, effect.task);
    if (effect.type === 'task.close')
      closed.set(effect.task.id, {
        why: effect.why,
        ...(effect.decision === undefined ? {} : { decision: effect.decision }),
      });
  }
  // A new version or a number is shown in every open task of the document.
  const shownChanged =
    before !== null &&
    (currentVersion(before.state).digest !== currentVersion(instance).digest ||
      before.state.registration !== instance.registration);
  if (shownChanged) for (const task of Object.values(instance.tasks)) opened.set(task.id, task);

  const ids = [...new Set([...opened.keys(), ...closed.keys()])];
  const stored = ids.filter((id) => mayBeStored(given, opened.get(id)?.visit));
  const known = new Map((await store.getMany(tasks, stored)).map((row) => [row.id, row]));
  const changes: Change[] = [];
  for (const id of ids) {
    const row = known.get(id);
    const close = closed.get(id);
    const open = opened.get(id);
    // Opened and closed in one step: nobody ever had it.
    if (!row && close) continue;
    const next = close ? closedRow(given, row!, close.decision) : openRow(given, open!, shown);
    const kept = row === undefined ? next : { ...next, openedAtMs: row.openedAtMs };
    changes.push(row ? put(tasks, kept, row.rev) : insert(tasks, next));
    const to = new Set(
      [...(row?.desk ?? []), ...(row?.over ?? []), ...next.desk, ...next.over].map(
        (position) => `p:${position}`,
      ),
    );
    feed.push({ org: instance.organisation, type: 'task', id, rev: (row?.rev ?? 0) + 1, to: [...to] });
  }
  return changes;
}

function openRow({ result, compiled, directory }: Given, task: Task, shown: Shown): Omit<TaskRow, 'rev'> {
  const { instance } = result;
  const stage = compiled.regulation.stages[task.stage]!;
  const version = currentVersion(instance);
  const over = new Set(task.positions.flatMap((position) => directory.superiorOf(position) ?? []));
  const automatic = task.lapsed
    ? instance.decisions.find(
        (one) => one.slot === task.slot && one.automatic !== undefined && one.replacedBy === undefined,
      )
    : undefined;
  return {
    id: task.id,
    instance: instance.id,
    document: instance.document,
    organisation: instance.organisation,
    regulation: { id: instance.regulation.id, version: instance.regulation.version },
    visit: task.visit,
    slot: task.slot,
    stage: task.stage,
    kind: task.kind,
    stageTitle: stage.title,
    ask: stage.ask ?? stage.title,
    state: 'open',
    desk: task.positions,
    positions: task.positions,
    ...(task.takenBy
      ? { takenBy: { employee: task.takenBy.employee, position: task.takenBy.position } }
      : {}),
    over: [...over],
    openedAtMs: task.openedAtMs,
    dueAtMs: task.dueAtMs,
    provisional: task.term.provisional,
    overdue: task.overdue,
    lapsed: task.lapsed,
    silence: silenceOf(instance, task),
    ...shown,
    author: instance.initiator.person,
    digest: version.digest,
    version: version.no,
    decidedBy: '',
    decidedAtMs: 0,
    ...(automatic ? { decided: decidedOf(compiled, automatic) } : {}),
  };
}

function closedRow(
  { result, compiled }: Given,
  row: TaskRow,
  decisionId: string | undefined,
): Omit<TaskRow, 'rev'> {
  const decision =
    decisionId === undefined
      ? undefined
      : result.instance.decisions.find((one) => one.id === decisionId && one.slot === row.slot);
  const byPerson = decision !== undefined && decision.automatic === undefined;
  return {
    ...row,
    state: decision ? 'decided' : 'closed',
    desk: [],
    over: [],
    silence: { kind: 'none' },
    decidedBy: byPerson ? (decision.person.employee ?? '') : '',
    decidedAtMs: decision?.atMs ?? 0,
    ...(decision ? { decided: decidedOf(compiled, decision) } : {}),
  };
}

function decidedOf(compiled: CompiledRegulation, decision: Decision) {
  return {
    outcome: decision.outcome,
    title: outcomeTitle(compiled, decision),
    tone: decision.tone,
    automatic: decision.automatic !== undefined,
  };
}

/** The title of a task's own outcome; of the kinds' fixed ones the clients have the words, by the outcome's id. */
function outcomeTitle(compiled: CompiledRegulation, decision: Pick<Decision, 'stage' | 'outcome'>): Text {
  const stage = compiled.regulation.stages[decision.stage];
  const outcome =
    stage === undefined ? undefined : outcomesOf(stage).find((one) => one.id === decision.outcome);
  return outcome?.title ?? { ru: decision.outcome, en: decision.outcome };
}
