import type { CalendarData } from '@reglament/calendar';
import type {
  Absence,
  Employee,
  HistoryEvent,
  Incident,
  Instance,
  Notice,
  Organisation,
  Person,
  Position,
  Timer,
  Unit,
} from '@reglament/engine';
import type { Card, Money, StageKind, Text } from '@reglament/regulation';
import { defineCollection, type Row, type Schema } from '@reglament/storage';

type Stored<T> = T & Row;

export interface FileEntry {
  readonly name: string;
  readonly digest: string;
  readonly size: number;
  readonly type: string;
}

// The directory

export type OrganisationRow = Stored<Organisation>;
export type UnitRow = Stored<Unit>;
export type PositionRow = Stored<Position>;
export interface EmployeeRow extends Stored<Employee> {
  readonly dismissed: boolean;
  readonly dismissal?: { readonly atMs: number; readonly by: string; readonly reason: string };
}
export type AbsenceRow = Stored<Absence>;
/** The calendar's own data beside the row's revision. */
export interface CalendarRow extends Row {
  readonly data: CalendarData;
}
/** `directory`: its `rev` is the revision of the whole directory, touched by every change of it. `deployment`: what this deployment is. */
export interface MetaRow extends Row {
  readonly value: Readonly<Record<string, string | number | boolean>>;
}

/** The row of `meta` that says what this deployment is: a sample municipality, or one that waits for its first administrator. */
export const deploymentRow = 'deployment';

export const organisations = defineCollection<OrganisationRow>({ name: 'organisations' });
export const units = defineCollection<UnitRow>({ name: 'units' });
export const positions = defineCollection<PositionRow>({ name: 'positions' });
export const employees = defineCollection<EmployeeRow>({ name: 'employees' });
export const absences = defineCollection<AbsenceRow>({
  name: 'absences',
  fields: { employee: 'text' },
  indexes: [{ fields: ['employee'] }],
});
export const calendars = defineCollection<CalendarRow>({ name: 'calendars' });
export const meta = defineCollection<MetaRow>({ name: 'meta' });

// Accounts

export interface AccountRow extends Row {
  /** Lower case, unique. */
  readonly login: string;
  readonly employee: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly closed: boolean;
  readonly sample: boolean;
}
export interface SessionRow extends Row {
  /** id is the SHA-256 of the cookie's token. */
  readonly account: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
}

export const accounts = defineCollection<AccountRow>({
  name: 'accounts',
  fields: { login: 'text', employee: 'text' },
  indexes: [{ fields: ['login'], unique: true }, { fields: ['employee'] }],
});
export const sessions = defineCollection<SessionRow>({
  name: 'sessions',
  fields: { account: 'text', expiresAtMs: 'number' },
  indexes: [{ fields: ['account', 'expiresAtMs'] }, { fields: ['expiresAtMs'] }],
});

// Regulations

export interface RegulationVersionRow extends Row {
  readonly organisation: string;
  readonly regulation: string;
  readonly version: number;
  /** Canonical text of the document. */
  readonly text: string;
  readonly hash: string;
  readonly meaning: string;
  readonly title: Text;
  readonly kindTitle: Text;
  readonly comment: string;
  readonly publishedAtMs: number;
  /** A name; empty for the owner's command line. */
  readonly publishedBy: string;
  /** Plain date; in force from 00:00 in the organisation's zone. */
  readonly inForceFrom: string;
  /** Texts of the scenarios that held when it was published. */
  readonly scenarios: readonly string[];
  /** `<unit>/<participant>` that resolved to nobody when it was published: known then, so no loss later. */
  readonly gaps: readonly string[];
  readonly act?: ApprovingAct;
  readonly pilot?: Pilot;
  /** It was scheduled and is never in force. */
  readonly withdrawnAtMs?: number;
}

/** What approved a version. */
export interface ApprovingAct {
  readonly title?: string;
  readonly number: string;
  readonly date: string;
}
/** A version for these units and those below them, until the end of a plain date; the others stay on the former one. */
export interface Pilot {
  readonly units: readonly string[];
  readonly until: string;
}

