import type { AnswerOf } from '@reglament/api';
import { type Actor, currentVersion, type Instance } from '@reglament/engine';
import { type Change, insert } from '@reglament/storage';
import type { Beside, Deps } from '../../deps.ts';
import { filesOf } from '../../documents/changes.ts';
import { Refused, refusedByEngine } from '../../http/refused.ts';
import type { Session } from '../../http/session.ts';
import { type DocumentRow, drafts } from '../../storage/collections.ts';

type Answer = AnswerOf<'documents.withdraw'>;

/** Withdraws (the document is a draft again, in the same commit) or annuls for good. The author's, until signed: the engine says. */
export async function stopDocument(
  type: 'withdraw' | 'annul',
  row: DocumentRow,
  reason: string,
  session: Session,
  deps: Deps,
  keep: (answer: Answer) => Beside,
): Promise<Answer> {
  if (row.author !== session.employee) throw new Refused('NOT_THE_AUTHOR');
  const draft = type === 'withdraw' ? deps.newId() : null;
  const answer: Answer = {
    document: row.id,
    state: type === 'withdraw' ? 'withdrawn' : 'annulled',
    draft,
    atMs: deps.clock.now(),
  };
  const done = await deps.executor.execute({
    instance: row.instance,
    command: (instance) => ({ type, by: authorOf(instance), reason }),
    beside: (after) => ({
      changes: [...keep(answer).changes, ...(draft === null ? [] : [draftAgain(draft, row, after, deps)])],
    }),
  });
  if (!done.ok) throw refusedByEngine(done.refusal, done.params);
  return answer;
}

function authorOf(instance: Instance | null): Actor {
  if (!instance) throw new Refused('NOT_FOUND');
  return { employee: instance.initiator.employee, position: instance.initiator.position };
}

function draftAgain(id: string, row: DocumentRow, after: Instance, deps: Deps): Change {
  const version = currentVersion(after);
  return insert(drafts, {
    id,
    organisation: row.organisation,
    author: row.author,
    position: after.initiator.position,
    regulation: row.regulation.id,
    card: version.card,
    files: filesOf(version, row.files),
    chosen: after.chosen,
    title: row.title,
    savedAtMs: deps.clock.now(),
    document: row.id,
  });
}
