import type { CalendarData } from '@reglament/calendar';

export type OrganisationId = string;
export type UnitId = string;
export type PositionId = string;
export type EmployeeId = string;

export interface Organisation {
  readonly id: OrganisationId;
  /** A short name by which regulations of other organisations point to it. */
  readonly code: string;
  readonly title: string;
  readonly parent?: OrganisationId;
  readonly calendar: string;
}

export interface Unit {
  readonly id: UnitId;
  readonly organisation: OrganisationId;
  readonly parent?: UnitId;
  readonly title: string;
  readonly head?: PositionId;
  readonly curator?: PositionId;
  readonly calendar?: string;
}

export interface Position {
  readonly id: PositionId;
  readonly code?: string;
  readonly unit: UnitId;
  readonly title: string;
  readonly roles: readonly string[];
  /** Absent: the post is vacant. */
  readonly holder?: EmployeeId;
  readonly calendar?: string;
}

export interface Employee {
  readonly id: EmployeeId;
  /** Family name, given name, patronymic. */
  readonly name: string;
}

/** From and to are inclusive plain dates. Without a substitute its working days are non-working for this person. */
export interface Absence {
  readonly id: string;
  readonly employee: EmployeeId;
  readonly from: string;
  readonly to: string;
  readonly substitute?: EmployeeId;
}

/** The staff of a deployment as plain data; `revision` changes with every change of it. */
export interface DirectoryData {
  readonly revision: string;
  readonly organisations: readonly Organisation[];
  readonly units: readonly Unit[];
  readonly positions: readonly Position[];
  readonly employees: readonly Employee[];
  readonly absences: readonly Absence[];
  readonly calendars: readonly CalendarData[];
}
