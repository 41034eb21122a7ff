import { type Directory, indexDirectory } from '@reglament/engine';
import { type Change, type Collection, type Row, type Store, touch } from '@reglament/storage';
import {
  absences,
  calendars,
  employees,
  meta,
  organisations,
  positions,
  units,
} from '../storage/collections.ts';

/** The directory as of its last change, kept in memory; 20,000 people are a few megabytes. */
export interface DirectoryService {
  current(): Directory;
  /** Reads everything again; called at start and after each change. */
  reload(): Promise<void>;
  /**
   * Writes a change of staff, absences or calendars in one commit that raises the directory's revision, reads the
   * directory again, then tells those who wait for it (`onChange`).
   * @param basedOn - the directory that a rule over all of it was checked on: false when it is no longer the current one
   * @returns false when somebody changed one of the rows meanwhile
   */
  change(changes: readonly Change[], basedOn?: Directory): Promise<boolean>;
  /** Called after each change with the directories before and after. */
  onChange(listener: (before: Directory, after: Directory) => void): void;
}

/** The row whose revision is the directory's. */
export const directoryRow = 'directory';

export async function openDirectory(store: Store): Promise<DirectoryService> {
  let directory = await read(store);
  const listeners: ((before: Directory, after: Directory) => void)[] = [];
  const service: DirectoryService = {
    current: () => directory,
    async reload() {
      directory = await read(store);
    },
    async change(changes, basedOn) {
      for (let attempt = 0; attempt < 8; attempt++) {
        const row = await store.get(meta, directoryRow);
        if (!row || (basedOn && basedOn.revision !== String(row.rev))) return false;
        const done = await store.commit(
          [...changes, touch(meta, directoryRow, row.rev)],
          [{ org: '', type: 'directory', id: directoryRow, rev: row.rev + 1 }],
        );
        if (done.ok) {
          const before = directory;
          directory = await read(store);
          for (const listener of listeners) listener(before, directory);
          return true;
        }
        // Only the revision itself may be tried again: another change of staff came first.
        if (done.conflict !== changes.length) return false;
      }
      return false;
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
  return service;
}

async function read(store: Store): Promise<Directory> {
  const revision = (await store.get(meta, directoryRow))?.rev ?? 0;
  const [organisationRows, unitRows, positionRows, employeeRows, absenceRows, calendarRows] =
    await Promise.all([
      all(store, organisations),
      all(store, units),
      all(store, positions),
      all(store, employees),
      all(store, absences),
      all(store, calendars),
    ]);
  return indexDirectory({
    revision: String(revision),
    organisations: organisationRows,
    units: unitRows,
    positions: positionRows,
    employees: employeeRows,
    absences: absenceRows,
    calendars: calendarRows.map((row) => row.data),
  });
}

/** Every row of a collection, page by page. */
export async function all<T extends Row>(store: Store, collection: Collection<T>): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const page = await store.find(collection, {
      order: { by: 'id' },
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}
