import type { Card, Participant } from '@reglament/regulation';
import type { EmployeeId, OrganisationId, PositionId, UnitId } from '../model/directory.ts';
import type { Directory } from './directory.ts';

/** What a participant is looked for in: a slice of the directory and of the instance. */
export interface ResolveScope {
  readonly directory: Directory;
  readonly initiator: {
    readonly employee: EmployeeId;
    readonly position: PositionId;
    readonly unit: UnitId;
  };
  /** Whose document it is: positions are named by codes of its staff list. */
  readonly organisation: OrganisationId;
  readonly chosen: Readonly<Record<string, readonly PositionId[]>>;
  readonly card: Card;
  readonly participantId: string;
  /** Who decided a stage last. */
  readonly lastPerformer: (stage: string) => PositionId | null;
}

/**
 * `slots`: a place for each performer, one post or several that share the task. A slot with no posts is vacant
 * (`vacant-participant`): one of the people chosen or named in the card left, the others are asked all the same.
 */
export type Resolution =
  | { readonly slots: readonly (readonly PositionId[])[] }
  | { readonly vacant: 'vacant-participant' | 'no-superior' };

/** Finds the performers of a participant as the directory stands. Pure. */
export function resolveParticipant(participant: Participant, scope: ResolveScope): Resolution {
  const { directory, initiator } = scope;
  switch (participant.type) {
    case 'initiator':
      return onePost(directory, initiator.position);
    case 'position':
      return onePost(directory, directory.positionByCode(scope.organisation, participant.position)?.id);
    case 'role': {
      const place =
        participant.organisation === undefined
          ? { unit: initiator.unit }
          : { organisation: participant.organisation };
      const posts = directory.withRole(participant.role, participant.scope ?? 'organisation', place);
      const held = posts.filter((post) => isHeld(directory, post));
      return held.length === 0 ? { vacant: 'vacant-participant' } : { slots: [held] };
    }
    case 'head':
      return superior(directory, initiator.position, directory.headOf(initiator.unit));
    case 'curator':
      return superior(directory, initiator.position, directory.curatorOf(initiator.unit));
    case 'card': {
      const named = Object.hasOwn(scope.card, participant.field) ? scope.card[participant.field] : undefined;
      return { slots: eachPost(directory, isPosts(named) ? named : []) };
    }
    case 'chosen': {
      const chosen = Object.hasOwn(scope.chosen, scope.participantId)
        ? (scope.chosen[scope.participantId] ?? [])
        : [];
      return chosen.length === 0 ? { vacant: 'vacant-participant' } : { slots: eachPost(directory, chosen) };
    }
    case 'performer':
      return onePost(directory, scope.lastPerformer(participant.stage) ?? undefined);
  }
}

function isHeld(directory: Directory, post: PositionId): boolean {
  return directory.position(post)?.holder !== undefined;
}

function isPosts(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function onePost(directory: Directory, post: PositionId | undefined): Resolution {
  return post !== undefined && isHeld(directory, post)
    ? { slots: [[post]] }
    : { vacant: 'vacant-participant' };
}

function eachPost(directory: Directory, posts: readonly PositionId[]): readonly (readonly PositionId[])[] {
  return [...new Set(posts)].map((post) => (isHeld(directory, post) ? [post] : []));
}

function superior(directory: Directory, author: PositionId, found: PositionId | null): Resolution {
  const post = found === author ? directory.superiorOf(author) : found;
  return post === null ? { vacant: 'no-superior' } : onePost(directory, post);
}
