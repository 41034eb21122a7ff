import type { AnswerOf, BodyOf } from '@reglament/api';
import { currentVersion, type Instance } from '@reglament/engine';
import { insert, put } from '@reglament/storage';
import type { Deps } from '../../deps.ts';
import { asCard, checkCard, isUnfinished } from '../../documents/cardCheck.ts';
import { filesOf, presentChanges } from '../../documents/changes.ts';
import { Refused } from '../../http/refused.ts';
import type { Session } from '../../http/session.ts';
import {
  type DocumentRow,
  type TaskRow,
  type WorkingCopyRow,
  workingCopies,
} from '../../storage/collections.ts';
import { attachable } from '../drafts/draftAccess.ts';

/** What a reader sees while nothing has been saved. */
export const firstRevision = 1;

/** The document as a stage that edits is changing it. Until something is saved it is the current version, at revision 1. */
export async function readCopy(
  row: TaskRow,
  document: DocumentRow,
  instance: Instance,
  deps: Deps,
): Promise<Omit<WorkingCopyRow, 'savedAtMs'> & { readonly savedAtMs: number | null }> {
  const saved = await deps.store.get(workingCopies, row.id);
  if (saved) return saved;
  const version = currentVersion(instance);
  return {
    id: row.id,
    rev: firstRevision,
    instance: instance.id,
    card: version.card,
    files: filesOf(version, document.files),
    baseVersion: version.no,
    savedAtMs: null,
  };
}

export async function presentCopy(
  row: TaskRow,
  document: DocumentRow,
  instance: Instance,
  deps: Deps,
): Promise<AnswerOf<'tasks.workingCopy'>> {
  const copy = await readCopy(row, document, instance, deps);
  const { regulation } = deps.regulations.compiled(
    row.organisation,
    row.regulation.id,
    row.regulation.version,
  );
  const base = currentVersion(instance);
  return {
    revision: copy.rev,
    card: { ...copy.card } as AnswerOf<'tasks.workingCopy'>['card'],
    files: [...copy.files],
    baseVersion: copy.baseVersion,
    savedAtMs: copy.savedAtMs,
    changes: presentChanges(base, { no: base.no + 1, card: copy.card, files: copy.files }, regulation),
  };
}

/** @throws Refused REVISION_STALE, FIELD_INVALID, FIELD_NOT_EDITABLE, VERSION_NOT_ALLOWED, FILE_MISSING */
export async function saveCopy(
  row: TaskRow,
  document: DocumentRow,
  instance: Instance,
  body: BodyOf<'tasks.saveWorkingCopy'>,
  session: Session,
  deps: Deps,
): Promise<AnswerOf<'tasks.saveWorkingCopy'>> {
  const { regulation } = deps.regulations.compiled(
    row.organisation,
    row.regulation.id,
    row.regulation.version,
  );
  const stage = regulation.stages[row.stage];
  const edits = stage?.kind === 'task' ? stage.settings.edits : undefined;
  if (!edits) throw new Refused('VERSION_NOT_ALLOWED');
  const before = await readCopy(row, document, instance, deps);
  if (before.rev !== body.revision)
    throw new Refused('REVISION_STALE', { revision: before.rev, seen: body.revision });
  const problem = checkCard(body.card, regulation.fields, deps.directory.current()).find(
    (one) => !isUnfinished(one),
  );
  if (problem) throw new Refused('FIELD_INVALID', { field: problem.field, reason: problem.code });
  const card = asCard(body.card);
  const version = currentVersion(instance);
  const files = await attachable(body.files, [...document.files, ...before.files], session, deps);
  const changed = presentChanges(version, { no: version.no + 1, card, files }, regulation);
  const locked = edits.card === 'all' ? undefined : changed.fields.find(({ id }) => !edits.card.includes(id));
  if (locked) throw new Refused('FIELD_NOT_EDITABLE', { field: locked.id });
  if (!edits.files && changed.files.length > 0) throw new Refused('VERSION_NOT_ALLOWED');

  const savedAtMs = deps.clock.now();
  const next = { id: row.id, instance: instance.id, card, files, baseVersion: version.no, savedAtMs };
  // The first saving makes revision 2 of what the reader saw as revision 1: the row is inserted and touched at once.
  const done =
    before.savedAtMs === null
      ? await firstSave(next, deps)
      : (await deps.store.commit([put(workingCopies, next, before.rev)])).ok;
  if (!done) throw new Refused('REVISION_STALE', { revision: before.rev + 1, seen: body.revision });
  return { revision: before.rev + 1, savedAtMs };
}

async function firstSave(next: Omit<WorkingCopyRow, 'rev'>, deps: Deps): Promise<boolean> {
  if (!(await deps.store.commit([insert(workingCopies, next)])).ok) return false;
  return (await deps.store.commit([put(workingCopies, next, firstRevision)])).ok;
}
