import type { Card, Participant, Regulation } from '@reglament/regulation';
import type { Directory } from '../directory/directory.ts';
import type { EmployeeId, OrganisationId, PositionId, UnitId } from '../model/directory.ts';
import type { HistoryEvent } from '../model/event.ts';
import type { Instance } from '../model/instance.ts';
import type { CompiledRegulation } from '../model/step.ts';
import { playAhead } from './play-ahead.ts';
import { presentPlan } from './present-plan.ts';
import type { RoutePlan } from './route-plan.ts';
import { withStandIns } from './stand-ins.ts';

/**
 * The route of a draft as if it were sent now: by the engine's own steps, everybody deciding favourably on the last
 * moment of his term. A draft may be half filled: fields that are still empty and lists that are not chosen yet do not
 * stop the plan. Pure.
 *
 * @returns `null` when the author's post is unknown
 */
export function planRoute(draft: {
  readonly regulation: CompiledRegulation;
  readonly directory: Directory;
  readonly initiator: {
    readonly employee: EmployeeId;
    readonly position: PositionId;
    readonly unit: UnitId;
  };
  readonly organisation: OrganisationId;
  readonly card: Card;
  readonly chosen: Readonly<Record<string, readonly PositionId[]>>;
  readonly nowMs: number;
}): RoutePlan | null {
  const { directory, initiator, organisation, card, chosen, nowMs } = draft;
  const regulation = {
    ...draft.regulation,
    regulation: asking(draft.regulation.regulation, chosen, directory),
  };
  const world = { regulation, directory: withStandIns(directory, organisation), nowMs };
  const { id, participants } = regulation.regulation;
  const known = Object.entries(chosen).map(([slot, posts]) => [slot, knownPosts(posts, directory)] as const);
  const played = playAhead(
    null,
    {
      type: 'start',
      instance: 'plan',
      document: 'plan',
      organisation,
      regulation: { id, version: regulation.version, hash: regulation.hash },
      initiator,
      version: { digest: 'plan', card, files: [] },
      chosen: Object.fromEntries(known.filter(([slot]) => participants[slot]?.type === 'chosen')),
    },
    world,
  );
  if (played === null) return null;
  return presentPlan({
    ...world,
    present: null,
    future: played.instance,
    ahead: played.events,
    history: [],
  });
}

/**
 * The route of a running or ended instance: what was, as it was; the rest as `planRoute` does. Pure.
 *
 * @param document.history - the events so far; without them the plan does not tell which rules chose the way so far
 */
export function forecast(document: {
  readonly instance: Instance;
  readonly regulation: CompiledRegulation;
  readonly directory: Directory;
  readonly nowMs: number;
  readonly history?: readonly HistoryEvent[];
}): RoutePlan {
  const { instance, regulation, nowMs, history = [] } = document;
  const directory = withStandIns(document.directory, instance.organisation);
  const played = playAhead(instance, null, { regulation, directory, nowMs });
  return presentPlan({
    regulation,
    directory,
    nowMs,
    present: instance,
    future: played?.instance ?? instance,
    ahead: played?.events ?? [],
    history,
  });
}

function knownPosts(posts: readonly PositionId[], directory: Directory): readonly PositionId[] {
  return [...new Set(posts)].filter((post) => directory.position(post) !== undefined);
}

/** The same regulation that demands nothing of a draft: sending does, a plan does not. */
function asking(
  regulation: Regulation,
  chosen: Readonly<Record<string, readonly PositionId[]>>,
  directory: Directory,
): Regulation {
  const size = (slot: string) => knownPosts(chosen[slot] ?? [], directory).length;
  const anyNumber = (slot: string, participant: Participant): Participant =>
    participant.type === 'chosen' ? { ...participant, min: 0, max: size(slot) } : participant;
  return {
    ...regulation,
    fields: Object.fromEntries(
      Object.entries(regulation.fields).map(([id, field]) => [id, { ...field, required: false }]),
    ),
    participants: Object.fromEntries(
      Object.entries(regulation.participants).map(([slot, one]) => [slot, anyNumber(slot, one)]),
    ),
  };
}
