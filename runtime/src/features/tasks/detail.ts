import type { TaskDetail } from '@reglament/api';
import { currentVersion, type Instance } from '@reglament/engine';
import type { Deps } from '../../deps.ts';
import { filesOf, presentChanges } from '../../documents/changes.ts';
import { presentFields, presentPosts } from '../../documents/fields.ts';
import { versionOf } from '../../documents/manifest.ts';
import { offeredOutcomes } from '../../documents/outcomes.ts';
import { registeringAt } from '../../documents/registering.ts';
import { presentRemarks } from '../../documents/remarks.ts';
import { loadTexts } from '../../documents/texts.ts';
import { presentVisas } from '../../documents/visas.ts';
import type { Session } from '../../http/session.ts';
import { counters, type DocumentRow, type TaskRow, workingCopies } from '../../storage/collections.ts';
import { nextRoundOf } from './nextRound.ts';
import { presentTask } from './row.ts';

/** All that a person needs before him to decide: what is asked, the document, what others said, what changed since his own visa. */
export async function presentDetail(
  row: TaskRow,
  document: DocumentRow,
  instance: Instance,
  session: Session,
  deps: Deps,
): Promise<TaskDetail> {
  const directory = deps.directory.current();
  const nowMs = deps.clock.now();
  const compiled = deps.regulations.compiled(row.organisation, row.regulation.id, row.regulation.version);
  const { regulation } = compiled;
  const stage = regulation.stages[row.stage]!;
  const version = currentVersion(instance);
  const texts = await loadTexts(deps.store, instance.id);
  const task = instance.tasks[row.id];
  const edits = stage.kind === 'task' ? stage.settings.edits : undefined;
  const rework = stage.kind === 'task' && stage.settings.rework === true;
  const form =
    stage.kind === 'task' && stage.settings.form
      ? presentFields(stage.settings.form, stage.settings.formOrder ?? [])
      : [];
  const copy = edits ? await deps.store.get(workingCopies, row.id) : undefined;
  const asked = regulation.stageOrder.filter(
    (id) => !['choice', 'parallel', 'end'].includes(regulation.stages[id]!.kind),
  );

  return {
    row: presentTask(row, session, deps),
    documentTitle: row.title,
    kindTitle: regulation.documentKind.title,
    round: instance.round,
    version: version.no,
    fields: presentFields(regulation.fields, regulation.fieldOrder),
    card: { ...version.card } as TaskDetail['card'],
    posts: presentPosts(regulation, version.card, {}, directory, nowMs),
    files: filesOf(version, document.files),
    outcomes: row.state === 'open' ? offeredOutcomes(regulation, row.stage) : [],
    form,
    edits: edits
      ? {
          fields: edits.card === 'all' ? [...regulation.fieldOrder] : [...edits.card],
          files: edits.files,
          rework,
        }
      : null,
    remarks: presentRemarks(instance, compiled, texts),
    visas: presentVisas(instance, compiled, directory, texts),
    changedSinceMyVisa: changedSince(instance, row, session, regulation),
    basis: stage.evidence
      ? { tag: stage.evidence.tag, ...(stage.evidence.basis ? { basis: stage.evidence.basis } : {}) }
      : null,
    stageNo: asked.indexOf(row.stage) + 1,
    stageCount: asked.length,
    ...(stage.kind === 'registration' && row.state === 'open'
      ? { nextNumber: await numberAhead(instance, row.stage, deps) }
      : {}),
    nextRound:
      rework && task
        ? nextRoundOf({
            instance,
            task,
            compiled,
            directory,
            nowMs,
            version: copy ? versionOf(copy.card, copy.files) : versionOf(version.card, version.files),
          })
        : null,
    now: nowMs,
  };
}

/** Since the version that this person, or his post, decided on last at this stage or any other. */
function changedSince(
  instance: Instance,
  row: TaskRow,
  session: Session,
  regulation: Parameters<typeof presentChanges>[2],
): TaskDetail['changedSinceMyVisa'] {
  const mine = instance.decisions.findLast(
    (one) =>
      one.replacedBy === undefined &&
      (one.person.employee === session.employee ||
        (one.stage === row.stage && row.positions.includes(one.position))),
  );
  const from = mine === undefined ? undefined : instance.versions.find(({ no }) => no === mine.version);
  const to = currentVersion(instance);
  return from === undefined || from.digest === to.digest ? null : presentChanges(from, to, regulation);
}

/** The number that would be given now; somebody may be faster. */
async function numberAhead(instance: Instance, stage: string, deps: Deps): Promise<string> {
  const registering = await registeringAt(instance, stage, deps);
  return registering.numberOf((await deps.store.get(counters, registering.series))?.next ?? 1);
}
