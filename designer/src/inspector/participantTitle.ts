import type { Participant, Regulation, Text } from '@reglament/regulation';
import { positionName, type Staff, titleOfRole } from '../app/staff.ts';

type Found = Participant extends infer P ? (P extends Participant ? Omit<P, 'title'> : never) : never;
type Parts = Pick<Regulation, 'fields' | 'stages'>;

/** What a participant is called by how it is found, until somebody calls it otherwise. Pure. */
export function foundTitle(found: Found, { fields, stages }: Parts, staff: Staff | undefined): Text {
  switch (found.type) {
    case 'initiator':
      return { ru: 'Автор', en: 'Author' };
    case 'head':
      return { ru: 'Начальник отдела автора', en: 'Head of the author’s unit' };
    case 'curator':
      return { ru: 'Куратор отдела автора', en: 'Curator of the author’s unit' };
    case 'role':
      return titleOfRole(found.role, staff);
    case 'position': {
      const post = staff?.positions.find((one) => positionName(one) === found.position);
      const title = post?.title ?? found.position;
      return { ru: title, en: title };
    }
    case 'chosen':
      return { ru: 'Кого выберет автор', en: 'Whom the author chooses' };
    case 'card':
      return (
        (Object.hasOwn(fields, found.field) && fields[found.field]?.title) || {
          ru: 'Названные в карточке',
          en: 'Named in the card',
        }
      );
    case 'performer': {
      const title = Object.hasOwn(stages, found.stage) ? stages[found.stage]?.title : undefined;
      return title
        ? { ru: `Исполнитель этапа «${title.ru}»`, en: `Performer of “${title.en}”` }
        : { ru: 'Исполнитель этапа', en: 'Performer of a stage' };
    }
  }
}

/** The participant found in another way; its title follows while nobody gave it one. Pure. */
export function foundAnew(
  before: Participant,
  next: Found,
  regulation: Parts,
  staff: Staff | undefined,
): Participant {
  const own = foundTitle(before, regulation, staff);
  const follows = before.title.ru === own.ru && before.title.en === own.en;
  return { ...next, title: follows ? foundTitle(next, regulation, staff) : before.title } as Participant;
}

/** One whom the regulation does not ask yet, as far as it can be told without a choice. Pure. */
export function newParticipant(regulation: Pick<Regulation, 'participants'> & Parts): Participant {
  const taken = new Set(Object.values(regulation.participants).map(({ type }) => type));
  const free: Found =
    ([{ type: 'head' }, { type: 'curator' }, { type: 'initiator' }] as const).find(
      ({ type }) => !taken.has(type),
    ) ?? ({ type: 'chosen', min: 1, max: 10 } as const);
  return { ...free, title: foundTitle(free, regulation, undefined) } as Participant;
}