/** Working copy of a regulation; id `<organisation>/<regulation>`, `rev` is its revision. */
export interface RegulationCopyRow extends Row {
  readonly organisation: string;
  readonly regulation: string;
  readonly title: Text;
  readonly kindTitle: Text;
  /** Canonical text of the document. */
  readonly text: string;
  readonly scenarios: readonly string[];
  /** The version that it goes on from; null before the first. */
  readonly base: number | null;
  readonly savedAtMs: number;
  /** A name. */
  readonly savedBy: string;
}
/** Who edits a working copy, under its id. A row of its own: a sign of life writes no text and leaves the copy's revision. */
export interface RegulationLockRow extends Row {
  readonly employee: string;
  readonly name: string;
  readonly tab: string;
  readonly sinceMs: number;
  /** Last sign of life, by the real clock. */
  readonly beatMs: number;
  /** `<employee>/<tab>` of those from whom it was taken: they are told so. */
  readonly losers: readonly string[];
}
/** A regulation by which nothing new starts; id `<organisation>/<regulation>`. */
export interface RetiredRegulationRow extends Row {
  readonly organisation: string;
  readonly regulation: string;
  readonly reason: string;
  readonly atMs: number;
  /** A name. */
  readonly by: string;
}

/**
 * What is kept of a regulation beside its versions and its working copy; id `<organisation>/<regulation>`. A regulation from
 * before there were such rows has none until somebody names its owner or offers it.
 */
export interface OwnedRegulationRow extends Row {
  readonly organisation: string;
  readonly regulation: string;
  /** The unit that answers for it. */
  readonly owner?: { readonly unit: string; readonly atMs: number /** A name. */; readonly by: string };
  /** To organisations below: to all that are there at the moment of reading, or to these. */
  readonly offer?: {
    readonly to: 'below' | readonly string[];
    readonly atMs: number;
    /** A name. */
    readonly by: string;
  };
  /** Of another organisation: what it was taken from. */
  readonly origin?: RegulationOrigin;
}
/** A version that another organisation offered. */
export interface RegulationOrigin {
  readonly organisation: string;
  readonly regulation: string;
  readonly version: number;
}

export const regulationVersions = defineCollection<RegulationVersionRow>({
  name: 'regulationVersions',
  fields: { organisation: 'text', regulation: 'text', version: 'number' },
  indexes: [{ fields: ['organisation', 'regulation', 'version'], unique: true }],
});
export const regulationCopies = defineCollection<RegulationCopyRow>({
  name: 'regulationCopies',
  fields: { organisation: 'text', regulation: 'text' },
  indexes: [{ fields: ['organisation', 'regulation'] }],
});
export const regulationLocks = defineCollection<RegulationLockRow>({ name: 'regulationLocks' });
export const retiredRegulations = defineCollection<RetiredRegulationRow>({ name: 'retiredRegulations' });
export const ownedRegulations = defineCollection<OwnedRegulationRow>({
  name: 'ownedRegulations',
  fields: { organisation: 'text' },
  indexes: [{ fields: ['organisation'] }],
});

// Documents

export interface DraftRow extends Row {
  readonly organisation: string;
  readonly author: string;
  readonly position: string;
  readonly regulation: string;
  readonly card: Card;
  readonly files: readonly FileEntry[];
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly title: string;
  readonly savedAtMs: number;
  /** A document that was withdrawn keeps its id when it is sent again. */
  readonly document?: string;
}

export type DocumentState = 'running' | 'completed' | 'annulled' | 'withdrawn';

export interface DocumentRow extends Row {
  readonly organisation: string;
  readonly instance: string;
  readonly regulation: { readonly id: string; readonly version: number };
  readonly author: string;
  readonly authorPerson: Person;
  readonly title: string;
  readonly projectNumber: string;
  readonly registrationNumber?: string;
  readonly counterparty?: string;
  readonly price?: Money;
  readonly state: DocumentState;
  readonly sentAtMs: number;
  readonly endedAtMs?: number;
  /** Promised at sending. */
  readonly plannedMs?: number;
  /** Principals who may see it. */
  readonly readers: readonly string[];
  /** Files of every version, by digest, with their original names and sizes. */
  readonly files: readonly FileEntry[];
}

