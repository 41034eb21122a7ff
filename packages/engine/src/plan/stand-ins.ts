import type { Directory } from '../directory/directory.ts';
import type { OrganisationId, PositionId } from '../model/directory.ts';

const prefix = 'stand-in:';

/** The post that stands for nobody at a vacant slot while a plan is played. */
export function standInFor(slot: string): PositionId {
  return `${prefix}${slot}`;
}

export function isStandIn(position: PositionId): boolean {
  return position.startsWith(prefix);
}

/** The same directory with a held post for every vacant slot: it has no name, and the organisation's working time. */
export function withStandIns(directory: Directory, organisation: OrganisationId): Directory {
  return {
    ...directory,
    position: (id) =>
      isStandIn(id) ? { id, unit: '', title: '', roles: [], holder: id } : directory.position(id),
    acting: (id, atMs) => (isStandIn(id) ? { employee: id } : directory.acting(id, atMs)),
    person: (id, atMs) => (isStandIn(id) ? { name: '', post: '', unit: '' } : directory.person(id, atMs)),
    calendarOf: (ids) =>
      ids.some(isStandIn) ? directory.organisationCalendar(organisation) : directory.calendarOf(ids),
  };
}
