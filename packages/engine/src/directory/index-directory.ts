import { type BusinessCalendar, buildCalendar } from '@reglament/calendar';
import type { DirectoryData, EmployeeId, PositionId } from '../model/directory.ts';
import type { Person } from '../model/instance.ts';
import { type Acting, type Directory, DirectoryError } from './directory.ts';
import { curatorOf, headOf, superiorOf, unitsUpward } from './hierarchy.ts';
import { indexStaff } from './staff.ts';
import { presentFor, standsInFor, uncoveredDays } from './substitution.ts';

/** Indexes the staff for questions. Calendars are built when first asked for, and kept. Pure. */
export function indexDirectory(data: DirectoryData): Directory {
  const staff = indexStaff(data);
  const calendarData = new Map(data.calendars.map((each) => [each.id, each]));
  const plainCalendars = new Map<string, BusinessCalendar>();
  const personalCalendars = new Map<PositionId, BusinessCalendar>();

  function calendarDataOf(id: string) {
    const found = calendarData.get(id);
    if (found === undefined) throw new DirectoryError('DIR_UNKNOWN_CALENDAR', { calendar: id });
    return found;
  }

  function plainCalendar(id: string): BusinessCalendar {
    let calendar = plainCalendars.get(id);
    if (calendar === undefined) {
      calendar = buildCalendar(calendarDataOf(id), []);
      plainCalendars.set(id, calendar);
    }
    return calendar;
  }

  function organisationCalendarId(organisationId: string): string {
    const organisation = staff.organisations.get(organisationId);
    if (organisation === undefined) {
      throw new DirectoryError('DIR_UNKNOWN_ORGANISATION', { organisation: organisationId });
    }
    return organisation.calendar;
  }

  function calendarIdOf(positionId: PositionId): string {
    const position = staff.positions.get(positionId);
    if (position?.calendar !== undefined) return position.calendar;
    for (const id of unitsUpward(staff, position?.unit)) {
      const own = staff.units.get(id)?.calendar;
      if (own !== undefined) return own;
    }
    return organisationCalendarId(staff.units.get(position?.unit ?? '')?.organisation ?? '');
  }

  function personalCalendar(positionId: PositionId): BusinessCalendar {
    let calendar = personalCalendars.get(positionId);
    if (calendar === undefined) {
      const id = calendarIdOf(positionId);
      const uncovered = daysUncovered(positionId);
      calendar = uncovered.length === 0 ? plainCalendar(id) : buildCalendar(calendarDataOf(id), uncovered);
      personalCalendars.set(positionId, calendar);
    }
    return calendar;
  }

  function dayAt(positionId: PositionId, atMs: number): string {
    return plainCalendar(calendarIdOf(positionId)).dayOf(atMs);
  }

  function daysUncovered(positionId: PositionId) {
    const holder = staff.positions.get(positionId)?.holder;
    return holder === undefined ? [] : uncoveredDays(staff, holder);
  }

  function acting(positionId: PositionId, atMs: number): Acting | null {
    const holder = staff.positions.get(positionId)?.holder;
    if (holder === undefined) return null;
    // The day depends on a calendar; who is never absent has no need of it.
    if (!staff.absencesOf.has(holder)) return { employee: holder };
    const present = presentFor(staff, holder, dayAt(positionId, atMs)) ?? holder;
    return present === holder ? { employee: holder } : { employee: present, standsInFor: holder };
  }

  function personAt(positionId: PositionId, employee: EmployeeId | undefined): Person {
    const position = staff.positions.get(positionId);
    const words = { post: position?.title ?? '', unit: staff.units.get(position?.unit ?? '')?.title ?? '' };
    if (employee === undefined) return { name: '', ...words };
    return { employee, name: staff.employees.get(employee)?.name ?? '', ...words };
  }

  function withRole(
    role: string,
    scope: 'unit' | 'upward' | 'organisation',
    place: Parameters<Directory['withRole']>[2],
  ): readonly PositionId[] {
    if ('organisation' in place || scope === 'organisation') {
      const organisation =
        'organisation' in place
          ? staff.organisationsByCode.get(place.organisation)?.id
          : staff.units.get(place.unit)?.organisation;
      return staff.byOrganisationRole.get(`${organisation} ${role}`) ?? [];
    }
    const inUnit = (unit: string) => staff.byUnitRole.get(`${unit} ${role}`) ?? [];
    if (scope === 'unit') return inUnit(place.unit);
    const found = unitsUpward(staff, place.unit)
      .map(inUnit)
      .filter((posts) => posts.length > 0);
    const held = (posts: readonly PositionId[]) =>
      posts.some((post) => staff.positions.get(post)?.holder !== undefined);
    return found.find(held) ?? found[0] ?? [];
  }

  function principalsOf(employeeId: EmployeeId, atMs: number): string[] {
    const posts = new Set(staff.positionsOf.get(employeeId));
    // Substitution is known by days, and a day by the zone of each post: nobody is more than a day away from UTC.
    const days = [-86_400_000, 0, 86_400_000].map((shift) =>
      new Date(atMs + shift).toISOString().slice(0, 10),
    );
    for (const absent of new Set(days.flatMap((day) => standsInFor(staff, employeeId, day)))) {
      for (const post of staff.positionsOf.get(absent) ?? []) {
        if (acting(post, atMs)?.employee === employeeId) posts.add(post);
      }
    }
    const principals = new Set([`e:${employeeId}`]);
    for (const post of posts) {
      principals.add(`p:${post}`);
      const position = staff.positions.get(post);
      const organisation = staff.units.get(position?.unit ?? '')?.organisation;
      for (const role of position?.roles ?? []) principals.add(`r:${organisation}:${role}`);
    }
    return [...principals];
  }

  return {
    revision: data.revision,
    data,
    position: (id) => staff.positions.get(id),
    positionByCode: (organisation, code) => staff.positionsByCode.get(`${organisation} ${code}`),
    unit: (id) => staff.units.get(id),
    organisation: (id) => staff.organisations.get(id),
    organisationByCode: (code) => staff.organisationsByCode.get(code),
    employee: (id) => staff.employees.get(id),
    positionsOf: (employeeId) => staff.positionsOf.get(employeeId) ?? [],
    acting,
    person: (positionId, atMs) => personAt(positionId, acting(positionId, atMs)?.employee),
    personOf: (employeeId, positionId) => {
      const own = staff.positionsOf.get(employeeId) ?? [];
      return personAt(own.includes(positionId) ? positionId : (own[0] ?? positionId), employeeId);
    },
    superiorOf: (positionId) => superiorOf(staff, positionId),
    headOf: (unitId) => headOf(staff, unitId),
    curatorOf: (unitId) => curatorOf(staff, unitId),
    withRole,
    calendarOf: (positionIds) => {
      const [first, second] = positionIds;
      if (first === undefined) throw new DirectoryError('DIR_UNKNOWN_CALENDAR', { calendar: '' });
      return second === undefined ? personalCalendar(first) : plainCalendar(calendarIdOf(first));
    },
    organisationCalendar: (organisationId) => plainCalendar(organisationCalendarId(organisationId)),
    daysUncovered,
    principalsOf,
  };
}
