import type { Stage } from '@reglament/regulation';
import type { Decision, DocumentVersion, Remark, Task, TextRef } from '../model/instance.ts';
import { checkDecision, editsOf, shapeDecision } from '../stages/registry.ts';
import { type DecideCommand, type DecisionShape, type Problem, problem } from '../stages/stage-reducer.ts';
import { currentVersion, stageOf } from '../state.ts';
import type { Transaction } from '../transaction.ts';
import { advanceVisit } from '../visits/advance-visit.ts';
import { clearIncidents } from '../visits/incidents.ts';
import { onBehalfOf, personOf } from './people.ts';
import { nextVersion, wrongVersion } from './version.ts';

/** What one person decided on his task. */
export function decide(tx: Transaction, command: DecideCommand): Problem | null {
  const task = Object.hasOwn(tx.state.tasks, command.task) ? tx.state.tasks[command.task] : undefined;
  if (task === undefined) return problem('task-closed');
  const stage = stageOf(tx.context.regulation, task.stage);
  const shape = shapeDecision(stage, command);
  const refused = notHis(task, command) ?? (shape === null ? problem('outcome-unknown') : null);
  if (refused !== null || shape === null) return refused;
  const before = currentVersion(tx.state);
  const made =
    command.version !== undefined && command.version.digest !== before.digest ? command.version : undefined;
  const wrong =
    (command.digest === before.digest ? null : problem('digest-stale', { version: before.no })) ??
    missingWords(shape, command) ??
    (command.version !== undefined && shape.tone !== 'forward' ? problem('version-not-allowed') : null) ??
    (made === undefined
      ? null
      : wrongVersion(tx.context.regulation.regulation, editsOf(stage), before, made)) ??
    checkDecision(stage, shape, command, {
      instance: tx.state,
      regulation: tx.context.regulation.regulation,
    });
  if (wrong !== null) return wrong;

  const edits = editsOf(stage);
  const atMs = tx.context.nowMs;
  if (made !== undefined && edits !== undefined) {
    const by = { actor: command.by, visit: task.visit, atMs };
    tx.record({ type: 'versionMade', version: nextVersion(before, made, edits, by) });
  }
  const id = tx.context.newId();
  const words = wordsOf(tx, id, shape, command);
  const stoodInFor = onBehalfOf(tx.context, command.by);
  const version = currentVersion(tx.state);
  const decision: Decision = {
    ...decisionOn(tx, task, id, version),
    position: command.by.position,
    person: personOf(tx.context, command.by),
    ...(stoodInFor === undefined ? {} : { onBehalfOf: stoodInFor }),
    outcome: shape.outcome,
    tone: shape.tone,
    late: task.lapsed || atMs > task.dueAtMs,
    remarks: words.remarks.map((remark) => remark.id),
    ...(words.text === undefined ? {} : { text: words.text }),
    ...(command.form === undefined ? {} : { form: command.form }),
    ...(command.signature === undefined ? {} : { signature: command.signature }),
  };
  tx.record({ type: 'decided', decision, remarks: words.remarks });
  afterDecision(tx, stage, task, command, decision);
  return null;
}

/** What by silence becomes a visa: the deadline and the version of the regulation stand for the person. */
export function decideBySilence(tx: Transaction, task: Task): void {
  const stage = stageOf(tx.context.regulation, task.stage);
  const position = task.positions[0];
  if (stage.kind !== 'approval' || position === undefined || task.lapsed) return;
  const decision: Decision = {
    ...decisionOn(tx, task, tx.context.newId(), currentVersion(tx.state)),
    position,
    person: tx.context.directory.person(position, tx.context.nowMs),
    outcome: 'approved',
    tone: 'forward',
    late: false,
    automatic: { deadline: task.term.deadline, regulationVersion: tx.context.regulation.version },
    remarks: [],
  };
  tx.record({ type: 'decided', decision, remarks: [] });
  if (!stage.settings.lateDecisions) closeTask(tx, task);
  advanceVisit(tx, task.visit);
}

function decisionOn(tx: Transaction, task: Task, id: string, version: DocumentVersion) {
  return {
    id,
    visit: task.visit,
    slot: task.slot,
    stage: task.stage,
    kind: task.kind,
    participant: tx.state.slots[task.slot]?.participant ?? '',
    round: tx.state.round,
    version: version.no,
    digest: version.digest,
    openedAtMs: task.openedAtMs,
    atMs: tx.context.nowMs,
    dueAtMs: task.dueAtMs,
  };
}

/** What follows from a decision besides the visit's own progress. */
function afterDecision(
  tx: Transaction,
  stage: Stage,
  task: Task,
  command: DecideCommand,
  decision: Decision,
): void {
  if (stage.kind === 'registration' && command.registration !== undefined) {
    const { register } = stage.settings;
    const given = { register, ...command.registration, visit: task.visit, decision: decision.id };
    tx.record({ type: 'registered', registration: given });
  }
  if (stage.kind === 'task' && stage.settings.rework === true && decision.tone === 'forward') {
    answerRemarks(tx, command);
    tx.record({ type: 'roundOpened', round: tx.state.round + 1, opening: tx.state.noted ?? null });
  }
  closeTask(tx, task);
  advanceVisit(tx, task.visit);
}

function closeTask(tx: Transaction, task: Task): void {
  tx.record({ type: 'taskClosed', task: task.id, why: 'decided' });
  clearIncidents(tx, (incident) => incident.slot === task.slot, 'resolved');
}

function notHis(task: Task, { by }: DecideCommand): Problem | null {
  if (!task.positions.includes(by.position)) return problem('not-your-task');
  if (task.takenBy !== undefined && task.takenBy.employee !== by.employee) return problem('task-taken');
  return null;
}

function missingWords(shape: DecisionShape, { text, remarks }: DecideCommand): Problem | null {
  if (shape.needs === 'text') return isBlank(text) ? problem('text-required') : null;
  if (shape.needs !== 'textOrRemark') return null;
  const said = !isBlank(text) || (remarks ?? []).some((remark) => !isBlank(remark.text));
  return said ? null : problem('remarks-required');
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** The words go beside the history. What is said against, or with remarks, without a list is itself the remark. */
function wordsOf(
  tx: Transaction,
  decision: string,
  shape: DecisionShape,
  command: DecideCommand,
): { readonly text?: TextRef; readonly remarks: readonly Remark[] } {
  const text = isBlank(command.text) ? undefined : tx.text(command.text ?? '');
  const listed = (command.remarks ?? []).filter((remark) => !isBlank(remark.text));
  const remarkOf = (ref: TextRef, index: number, place: string | undefined): Remark => ({
    id: tx.context.newId(),
    no: tx.state.remarks.length + index + 1,
    decision,
    ...(place === undefined ? {} : { place }),
    text: ref,
    status: 'open',
  });
  const isRemark = shape.tone === 'return' || shape.needs === 'textOrRemark';
  const remarks =
    listed.length === 0 && text !== undefined && isRemark
      ? [remarkOf(text, 0, undefined)]
      : listed.map((remark, index) => remarkOf(tx.text(remark.text), index, remark.place));
  return text === undefined ? { remarks } : { text, remarks };
}

function answerRemarks(tx: Transaction, command: DecideCommand): void {
  const answers = (command.answers ?? []).map(({ remark, disposition, text }) => ({
    remark,
    disposition,
    text: isBlank(text) ? null : tx.text(text ?? ''),
  }));
  if (answers.length > 0) tx.record({ type: 'remarksAnswered', answers });
}
