import type {
  Absence,
  DirectoryData,
  Employee,
  EmployeeId,
  Organisation,
  Position,
  PositionId,
  Unit,
} from '../model/directory.ts';

/** The maps behind a directory, built in one pass over the data. */
export interface Staff {
  readonly positions: ReadonlyMap<PositionId, Position>;
  /** Keyed by `<organisation> <code>`; a position that has no code by its id. */
  readonly positionsByCode: ReadonlyMap<string, Position>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly organisationsByCode: ReadonlyMap<string, Organisation>;
  readonly employees: ReadonlyMap<EmployeeId, Employee>;
  readonly positionsOf: ReadonlyMap<EmployeeId, readonly PositionId[]>;
  /** Keyed by `<unit> <role>` and by `<organisation> <role>`: ids have no spaces. */
  readonly byUnitRole: ReadonlyMap<string, readonly PositionId[]>;
  readonly byOrganisationRole: ReadonlyMap<string, readonly PositionId[]>;
  readonly absencesOf: ReadonlyMap<EmployeeId, readonly Absence[]>;
  readonly absencesTakenBy: ReadonlyMap<EmployeeId, readonly Absence[]>;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export function indexStaff(data: DirectoryData): Staff {
  const units = new Map(data.units.map((unit) => [unit.id, unit]));
  const positions = new Map<PositionId, Position>();
  const positionsByCode = new Map<string, Position>();
  const positionsOf = new Map<EmployeeId, PositionId[]>();
  const byUnitRole = new Map<string, PositionId[]>();
  const byOrganisationRole = new Map<string, PositionId[]>();
  for (const position of data.positions) {
    positions.set(position.id, position);
    if (position.holder !== undefined) push(positionsOf, position.holder, position.id);
    const organisation = units.get(position.unit)?.organisation;
    if (position.code !== undefined) positionsByCode.set(`${organisation} ${position.code}`, position);
    else if (!positionsByCode.has(`${organisation} ${position.id}`))
      positionsByCode.set(`${organisation} ${position.id}`, position);
    for (const role of position.roles) {
      push(byUnitRole, `${position.unit} ${role}`, position.id);
      push(byOrganisationRole, `${organisation} ${role}`, position.id);
    }
  }
  const absencesOf = new Map<EmployeeId, Absence[]>();
  const absencesTakenBy = new Map<EmployeeId, Absence[]>();
  for (const absence of data.absences) {
    push(absencesOf, absence.employee, absence);
    if (absence.substitute !== undefined) push(absencesTakenBy, absence.substitute, absence);
  }
  return {
    positions,
    positionsByCode,
    units,
    organisations: new Map(data.organisations.map((each) => [each.id, each])),
    organisationsByCode: new Map(data.organisations.map((each) => [each.code, each])),
    employees: new Map(data.employees.map((each) => [each.id, each])),
    positionsOf,
    byUnitRole,
    byOrganisationRole,
    absencesOf,
    absencesTakenBy,
  };
}
