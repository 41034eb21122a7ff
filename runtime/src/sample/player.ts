import { type Actor, currentVersion, type Directory, type Instance, type Task } from '@reglament/engine';
import type { Card } from '@reglament/regulation';
import { type Change, insert } from '@reglament/storage';
import type { Deps } from '../deps.ts';
import { versionOf } from '../documents/manifest.ts';
import { registerEntry, registeringAt } from '../documents/registering.ts';
import { sendingOf } from '../documents/sending.ts';
import { drafts, type FileEntry, instances, uploads } from '../storage/collections.ts';
import type { Move, SampleDocument } from './sampleDocument.ts';
import { organisations } from './staff.ts';

export type PlayerDeps = Pick<Deps, 'store' | 'clock' | 'newId' | 'directory' | 'regulations' | 'executor'>;

const organisation = organisations[0].id;

/** One document of the story and the people who move it: each move is the command that the same person's click would give. */
export interface Player {
  send(): Promise<void>;
  move(move: Move): Promise<void>;
}

export function createPlayer(
  deps: PlayerDeps,
  document: SampleDocument,
  card: Card,
  files: readonly FileEntry[],
): Player {
  const instanceId = deps.newId();
  const documentId = deps.newId();

  const execute = async (execution: Parameters<Deps['executor']['execute']>[0]) => {
    const done = await deps.executor.execute(execution);
    if (!done.ok)
      throw new Error(
        `The sample cannot be played: ${document.regulation} of ${document.author}: ${done.refusal}`,
      );
  };

  return {
    async send() {
      const { clock, directory, regulations } = deps;
      const position = positionOf(directory.current(), document.author);
      const unit = directory.current().position(position)?.unit;
      const regulation = regulations.inForce(organisation, document.regulation, clock.now(), unit)!;
      const chosen = document.chosen ?? {};
      const sending = {
        instance: instanceId,
        document: documentId,
        organisation,
        author: document.author,
        position,
        regulation,
        card,
        files,
        chosen,
      };
      await execute(
        sendingOf(sending, deps, () => ({ changes: uploadRows(document.author, files, clock.now()) })),
      );
    },

    async move(move) {
      // Read each time: timers have moved it as well.
      const row = await deps.store.get(instances, instanceId);
      if (!row) throw new Error('The sample moves a document that was not sent');
      const instance = row.state;
      if ('stop' in move) {
        const by = actingFor(deps, instance.initiator.position);
        await execute({
          instance: instanceId,
          command: () => ({ type: move.stop, by, reason: move.reason }),
          beside: (after) => ({ changes: move.stop === 'withdraw' ? [draftAgain(after)] : [] }),
        });
        return;
      }
      const task = Object.values(instance.tasks).find(
        (one) => one.stage === move.stage && (move.by === undefined || one.positions.includes(move.by)),
      );
      if (!task) throw new Error(`The sample finds nobody at ${move.stage} of ${document.author}`);
      const by = actingFor(deps, move.by ?? task.positions[0]!);
      if (task.positions.length > 1)
        await execute({ instance: instanceId, command: () => ({ type: 'take', task: task.id, by }) });
      await decide(instance, move, task, by);
    },
  };

  async function decide(
    instance: Instance,
    move: Extract<Move, { stage: string }>,
    task: Task,
    by: Actor,
  ): Promise<void> {
    const version = currentVersion(instance);
    const registering =
      task.kind === 'registration' && move.outcome === 'registered'
        ? await registeringAt(instance, task.stage, deps)
        : null;
    await execute({
      instance: instanceId,
      series: () => registering?.series ?? null,
      command: (_instance, _staff, sequence) => ({
        type: 'decide',
        task: task.id,
        by,
        outcome: move.outcome,
        digest: version.digest,
        ...(move.text === undefined ? {} : { text: move.text }),
        ...(move.remarks === undefined ? {} : { remarks: move.remarks }),
        ...(move.form === undefined ? {} : { form: move.form(today()) }),
        ...(move.answer === undefined ? {} : { answers: acceptAll(instance, move.answer) }),
        ...(move.edit === undefined
          ? {}
          : { version: versionOf({ ...version.card, ...move.edit }, version.files) }),
        ...(move.outcome === 'signed'
          ? { signature: { kind: 'simple' as const, digest: version.digest } }
          : {}),
        ...(registering
          ? { registration: { number: registering.numberOf(sequence), sequence, date: registering.date } }
          : {}),
      }),
      beside: (after, sequence) => ({
        changes: registering
          ? [
              registerEntry(
                after,
                sequence,
                deps.directory.current().personOf(by.employee, by.position),
                registering,
                deps,
              ),
            ]
          : [],
      }),
    });
  }

  function draftAgain(after: Instance): Change {
    const { card: lastCard } = currentVersion(after);
    return insert(drafts, {
      ...draftRow(deps, document, lastCard, files),
      document: documentId,
    });
  }

  function today(): string {
    return deps.directory.current().organisationCalendar(organisation).dayOf(deps.clock.now());
  }
}

/** A draft as its author keeps it. */
export function draftRow(
  deps: PlayerDeps,
  document: SampleDocument,
  card: Card,
  files: readonly FileEntry[],
) {
  const title = card[document.regulation === 'municipal-contract' ? 'subject' : 'title'];
  return {
    id: deps.newId(),
    organisation,
    author: document.author,
    position: positionOf(deps.directory.current(), document.author),
    regulation: document.regulation,
    card,
    files,
    chosen: document.chosen ?? {},
    title: typeof title === 'string' ? title : '',
    savedAtMs: deps.clock.now(),
  };
}

/** Who brought the files in may attach them again. */
export function uploadRows(employee: string, files: readonly FileEntry[], atMs: number): Change[] {
  return files.map((file) => insert(uploads, { id: `${file.digest}/${employee}`, employee, file, atMs }));
}

function acceptAll(instance: Instance, text: string) {
  return instance.remarks
    .filter((remark) => remark.status === 'open')
    .map((remark) => ({ remark: remark.id, disposition: 'accepted' as const, text }));
}

function positionOf(directory: Directory, employee: string): string {
  return directory.positionsOf(employee)[0]!;
}

/** Whoever does the work of a post today. */
function actingFor({ directory, clock }: PlayerDeps, position: string): Actor {
  const acting = directory.current().acting(position, clock.now());
  if (!acting) throw new Error(`The sample finds nobody at the post ${position}`);
  return {
    employee: acting.employee,
    position,
    ...(acting.standsInFor === undefined ? {} : { onBehalfOf: acting.standsInFor }),
  };
}
