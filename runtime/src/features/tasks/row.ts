import type { TaskRow as TaskAnswer } from '@reglament/api';
import type { Directory } from '@reglament/engine';
import type { Deps } from '../../deps.ts';
import { offeredOutcomes, saidOutcome } from '../../documents/outcomes.ts';
import { presentPerson, presentPost } from '../../documents/person.ts';
import type { Session } from '../../http/session.ts';
import type { TaskRow } from '../../storage/collections.ts';
import { administeredBy } from '../people/policy.ts';
import { actorFor, mayHandOver } from './access.ts';

/** A task as the list shows it to one reader: with what he may do with it now. */
export function presentTask(
  row: TaskRow,
  session: Session,
  deps: Pick<Deps, 'directory' | 'regulations' | 'clock'>,
): TaskAnswer {
  const directory = deps.directory.current();
  const nowMs = deps.clock.now();
  const { regulation } = deps.regulations.compiled(
    row.organisation,
    row.regulation.id,
    row.regulation.version,
  );
  const actor = actorFor(row, session, directory, nowMs);
  const absent = actor?.onBehalfOf === undefined ? undefined : directory.employee(actor.onBehalfOf)?.name;
  const open = row.state === 'open';
  const takenByMe = row.takenBy?.employee === session.employee;
  const shared = row.positions.length > 1;
  const mayDecide = open && actor !== null && (row.takenBy === undefined || takenByMe);
  const superior = row.over[0] === undefined ? undefined : directory.person(row.over[0], nowMs).name;
  return {
    id: row.id,
    revision: row.rev,
    document: row.document,
    stage: row.stage,
    stageTitle: row.stageTitle,
    ask: row.ask,
    kind: row.kind,
    title: row.title,
    number: row.number,
    author: presentPerson(row.author),
    ...(row.counterparty === undefined ? {} : { counterparty: row.counterparty }),
    ...(row.price === undefined ? {} : { price: row.price }),
    urgent: row.urgent,
    openedAtMs: row.openedAtMs,
    dueAtMs: row.dueAtMs,
    workingMinutesLeft: Math.round(
      directory.calendarOf(row.positions).workingMinutesBetween(nowMs, row.dueAtMs),
    ),
    provisional: row.provisional,
    overdue: open && (row.overdue || nowMs > row.dueAtMs),
    silence: {
      kind: row.silence.kind,
      ...(row.silence.atMs === undefined ? {} : { atMs: row.silence.atMs }),
      ...(row.silence.kind === 'escalation' && superior !== undefined ? { superior } : {}),
    },
    ...(absent === undefined ? {} : { onBehalfOf: absent }),
    ...(shared && open ? { shared: sharedWith(row, session, directory, nowMs, takenByMe) } : {}),
    ...(row.positions[0] === undefined
      ? {}
      : { desk: presentPost(row.takenBy?.position ?? row.positions[0], directory, nowMs) }),
    state: row.state,
    ...(row.decided
      ? {
          decided: {
            ...row.decided,
            title: saidOutcome(regulation, row.stage, row.decided.outcome),
            atMs: row.decidedAtMs,
          },
        }
      : {}),
    abilities: {
      decide: mayDecide ? offeredOutcomes(regulation, row.stage).map(({ id }) => id) : [],
      take: open && shared && actor !== null && row.takenBy === undefined,
      release: open && shared && takenByMe,
      handOver: mayHandOver(row, session, administeredBy(session, directory)),
    },
    digest: row.digest,
  };
}

function sharedWith(row: TaskRow, session: Session, directory: Directory, nowMs: number, takenByMe: boolean) {
  const others = row.positions
    .map((id) => directory.person(id, nowMs))
    .filter((person) => person.employee !== session.employee && person.name !== '');
  const takenBy =
    row.takenBy === undefined || takenByMe ? undefined : directory.employee(row.takenBy.employee)?.name;
  return { others: others.map(({ name }) => name), ...(takenBy === undefined ? {} : { takenBy }), takenByMe };
}
