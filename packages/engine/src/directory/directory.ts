import type { BusinessCalendar } from '@reglament/calendar';
import type {
  DirectoryData,
  Employee,
  EmployeeId,
  Organisation,
  OrganisationId,
  Position,
  PositionId,
  Unit,
  UnitId,
} from '../model/directory.ts';
import type { Person } from '../model/instance.ts';

/** Where a role is looked for: around a unit, or in the whole of an organisation named by its code. */
export type RolePlace = { readonly unit: UnitId } | { readonly organisation: string };

/** Who does the work of a post at a moment. */
export interface Acting {
  readonly employee: EmployeeId;
  /** The absent holder, when somebody else acts. */
  readonly standsInFor?: EmployeeId;
}

/**
 * The staff of a deployment at one revision, indexed for questions. Pure: days are counted in the zone of the post's
 * calendar, moments are given. Unknown ids are answered with `undefined`, `null` or nothing; they are never an error,
 * because the staff changes under running instances. A calendar that is named and not in the data is
 * (`DirectoryError`).
 */
export interface Directory {
  readonly revision: string;
  readonly data: DirectoryData;
  position(id: PositionId): Position | undefined;
  /** By its code in an organisation's staff list; one that has no code by its id. */
  positionByCode(organisation: OrganisationId, code: string): Position | undefined;
  unit(id: UnitId): Unit | undefined;
  organisation(id: OrganisationId): Organisation | undefined;
  organisationByCode(code: string): Organisation | undefined;
  employee(id: EmployeeId): Employee | undefined;
  /** The posts an employee holds, in the order of the data. */
  positionsOf(employeeId: EmployeeId): readonly PositionId[];

  /**
   * The holder; on a day of his absence the substitute, followed on while substitutes are absent too; the absent
   * holder himself when the chain leads to nobody present; `null` for a vacant or unknown post.
   */
  acting(positionId: PositionId, atMs: number): Acting | null;
  /** Who acts for the post at that moment, under the post's title and unit; a vacant post has an empty name. */
  person(positionId: PositionId, atMs: number): Person;
  /** An employee under a post: the named one when he holds it, else his own first, else the named one. */
  personOf(employeeId: EmployeeId, positionId: PositionId): Person;
  /**
   * The head of the unit, else of the parent's, going up; a head's superior is the next head above. The curator is
   * asked only when no head stands above. `null` when there is nobody. A vacant post is not passed over: the vacancy
   * is what must be seen.
   */
  superiorOf(positionId: PositionId): PositionId | null;
  /** The unit's head, else the parent's, going up. */
  headOf(unitId: UnitId): PositionId | null;
  /** The unit's curator, else the parent's, going up. */
  curatorOf(unitId: UnitId): PositionId | null;
  /**
   * Posts that hold a role, vacant ones too, in the order of the data. `unit`: that unit only; `upward`: the nearest
   * unit going up where somebody holds such a post (else the nearest that has one); `organisation`: all of it.
   */
  withRole(role: string, scope: 'unit' | 'upward' | 'organisation', place: RolePlace): readonly PositionId[];

  /**
   * Working time of the posts that share a task: the position's calendar, else the unit's going up, else the
   * organisation's, of the first of them. Days on which the holder of a single post is absent and nobody acts for
   * him are not worked.
   */
  calendarOf(positionIds: readonly PositionId[]): BusinessCalendar;
  organisationCalendar(organisationId: OrganisationId): BusinessCalendar;
  /** Days from-to on which nobody acts for the post's holder, inclusive plain dates, in order. */
  daysUncovered(positionId: PositionId): readonly { readonly from: string; readonly to: string }[];
  /** `e:<employee>`; `p:<position>` of posts held or acted for; `r:<organisation>:<role>` of the roles of those. */
  principalsOf(employeeId: EmployeeId, atMs: number): readonly string[];
}

/** The directory's data breaks its own references. */
export class DirectoryError extends Error {
  readonly code: 'DIR_UNKNOWN_CALENDAR' | 'DIR_UNKNOWN_ORGANISATION';
  readonly params: Readonly<Record<string, string>>;

  constructor(code: DirectoryError['code'], params: Readonly<Record<string, string>>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'DirectoryError';
    this.code = code;
    this.params = params;
  }
}
