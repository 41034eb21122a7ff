import { russianCalendarData } from '@reglament/calendar';
import type { Participant, Regulation, Scenario, Slug } from '@reglament/regulation';
import type { Directory } from '../directory/directory.ts';
import { indexDirectory } from '../directory/index-directory.ts';
import type { Absence, Employee, Organisation, Position, PositionId, Unit } from '../model/directory.ts';

/** The invented staff of a scenario. */
export interface ScenarioStaff {
  readonly directory: Directory;
  readonly organisation: string;
  /** The author's unit. */
  readonly unit: string;
  /** The posts of a cast member, his main one first. */
  readonly postsOf: (member: Slug) => readonly PositionId[];
  readonly memberAt: (position: PositionId) => Slug | undefined;
}

const own = 'own';
const authorsUnit = 'authors-unit';
const staffUnit = 'staff';

export function employeeOf(member: Slug): string {
  return `e.${member}`;
}

/**
 * Builds a directory from a cast. Pure. The author sits in a unit with a head and a curator, the others beside it, each
 * body that a role names by its code is an organisation of one unit; every calendar is the Russian one in the
 * scenario's zone. A member gets one post in each body where he plays; a participant that nobody plays is a vacant post,
 * but for lists, which nobody is in. Units whose head is nobody's part have one all the same, or every escalation
 * would be an incident.
 */
export function scenarioStaff(scenario: Scenario, regulation: Regulation): ScenarioStaff {
  const posts = new Map<PositionId, Position>();
  const members = new Map<PositionId, Slug>();
  const heads: { head?: PositionId; curator?: PositionId } = {};
  const bodies = new Set<string>();

  function post(id: PositionId, unit: string, title: string, holder?: Slug): PositionId {
    if (!posts.has(id)) {
      posts.set(id, {
        id,
        unit,
        title,
        roles: [],
        ...(holder === undefined ? {} : { holder: employeeOf(holder) }),
      });
      if (holder !== undefined) members.set(id, holder);
    }
    return id;
  }

  /** The post takes the part that the participant looks for. */
  function play(participant: Participant, id: PositionId): void {
    const position = posts.get(id);
    if (position === undefined) return;
    if (participant.type === 'role' && !position.roles.includes(participant.role)) {
      posts.set(id, { ...position, roles: [...position.roles, participant.role] });
    } else if (participant.type === 'position') {
      posts.set(id, { ...position, code: participant.position });
    } else if (participant.type === 'head' || participant.type === 'curator') {
      heads[participant.type] ??= id;
    }
  }

  function bodyOf(participant: Participant): string | undefined {
    const code = participant.type === 'role' ? participant.organisation : undefined;
    if (code !== undefined) bodies.add(code);
    return code;
  }

  for (const [member, { post: title, plays }] of Object.entries(scenario.cast)) {
    const parts = plays.flatMap((id) => regulation.participants[id] ?? []);
    const inUnit = member === scenario.initiator || parts.some(looksInUnit);
    post(member, inUnit ? authorsUnit : staffUnit, title, member);
    for (const part of parts) {
      const body = bodyOf(part);
      // A code of the staff list names one post: each further one that a member plays is a post of its own.
      const code = posts.get(member)?.code;
      const further = part.type === 'position' && code !== undefined && code !== part.position;
      if (body !== undefined) play(part, post(`${member}.${body}`, `unit.${body}`, title, member));
      else if (further) play(part, post(`${member}.${part.position}`, staffUnit, title, member));
      else play(part, member);
    }
  }
  const played = new Set(Object.values(scenario.cast).flatMap(({ plays }) => plays));
  for (const [id, participant] of Object.entries(regulation.participants)) {
    if (played.has(id) || !isPost(participant)) continue;
    const body = bodyOf(participant);
    play(
      participant,
      post(`vacant.${id}`, body === undefined ? authorsUnit : `unit.${body}`, participant.title.ru),
    );
  }

  const superior = '.superior';
  post(superior, staffUnit, superior, superior);
  members.delete(superior);

  const organisation = (code: string): Organisation => ({
    id: code,
    code,
    title: code,
    calendar: 'calendar',
  });
  const ownCode =
    [own, ...[...bodies].map((code) => `${own}-${code}`)].find((code) => !bodies.has(code)) ?? own;
  const unit = (id: string, of: string): Unit => ({ id, organisation: of, title: id });
  const directory = indexDirectory({
    revision: 'scenario',
    organisations: [organisation(ownCode), ...[...bodies].map(organisation)],
    units: [
      { ...unit(authorsUnit, ownCode), head: superior, ...heads },
      { ...unit(staffUnit, ownCode), head: superior },
      ...[...bodies].map((code) => ({ ...unit(`unit.${code}`, code), head: superior })),
    ],
    positions: [...posts.values()],
    employees: [
      { id: employeeOf(superior), name: superior },
      ...Object.entries(scenario.cast).map(
        ([member, { name }]): Employee => ({ id: employeeOf(member), name }),
      ),
    ],
    absences: absencesOf(scenario),
    calendars: [russianCalendarData({ id: 'calendar', zone: scenario.zone })],
  });
  const postsOf = (member: Slug) => directory.positionsOf(employeeOf(member));
  return { directory, organisation: ownCode, unit: authorsUnit, postsOf, memberAt: (id) => members.get(id) };
}

function looksInUnit(participant: Participant): boolean {
  return participant.type === 'role' && (participant.scope === 'unit' || participant.scope === 'upward');
}

function isPost({ type }: Participant): boolean {
  return type === 'role' || type === 'position' || type === 'head' || type === 'curator';
}

function absencesOf(scenario: Scenario): Absence[] {
  return Object.entries(scenario.cast).flatMap(([member, { absences = [] }]) =>
    absences.map(({ from, to, substitute }, index) => ({
      id: `${member}.${index}`,
      employee: employeeOf(member),
      from,
      to,
      ...(substitute === undefined ? {} : { substitute: employeeOf(substitute) }),
    })),
  );
}