export const drafts = defineCollection<DraftRow>({
  name: 'drafts',
  fields: {
    author: 'text',
    savedAtMs: 'number',
    organisation: 'text',
    regulation: 'text',
    position: 'text',
  },
  indexes: [{ fields: ['author', 'savedAtMs'] }, { fields: ['organisation', 'regulation', 'position'] }],
});
export const documents = defineCollection<DocumentRow>({
  name: 'documents',
  fields: { author: 'text', state: 'text', sentAtMs: 'number', readers: 'list' },
  indexes: [
    { fields: ['author', 'sentAtMs'] },
    { each: 'readers', fields: ['sentAtMs'] },
    { fields: ['state', 'sentAtMs'] },
  ],
  search: { each: 'readers', order: { by: 'sentAtMs', desc: true } },
});

// Execution

export interface InstanceRow extends Row {
  readonly document: string;
  readonly organisation: string;
  readonly regulation: string;
  readonly version: number;
  readonly running: boolean;
  readonly state: Instance;
}
/** The history of one step: what a commit appended. */
export interface HistoryRow extends Row {
  readonly instance: string;
  /** Of the first event. */
  readonly seq: number;
  readonly events: readonly HistoryEvent[];
}
/** A person's words beside the history; may be erased without breaking the chain. */
export interface TextRow extends Row {
  readonly instance: string;
  readonly salt: string;
  readonly text: string;
  readonly digest: string;
}

export interface TaskRow extends Row {
  readonly instance: string;
  readonly document: string;
  readonly organisation: string;
  readonly regulation: { readonly id: string; readonly version: number };
  readonly visit: string;
  readonly slot: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly stageTitle: Text;
  readonly ask: Text;
  readonly state: 'open' | 'decided' | 'closed';
  /** Positions of the candidates, or of the one who took it; empty once closed. */
  readonly desk: readonly string[];
  /** Every position it was addressed to. */
  readonly positions: readonly string[];
  readonly takenBy?: { readonly employee: string; readonly position: string };
  /** Positions of the direct heads: for the unit's list; empty once closed. */
  readonly over: readonly string[];
  readonly openedAtMs: number;
  readonly dueAtMs: number;
  readonly provisional: boolean;
  readonly overdue: boolean;
  readonly lapsed: boolean;
  readonly silence: { readonly kind: 'autoVisa' | 'escalation' | 'mark' | 'none'; readonly atMs?: number };
  // What the list shows of the document.
  readonly title: string;
  readonly number: string;
  readonly author: Person;
  readonly counterparty?: string;
  readonly price?: Money;
  readonly urgent: boolean;
  readonly digest: string;
  readonly version: number;
  // Once decided; '' and 0 before, since a sort key is never null.
  readonly decidedBy: string;
  readonly decidedAtMs: number;
  readonly decided?: {
    readonly outcome: string;
    readonly title: Text;
    readonly tone: 'forward' | 'return' | 'annul';
    readonly automatic: boolean;
  };
}

export interface TimerRow extends Row {
  readonly instance: string;
  readonly timer: Timer;
  readonly state: 'open' | 'fired' | 'cancelled';
  readonly dueAtMs: number;
  readonly firedAtMs?: number;
  readonly attempt: number;
}

export interface NoticeRow extends Row {
  readonly position: string;
  readonly notice: Notice;
  readonly documentTitle: string;
  readonly number: string;
  readonly stageTitle?: Text;
  readonly person?: Person;
  readonly atMs: number;
  readonly read: boolean;
}

export interface IncidentRow extends Row {
  readonly organisation: string;
  readonly instance: string;
  readonly regulationTitle: Text;
  readonly stageTitle: Text;
  readonly participantTitle?: Text;
  readonly unit: string;
  readonly incident: Incident;
  readonly state: 'open' | 'closed';
  readonly raisedAtMs: number;
}

/** The document as a stage that edits is changing it; becomes a version when the stage decides. */
export interface WorkingCopyRow extends Row {
  readonly instance: string;
  readonly card: Card;
  readonly files: readonly FileEntry[];
  readonly baseVersion: number;
  readonly savedAtMs: number;
}

/** Kept 180 days. */
export interface CommandKeyRow extends Row {
  readonly bodyHash: string;
  readonly answer: Readonly<Record<string, unknown>>;
  readonly atMs: number;
}

/** Who brought a file in: he may attach it; others see it only through a document. */
export interface UploadRow extends Row {
  readonly employee: string;
  readonly file: FileEntry;
  readonly atMs: number;
}

