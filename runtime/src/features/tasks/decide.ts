import type { AnswerOf, BodyOf } from '@reglament/api';
import { type Actor, type Command, currentVersion, type Instance, type NewVersion } from '@reglament/engine';
import { remove } from '@reglament/storage';
import type { Beside, Deps } from '../../deps.ts';
import { asCard, checkCard } from '../../documents/cardCheck.ts';
import { versionOf } from '../../documents/manifest.ts';
import { registerEntry, registeringAt } from '../../documents/registering.ts';
import { Refused, refusedByEngine } from '../../http/refused.ts';
import type { Session } from '../../http/session.ts';
import {
  accounts,
  type FileEntry,
  instances,
  type TaskRow,
  type WorkingCopyRow,
  workingCopies,
} from '../../storage/collections.ts';
import type { Lockout } from '../session/lockout.ts';
import { passwordFits } from '../session/passwords.ts';
import { firstRevision } from './workingCopy.ts';

type Body = BodyOf<'tasks.decide'>;
type Answer = AnswerOf<'tasks.decide'>;

export interface Deciding {
  readonly row: TaskRow;
  readonly by: Actor;
  readonly body: Body;
  readonly session: Session;
  readonly address: string;
  readonly keep: (answer: Answer) => Beside;
}

/** One decision, one commit: with its number, its new version and its key. */
export async function decideTask(
  { row, by, body, session, address, keep }: Deciding,
  deps: Deps,
  lockout: Lockout,
): Promise<Answer> {
  const instance = (await deps.store.get(instances, row.instance))?.state;
  if (!instance) throw new Refused('NOT_FOUND');
  if (body.digest !== row.digest) throw new Refused('DOCUMENT_CHANGED', { version: row.version });
  const signs = row.kind === 'signing' && body.outcome === 'signed';
  if (signs) await requirePassword(body.password, session, address, deps, lockout);
  const form = body.form === undefined ? undefined : checkedForm(body.form, row, deps);
  const copy = body.workingCopy === undefined ? null : await workingCopy(row, body.workingCopy, deps);
  const version = copy ? checkedVersion(copy, instance, deps) : null;
  const registering =
    row.kind === 'registration' && body.outcome === 'registered'
      ? await registeringAt(instance, row.stage, deps)
      : null;

  let answer: Answer | undefined;
  const done = await deps.executor.execute({
    instance: row.instance,
    // A number once given stays given: a second registration takes none.
    series: (state) => (registering && !state?.registration ? registering.series : null),
    command: (_state, _staff, sequence): Command => ({
      type: 'decide',
      task: row.id,
      by,
      outcome: body.outcome,
      digest: body.digest,
      ...(body.text === undefined ? {} : { text: body.text }),
      ...(body.remarks === undefined
        ? {}
        : {
            remarks: body.remarks.map(({ place, text }) => ({
              text,
              ...(place === undefined ? {} : { place }),
            })),
          }),
      ...(form === undefined ? {} : { form }),
      ...(body.answers === undefined
        ? {}
        : {
            answers: body.answers.map(({ remark, disposition, text }) => ({
              remark,
              disposition,
              ...(text === undefined ? {} : { text }),
            })),
          }),
      ...(version ? { version } : {}),
      ...(signs ? { signature: { kind: 'simple' as const, digest: body.digest } } : {}),
      ...(registering && sequence > 0
        ? { registration: { number: registering.numberOf(sequence), sequence, date: registering.date } }
        : {}),
    }),
    beside: (after, sequence) => {
      answer = answerOf(row, body.outcome, after, deps.clock.now());
      const person = deps.directory.current().personOf(by.employee, by.position);
      return {
        changes: [
          ...keep(answer).changes,
          ...(copy ? [remove(workingCopies, copy.id, copy.rev)] : []),
          ...(registering && sequence > 0 ? [registerEntry(after, sequence, person, registering, deps)] : []),
        ],
        files: copy?.files ?? [],
      };
    },
  });
  if (!done.ok) throw refusedByEngine(done.refusal, done.params);
  return answer!;
}

function answerOf(row: TaskRow, outcome: string, after: Instance, atMs: number): Answer {
  return {
    task: row.id,
    document: row.document,
    outcome,
    version: currentVersion(after).no,
    state: after.status === 'running' ? 'running' : (after.ending?.as ?? 'completed'),
    ...(after.registration ? { number: after.registration.number } : {}),
    atMs,
  };
}

/** A simple signature: the password again. Wrong ones count as at signing in. */
async function requirePassword(
  password: string | undefined,
  session: Session,
  address: string,
  deps: Deps,
  lockout: Lockout,
): Promise<void> {
  if (password === undefined) throw new Refused('SIGNATURE_REQUIRED');
  const waitMs = lockout.waitMs(session.login, address);
  if (waitMs > 0) throw new Refused('TOO_MANY_TRIES', { seconds: Math.ceil(waitMs / 1000) });
  const account = await deps.store.get(accounts, session.account);
  if (!account || !(await passwordFits(account.passwordHash, password))) {
    lockout.failed(session.login, address);
    throw new Refused('PASSWORD_WRONG');
  }
  lockout.succeeded(session.login, address);
}

function checkedForm(form: NonNullable<Body['form']>, row: TaskRow, deps: Deps) {
  const stage = deps.regulations.compiled(row.organisation, row.regulation.id, row.regulation.version)
    .regulation.stages[row.stage];
  const fields = stage?.kind === 'task' ? (stage.settings.form ?? {}) : {};
  const [problem] = checkCard(form, fields, deps.directory.current());
  if (problem) throw new Refused('FORM_INVALID', { field: problem.field, reason: problem.code });
  return asCard(form);
}

/** The working copy that the decision brings; null when nothing was ever changed: the version stays. */
async function workingCopy(row: TaskRow, revision: number, deps: Deps): Promise<WorkingCopyRow | null> {
  const copy = await deps.store.get(workingCopies, row.id);
  if (!copy && revision === firstRevision) return null;
  if (!copy || copy.rev !== revision)
    throw new Refused('REVISION_STALE', { revision: copy?.rev ?? 0, seen: revision });
  return copy;
}

/** The working copy as a version of the document; one that equals the current version makes no new one. */
function checkedVersion(copy: WorkingCopyRow, instance: Instance, deps: Deps): NewVersion {
  const { regulation } = deps.regulations.compiled(
    instance.organisation,
    instance.regulation.id,
    instance.regulation.version,
  );
  const [problem] = checkCard(copy.card, regulation.fields, deps.directory.current());
  if (problem) throw new Refused('FIELD_INVALID', { field: problem.field, reason: problem.code });
  return versionOf(copy.card, copy.files as readonly FileEntry[]);
}
