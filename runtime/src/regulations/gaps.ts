import { type Directory, type ResolveScope, resolveParticipant } from '@reglament/engine';
import { type Participant, participantsOf, type Regulation, type Text } from '@reglament/regulation';

/** A participant that resolves to nobody when somebody of the unit starts the regulation. */
export interface Gap {
  readonly unit: string;
  readonly unitTitle: string;
  readonly participant: string;
  readonly participantTitle: Text;
  readonly reason: 'vacant-participant' | 'no-superior';
}

/** Somebody of a unit who could be the author of a document. */
export interface Author {
  readonly employee: string;
  readonly position: string;
  readonly unit: string;
}

/**
 * Who would start a document in the unit: a post that is held and is not its head's or curator's, else one that is held.
 * Null when nobody works there. Pure.
 */
export function authorIn(unit: string, directory: Directory): Author | null {
  const there = directory.unit(unit);
  const held = directory.data.positions.filter((post) => post.unit === unit && post.holder !== undefined);
  const post = held.find(({ id }) => id !== there?.head && id !== there?.curator) ?? held[0];
  return post?.holder === undefined ? null : { employee: post.holder, position: post.id, unit };
}

/** Units of the organisation where somebody works: each may start a regulation. Pure. */
export function startingUnits(organisation: string, directory: Directory): readonly string[] {
  const staffed = new Set(
    directory.data.positions.filter((post) => post.holder !== undefined).map((post) => post.unit),
  );
  return directory.data.units
    .filter((unit) => unit.organisation === organisation && staffed.has(unit.id))
    .map((unit) => unit.id);
}

/** Whether it is known only when a document is sent, or has run a part of its way. Pure. */
export function isKnownAtSending({ type }: Participant): boolean {
  return type === 'card' || type === 'chosen' || type === 'performer';
}

/** What a participant is looked for in, for a document that an author has not yet written. Pure. */
export function scopeFor(
  participantId: string,
  author: Author,
  organisation: string,
  directory: Directory,
  card: ResolveScope['card'] = {},
): ResolveScope {
  return {
    directory,
    initiator: author,
    organisation,
    chosen: {},
    card,
    participantId,
    lastPerformer: () => null,
  };
}

/** A gap by unit and participant. */
export const gapName = ({ unit, participant }: Gap): string => `${unit}/${participant}`;

/** The table of units and gaps, in the order of units: participants that some stage asks and nobody answers for. Pure. */
export function gapsOf(
  regulation: Regulation,
  organisation: string,
  units: readonly string[],
  directory: Directory,
): readonly Gap[] {
  const asked = new Set(Object.values(regulation.stages).flatMap((stage) => participantsOf(stage)));
  const known = Object.entries(regulation.participants).filter(
    ([id, participant]) => asked.has(id) && !isKnownAtSending(participant),
  );
  return units.flatMap((unit) => {
    const author = authorIn(unit, directory);
    if (!author) return [];
    return known.flatMap(([participant, one]) => {
      const found = resolveParticipant(one, scopeFor(participant, author, organisation, directory));
      if (!('vacant' in found)) return [];
      const unitTitle = directory.unit(unit)?.title ?? '';
      return [{ unit, unitTitle, participant, participantTitle: one.title, reason: found.vacant }];
    });
  });
}
