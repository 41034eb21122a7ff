import type { BodyOf, ResolvedPost } from '@reglament/api';
import { type Directory, resolveParticipant } from '@reglament/engine';
import { type Participant, participantSchema } from '@reglament/regulation';
import { Refused } from '../../http/refused.ts';
import { type Author, authorIn, isKnownAtSending, scopeFor } from '../../regulations/gaps.ts';

type Slot = { slot: string; people: ResolvedPost[]; reason?: 'atSending' | 'nobody' };

/**
 * The real people behind participants through the eyes of a unit, by the resolver that opens tasks.
 * @throws Refused NOT_FOUND for a unit of another organisation or where nobody works, BODY_INVALID for what is no participant
 */
export function resolvePeople(
  { participants, unit, fields = {} }: BodyOf<'workingCopies.people'>,
  organisation: string,
  directory: Directory,
  nowMs: number,
): Slot[] {
  const author = directory.unit(unit)?.organisation === organisation ? authorIn(unit, directory) : null;
  if (!author) throw new Refused('NOT_FOUND');
  return Object.entries(participants).map(([slot, given]) => {
    const read = participantSchema.safeParse(given);
    if (!read.success)
      throw new Refused('BODY_INVALID', {}, [
        {
          path: ['body', 'participants', slot, ...(read.error.issues[0]?.path ?? [])].join('/'),
          code: 'participant',
        },
      ]);
    return resolveSlot(slot, read.data, { author, organisation, directory, fields, nowMs });
  });
}

interface View {
  readonly author: Author;
  readonly organisation: string;
  readonly directory: Directory;
  readonly fields: Readonly<Record<string, string[]>>;
  readonly nowMs: number;
}

function resolveSlot(slot: string, participant: Participant, view: View): Slot {
  const { author, organisation, directory, fields } = view;
  const isFilled = participant.type === 'card' && (fields[participant.field]?.length ?? 0) > 0;
  if (isKnownAtSending(participant) && !isFilled) return { slot, people: [], reason: 'atSending' };
  const found = resolveParticipant(participant, scopeFor(slot, author, organisation, directory, fields));
  const posts = 'vacant' in found ? vacantPosts(participant, view) : found.slots.flat();
  const people = [...new Set(posts)].flatMap((post) => presentPost(post, view));
  return people.some(({ vacant }) => !vacant) ? { slot, people } : { slot, people, reason: 'nobody' };
}

/** Posts that would have been asked if somebody held them. */
function vacantPosts(participant: Participant, { author, organisation, directory }: View): readonly string[] {
  const one = (post: string | null | undefined) => (post === null || post === undefined ? [] : [post]);
  switch (participant.type) {
    case 'position':
      return one(directory.positionByCode(organisation, participant.position)?.id);
    case 'role':
      return directory.withRole(
        participant.role,
        participant.scope ?? 'organisation',
        participant.organisation === undefined
          ? { unit: author.unit }
          : { organisation: participant.organisation },
      );
    case 'head':
      return one(superiorTo(author, directory.headOf(author.unit), directory));
    case 'curator':
      return one(superiorTo(author, directory.curatorOf(author.unit), directory));
    default:
      return [];
  }
}

function superiorTo({ position }: Author, found: string | null, directory: Directory): string | null {
  return found === position ? directory.superiorOf(position) : found;
}

function presentPost(id: string, { directory, nowMs }: View): ResolvedPost[] {
  const position = directory.position(id);
  if (!position) return [];
  const unitTitle = directory.unit(position.unit)?.title ?? '';
  const post = { post: id, postTitle: position.title, unitTitle };
  if (position.holder === undefined) return [{ ...post, vacant: true }];
  const absent = absenceOf(id, position.holder, directory, nowMs);
  const name = directory.employee(position.holder)?.name ?? '';
  return [{ ...post, name, ...(absent ? { absent } : {}) }];
}

/** Until when the holder is away, by the longest of his absences of today, and who acts for him today. */
function absenceOf(
  post: string,
  holder: string,
  directory: Directory,
  nowMs: number,
): ResolvedPost['absent'] {
  const today = directory.calendarOf([post]).dayOf(nowMs);
  const until = directory.data.absences
    .filter(({ employee, from, to }) => employee === holder && from <= today && today <= to)
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (until === undefined) return undefined;
  const acting = directory.acting(post, nowMs);
  const substitute =
    acting?.standsInFor === undefined ? undefined : directory.employee(acting.employee)?.name;
  return { until, ...(substitute === undefined ? {} : { substitute }) };
}
