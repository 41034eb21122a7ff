import { russianCalendarData } from '@reglament/calendar';
import { indexDirectory } from '../directory/index-directory.ts';
import type { Absence, DirectoryData, Position } from '../model/directory.ts';

const post = (id: string, unit: string, roles: readonly string[] = []): Position => ({
  id,
  code: id.toUpperCase(),
  unit,
  title: `Должность ${id}`,
  roles,
  holder: `e-${id}`,
});

/** Posts of the office; each is held by the employee `e-<post>`. */
const positions: readonly Position[] = [
  post('mayor', 'top', ['HEAD']),
  post('deputy', 'top'),
  post('manager', 'top', ['MGR']),
  post('chief', 'dept'),
  post('author', 'dept'),
  post('lawyer', 'dept', ['LAWYER']),
  post('editor', 'dept', ['EDITOR']),
  post('checker', 'dept', ['PROC']),
  post('reg1', 'dept', ['REGR']),
  post('reg2', 'dept', ['REGR']),
  ...['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id) => post(id, 'other')),
  post('other-head', 'other'),
  post('fin', 'money', ['FIN']),
];

/**
 * A small body: the mayor, a deputy who is the curator of the author's department, its chief, one-man roles, two
 * registrars, six posts of another department, and a financial body of its own without a head. Moscow time.
 */
export function officeData(
  change: (data: DirectoryData) => Partial<DirectoryData> = () => ({}),
): DirectoryData {
  const data: DirectoryData = {
    revision: 'd1',
    organisations: [
      { id: 'adm', code: 'adm', title: 'Администрация', calendar: 'ru' },
      { id: 'finances', code: 'fin', title: 'Финансовый орган', parent: 'adm', calendar: 'ru' },
    ],
    units: [
      { id: 'top', organisation: 'adm', title: 'Руководство', head: 'mayor' },
      { id: 'dept', organisation: 'adm', parent: 'top', title: 'Отдел', head: 'chief', curator: 'deputy' },
      { id: 'other', organisation: 'adm', parent: 'top', title: 'Другой отдел', head: 'other-head' },
      { id: 'money', organisation: 'finances', title: 'Отдел бюджета' },
    ],
    positions,
    employees: positions.map(({ id }) => ({ id: `e-${id}`, name: `Имя ${id}` })),
    absences: [],
    calendars: [russianCalendarData({ id: 'ru', zone: 'Europe/Moscow' })],
  };
  return { ...data, ...change(data) };
}

export const office = indexDirectory(officeData());

/** The office with some posts vacant. */
export function officeWithout(...vacant: readonly string[]) {
  return indexDirectory(
    officeData((data) => ({
      revision: `d1 without ${vacant.join(' ')}`,
      positions: data.positions.map((one) => {
        if (!vacant.includes(one.id)) return one;
        const { holder: _, ...empty } = one;
        return empty;
      }),
    })),
  );
}

export function officeWithAbsences(...absences: readonly Absence[]) {
  return indexDirectory(officeData(() => ({ revision: 'd1 with absences', absences })));
}

/** Moscow time, `YYYY-MM-DDTHH:MM`. */
export function at(local: string): number {
  return Date.parse(`${local}:00+03:00`);
}

export function local(ms: number): string {
  return new Date(ms + 3 * 3_600_000).toISOString().slice(0, 16);
}