export const instances = defineCollection<InstanceRow>({
  name: 'instances',
  fields: { document: 'text', organisation: 'text', regulation: 'text', version: 'number', running: 'flag' },
  indexes: [
    { fields: ['document'] },
    { fields: ['running'] },
    { fields: ['organisation', 'regulation', 'running', 'version'] },
  ],
});
export const history = defineCollection<HistoryRow>({
  name: 'history',
  fields: { instance: 'text', seq: 'number' },
  indexes: [{ fields: ['instance', 'seq'] }],
});
export const texts = defineCollection<TextRow>({
  name: 'texts',
  fields: { instance: 'text' },
  indexes: [{ fields: ['instance'] }],
});
export const tasks = defineCollection<TaskRow>({
  name: 'tasks',
  fields: {
    instance: 'text',
    desk: 'list',
    over: 'list',
    dueAtMs: 'number',
    decidedBy: 'text',
    decidedAtMs: 'number',
  },
  indexes: [
    { each: 'desk', fields: ['dueAtMs'] },
    { each: 'over', fields: ['dueAtMs'] },
    { fields: ['decidedBy', 'decidedAtMs'] },
    { fields: ['instance'] },
  ],
});
export const timers = defineCollection<TimerRow>({
  name: 'timers',
  fields: { instance: 'text', state: 'text', dueAtMs: 'number' },
  indexes: [{ fields: ['state', 'dueAtMs'] }, { fields: ['instance'] }],
});
export const notices = defineCollection<NoticeRow>({
  name: 'notices',
  fields: { position: 'text', read: 'flag', atMs: 'number' },
  indexes: [{ fields: ['position', 'atMs'] }, { fields: ['position', 'read', 'atMs'] }],
});
export const incidents = defineCollection<IncidentRow>({
  name: 'incidents',
  fields: { state: 'text', instance: 'text', raisedAtMs: 'number' },
  indexes: [{ fields: ['state', 'raisedAtMs'] }, { fields: ['instance'] }],
});
export const workingCopies = defineCollection<WorkingCopyRow>({
  name: 'workingCopies',
  fields: { instance: 'text' },
  indexes: [{ fields: ['instance'] }],
});
export const commandKeys = defineCollection<CommandKeyRow>({
  name: 'commandKeys',
  fields: { atMs: 'number' },
  indexes: [{ fields: ['atMs'] }],
});
export const uploads = defineCollection<UploadRow>({
  name: 'uploads',
  fields: { employee: 'text', atMs: 'number' },
  indexes: [{ fields: ['employee', 'atMs'] }],
});

// Registers

export interface RegisterRow extends Row {
  readonly organisation: string;
  readonly slug: string;
  readonly title: Text;
  readonly numberTemplate: string;
}
export interface RegisterEntryRow extends Row {
  readonly register: string;
  readonly year: number;
  readonly sequence: number;
  readonly number: string;
  readonly date: string;
  readonly document: string;
  readonly title: string;
  readonly counterparty?: string;
  readonly price?: Money;
  readonly author: Person;
  readonly registeredBy: Person;
}
/** id `<register>/<year>`; the next number to give. */
export interface CounterRow extends Row {
  readonly next: number;
}

export const registers = defineCollection<RegisterRow>({
  name: 'registers',
  fields: { organisation: 'text' },
  indexes: [{ fields: ['organisation'] }],
});
export const registerEntries = defineCollection<RegisterEntryRow>({
  name: 'registerEntries',
  fields: { register: 'text', year: 'number', sequence: 'number', document: 'text' },
  indexes: [{ fields: ['register', 'year', 'sequence'], unique: true }, { fields: ['document'] }],
  search: { where: ['register', 'year'], order: { by: 'sequence', desc: true } },
});
export const counters = defineCollection<CounterRow>({ name: 'counters' });

/** Every collection of a deployment. A change of a declaration raises the version. */
export const schema: Schema = {
  version: 2,
  collections: [
    organisations,
    units,
    positions,
    employees,
    absences,
    calendars,
    meta,
    accounts,
    sessions,
    regulationVersions,
    regulationCopies,
    regulationLocks,
    retiredRegulations,
    ownedRegulations,
    drafts,
    documents,
    instances,
    history,
    texts,
    tasks,
    timers,
    notices,
    incidents,
    workingCopies,
    commandKeys,
    uploads,
    registers,
    registerEntries,
    counters,
  ],
};
