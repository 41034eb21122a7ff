import { EngineError } from '../errors.ts';
import type { Command } from '../model/command.ts';
import type { DocumentVersion } from '../model/instance.ts';
import { type Problem, problem } from '../stages/stage-reducer.ts';
import type { Transaction } from '../transaction.ts';
import { missingField } from './version.ts';

type StartCommand = Extract<Command, { type: 'start' }>;

/** Sends a draft: pins the version of the regulation and enters its first stage. */
export function start(tx: Transaction, command: StartCommand): Problem | null {
  const { directory, regulation, nowMs } = tx.context;
  if (command.regulation.hash !== regulation.hash) {
    throw new EngineError('ENG_OTHER_REGULATION', { asked: command.regulation.hash, given: regulation.hash });
  }
  const refused = wrongChoice(tx, command) ?? missingField(regulation.regulation, command.version.card);
  if (refused !== null) return refused;
  const { employee, position, unit } = command.initiator;
  if (directory.position(position) === undefined) return problem('position-unknown', { position });

  const { digest, card, files } = command.version;
  const version: DocumentVersion = {
    no: 1,
    digest,
    card,
    files,
    madeAtMs: nowMs,
    madeBy: { employee, position },
    changed: { fields: [], files: false },
  };
  tx.record({
    type: 'started',
    instance: {
      id: command.instance,
      document: command.document,
      organisation: command.organisation,
      regulation: command.regulation,
      initiator: { employee, position, unit, person: directory.personOf(employee, position) },
      chosen: command.chosen,
    },
    version,
    machine: regulation.route.initial(),
  });
  return null;
}

/** Each list that the author chooses has the size its participant says, and only known posts, each once. */
function wrongChoice(tx: Transaction, { chosen }: StartCommand): Problem | null {
  const { participants } = tx.context.regulation.regulation;
  for (const id of Object.keys(chosen)) {
    if (!Object.hasOwn(participants, id) || participants[id]?.type !== 'chosen') {
      return problem('chosen-invalid', { participant: id });
    }
  }
  for (const [id, participant] of Object.entries(participants)) {
    if (participant.type !== 'chosen') continue;
    const posts = Object.hasOwn(chosen, id) ? (chosen[id] ?? []) : [];
    const { min, max } = participant;
    if (posts.length < min || posts.length > max || new Set(posts).size !== posts.length) {
      return problem('chosen-invalid', { participant: id, min, max });
    }
    const unknown = posts.find((post) => tx.context.directory.position(post) === undefined);
    if (unknown !== undefined) return problem('position-unknown', { position: unknown });
  }
  return null;
}
